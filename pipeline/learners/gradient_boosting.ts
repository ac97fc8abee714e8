import type { z } from "zod";
import type { Split } from "../evaluation/split.ts";
import { planSplits } from "../evaluation/splits.ts";
import { HealerError, type Notice } from "../problem.ts";
import { partOf } from "../run_context.ts";
import type { Labels } from "../table/feature_matrix.ts";
import type { BinnedTree } from "./boosted_tree.ts";
import { type BoostingRows, layBoostingData } from "./boosting_data.ts";
import { boostingParams } from "./boosting_params.ts";
import { boost } from "./boosting_rounds.ts";
import { exactSums } from "./exact_sums.ts";
import { binMatrix, type BinnedMatrix } from "./histogram_bins.ts";
import type { Learner, TrainingContext } from "./learner.ts";
import type { LearningCurve } from "./learning_curve.ts";
import { lowerTrees } from "./lower_trees.ts";
import { type PresentClasses, presentClasses } from "./present_classes.ts";
import { emptyTrees, sumTrees, type TreeEnsemble } from "./tree_ensemble.ts";

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

/** As a threshold: all finite values go left. */
const largestFloat32 = 3.4028234663852886e38;

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
    const trees = ensembleOf(boosted.rounds, binned, present.indices, labels.classes.length);
    const baseScores = new Float64Array(labels.classes.length).fill(never);
    present.indices.forEach((code, position) => baseScores[code] = scores[position]!);
    return { ...exactSums(trees, baseScores), curve: boosted.curve };
  },

  learningCurve: ({ curve }) => curve,

  predict: ({ trees, baseScores }, matrix) => softmax(sumTrees(trees, matrix), baseScores),

  lower: ({ trees, baseScores }, graph, input) => {
    const sums = lowerTrees(trees, graph, input);
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
    ? holdBack(labels, counts.length, params.validationShare, context)
    : undefined;
  const { train, test } = heldBack ?? { train: everyRow, test: new Int32Array(0) };
  const trained = counts.map(() => 0);
  for (const row of train) trained[codes[row]!]!++;
  return {
    codes,
    classWeights: Float64Array.from(
      trained,
      (count) => params.classWeight === "balanced" ? train.length / (trained.length * count) : 1,
    ),
    trainRows: train,
    validationRows: test,
  };
}

/** A split for early stopping, or undefined where the rows are too few to train without some. */
function holdBack(
  labels: Labels,
  classCount: number,
  share: number,
  context: TrainingContext,
): Split | undefined {
  const split = splitOf(labels, share, context.seed);
  const trained = new Set(split && Array.from(split.train, (row) => labels.codes[row]!));
  if (split && split.test.length > 0 && trained.size === classCount) return split;
  context.notice(noneHeldBack);
  return undefined;
}

/** A hold-out split, or undefined where there are too few rows or groups for one. */
function splitOf(labels: Labels, share: number, seed: number): Split | undefined {
  const { groups, codes } = labels;
  const enough = groups ? new Set(groups).size >= 2 : codes.length >= 2;
  if (!enough) return undefined;
  try {
    return planSplits({
      kind: "hold-out",
      testShare: share,
      seed,
      labels,
      ...(groups ? { groups } : {}),
    }).splits[0];
  } catch (error) {
    const isHopeless = error instanceof HealerError &&
      error.problem.code === "evaluation/nothing-to-test";
    if (isHopeless) return undefined;
    throw error;
  }
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

/** All trees as one ensemble over all classes; those of `rounds` stand for the classes `indices`. */
function ensembleOf(
  rounds: readonly (readonly BinnedTree[])[],
  { thresholds }: BinnedMatrix,
  indices: readonly number[],
  classCount: number,
): TreeEnsemble {
  const trees = rounds.flat();
  const nodes = trees.reduce((sum, { column }) => sum + column.length, 0);
  // A tree that only ever splits in two has one leaf more than it has splits.
  const entries = (nodes + trees.length) / 2;
  const ensemble = emptyTrees({ trees: trees.length, nodes, entries, outputs: classCount });
  let node = 0, entry = 0;
  for (const [index, tree] of trees.entries()) {
    const root = node;
    ensemble.roots[index] = root;
    for (const [own, column] of tree.column.entries()) {
      ensemble.feature[node] = column;
      ensemble.cover[node] = tree.cover[own]!;
      ensemble.leafStart[node] = entry;
      if (column < 0) {
        ensemble.leafOutput[entry] = indices[index % indices.length]!;
        ensemble.leafValue[entry++] = tree.value[own]!;
      } else {
        ensemble.threshold[node] = thresholds[column]![tree.bin[own]!] ?? largestFloat32;
        ensemble.missingLeft[node] = tree.missingLeft[own]!;
        ensemble.left[node] = root + tree.left[own]!;
        ensemble.right[node] = root + tree.left[own]! + 1;
      }
      node++;
    }
  }
  ensemble.roots[trees.length] = node;
  ensemble.leafStart[node] = entry;
  return ensemble;
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
