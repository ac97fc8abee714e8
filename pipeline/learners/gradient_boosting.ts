import type { z } from "zod";
import type { Notice } from "../problem.ts";
import { Random } from "../random.ts";
import { partOf } from "../run_context.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { classWeights } from "./class_weight.ts";
import { boostedEnsemble } from "./boosted_ensemble.ts";
import { type BoostingRows, layBoostingData } from "./boosting_data.ts";
import { boostingParams } from "./boosting_params.ts";
import { boost } from "./boosting_rounds.ts";
import { exactSums } from "./exact_sums.ts";
import { binMatrix } from "./histogram_bins.ts";
import type { Learner, TrainingContext } from "./learner.ts";
import type { LearningCurve } from "./learning_curve.ts";
import { lowerBoostedTrees } from "./lower_boosted_trees.ts";
import { type PresentClasses, presentClasses } from "./present_classes.ts";
import { sumTrees, type TreeEnsemble } from "./tree_ensemble.ts";
import { validationSplit } from "./validation_split.ts";

/** The params of {@linkcode gradientBoosting}. */
export type GradientBoostingParams = z.infer<typeof boostingParams>;

/** What {@linkcode gradientBoosting} has learnt: the sums of trees and base scores, before the softmax. */
export interface GradientBoostingFitted {
  readonly trees: TreeEnsemble;
  /** k scores that the sums of the trees are added to. */
  readonly baseScores: Float32Array;
  /** How the losses fell, also in rounds that were not kept. */
  readonly curve: LearningCurve;
}

/** The base score of a class without rows: its probability is 0 whatever the row. */
const never = -1e30;

/** The share of the progress that the bins take. */
const binningShare = 0.05;

/** Below so many cells looked at in all, starting threads takes longer than they save. */
const cellsWorthThreads = 3e7;

/**
 * Gradient boosting on histograms (Friedman, Annals of Statistics 29, 2001; Ke et al., "LightGBM", NeurIPS
 * 2017): in each round every class gets a tree that follows the second-order gradient of the softmax loss.
 * Holes need no imputation: every split learns to which side they go (Chen & Guestrin, "XGBoost", KDD 2016).
 */
export const gradientBoosting: Learner<GradientBoostingParams, GradientBoostingFitted> = {
  name: "gradient-boosting",
  version: 1,
  title: { en: "Gradient boosting", zh: "梯度提升树" },
  summary: {
    en: "Trees that correct each other: usually the most accurate; takes holes as they are.",
    zh: "逐轮修正前一轮误差的决策树：通常精度最高，可直接处理缺失值。",
  },
  params: boostingParams,
  defaultSteps: [],

  fit: async (matrix, labels, params, context) => {
    const present = presentClasses(labels, gradientBoosting.name);
    const binned = binMatrix(matrix, partOf(context, 0, binningShare));
    const rows = boostingRows(labels, present, params, context);
    const work = params.rounds * present.indices.length * matrix.rows * matrix.names.length;
    const threads = work < cellsWorthThreads ? 1 : context.threads ?? 1;
    const shape = { ...params, columnShare: params.columnSample, rowShare: params.subsample };
    const data = layBoostingData(binned, rows, shape, threads);
    const scores = logShares(rows);
    const boosted = await boost(
      data,
      scores,
      params.rounds,
      params.patience,
      partOf(context, binningShare, 1),
    );
    const trees = boostedEnsemble(boosted.rounds, binned, present.indices, labels.classes.length);
    const baseScores = new Float64Array(labels.classes.length).fill(never);
    present.indices.forEach((code, position) => baseScores[code] = scores[position]!);
    return { ...exactSums(trees, baseScores), curve: boosted.curve };
  },

  learningCurve: ({ curve }) => curve,

  predict: ({ trees, baseScores }, matrix) => softmax(sumTrees(trees, matrix), baseScores),

  lower: ({ trees, baseScores }, graph, input) => {
    const sums = lowerBoostedTrees(trees, graph, input);
    const scores = graph.node("Add", [sums, graph.floats("base_scores", baseScores)]);
    return graph.node("Softmax", [scores], { axis: { int: 1 } });
  },
};

/** Divides the rows into those to learn from and those to watch the loss on. */
function boostingRows(
  labels: Labels,
  { codes, counts }: PresentClasses,
  params: GradientBoostingParams,
  context: TrainingContext,
): BoostingRows {
  const everyRow = Int32Array.from(codes.keys());
  const heldBack = params.earlyStopping
    ? validationSplit(labels, params.validationShare, 1, new Random(context.seed))
    : undefined;
  if (params.earlyStopping && heldBack === undefined) context.notice(noneHeldBack);
  const { train, test } = heldBack ?? { train: everyRow, test: new Int32Array(0) };
  const trained = counts.map(() => 0);
  for (const row of train) trained[codes[row]!]!++;
  return {
    codes,
    classWeights: classWeights(trained, params.classWeight),
    trainRows: train,
    validationRows: test,
  };
}

const noneHeldBack: Notice = {
  code: "learners/none-held-back",
  message: {
    en:
      "No rows could be held back for early stopping: some class would have had none to learn from.",
    zh: "无法为提前停止留出验证行：否则某些类别将没有可供学习的行。",
  },
  place: {},
};

/** The logarithms of the weighted class shares: the best scores without a tree. */
function logShares({ codes, classWeights, trainRows }: BoostingRows): Float64Array {
  const weights = new Float64Array(classWeights.length);
  for (const row of trainRows) weights[codes[row]!]! += classWeights[codes[row]!]!;
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.log(weight / whole));
}

/** The softmax of each row of n×k sums plus base scores. */
function softmax(sums: Float32Array, baseScores: Float32Array): Float32Array {
  const classCount = baseScores.length;
  const exponentials = new Float64Array(classCount);
  const probabilities = new Float32Array(sums.length);
  for (let start = 0; start < sums.length; start += classCount) {
    let highest = -Infinity;
    for (let code = 0; code < classCount; code++) {
      exponentials[code] = Math.fround(sums[start + code]! + baseScores[code]!);
      if (exponentials[code]! > highest) highest = exponentials[code]!;
    }
    let sum = 0;
    for (let code = 0; code < classCount; code++) {
      sum += exponentials[code] = Math.exp(exponentials[code]! - highest);
    }
    for (let code = 0; code < classCount; code++) {
      probabilities[start + code] = exponentials[code]! / sum;
    }
  }
  return probabilities;
}
