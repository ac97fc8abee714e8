import { type Evaluation } from "../evaluation/evaluation.ts";
import { evaluatePredictions } from "../evaluation/evaluate_predictions.ts";
import type { Split } from "../evaluation/split.ts";
import { planSplits, type SplitPlan } from "../evaluation/splits.ts";
import { metricNames } from "../metric.ts";
import type { Notice } from "../problem.ts";
import type { RunContext } from "../run_context.ts";
import { type FeatureMatrix, type Labels, takeLabels } from "../table/feature_matrix.ts";
import type { FoldAnswer } from "./fold_task.ts";
import { FoldTeam, foldWorkers } from "./fold_team.ts";
import { takePredictions, testedRows } from "./out_of_fold.ts";
import type { Recipe } from "./recipe.ts";

/** How rows are divided into folds. */
export interface FoldOptions {
  readonly folds: number;
  /** Rows of one group never stand on both sides; null = a group of its own. */
  readonly groups?: readonly (string | null)[];
  /** A time a row: what is tested is always later than what trains. NaN = the row takes no part. */
  readonly times?: Float64Array;
  /** Is told the macro-F1 of each fold, counted from 1 and in their order, as soon as it is known. */
  readonly onFold?: (fold: number, macroF1: number) => void;
}

/** What one fold took. */
export interface FoldTiming {
  /** Wall time of the training, in seconds. */
  readonly fitSeconds: number;
  /** Wall time of predicting one row, in seconds. */
  readonly predictSecondsPerRow: number;
}

/** Out-of-fold predictions and what they are worth. */
export interface CrossValidation {
  /** In the field's words, such as "stratified group k-fold". */
  readonly method: string;
  /** How many folds there really were: never more than there are groups. */
  readonly folds: number;
  /** Of the rows that were tested. */
  readonly evaluation: Evaluation;
  /** n×k: each row predicted by the model that has not seen its fold. */
  readonly probabilities: Float32Array;
  /** n: the fold that tests each row, from 0; −1 = none, and then its probabilities say nothing. */
  readonly foldOf: Int32Array;
  /** One a fold; the only part that differs from run to run. */
  readonly timings: readonly FoldTiming[];
  readonly notices: readonly Notice[];
}

/**
 * Refits the whole recipe inside every fold on raw training rows and predicts the rows left out. The folds run
 * side by side on the threads of the context.
 *
 * @throws {HealerError} where there are too few rows, classes or groups; when cancelled.
 */
export async function crossValidate(
  recipe: Recipe,
  matrix: FeatureMatrix,
  labels: Labels,
  options: FoldOptions,
  context: RunContext,
): Promise<CrossValidation> {
  const { splits, notices } = planFolds(labels, options, context.seed);
  using team = new FoldTeam(matrix, labels, foldWorkers(splits.length, context.threads));
  const answers = await team.run(recipe, splits, context, (fold, answer, isKept) => {
    const tested = takeLabels(labels, splits[fold]!.test);
    const macroF1 = evaluatePredictions(tested, answer.probabilities).macro_f1;
    tellFold(fold + 1, answer, macroF1, isKept, context);
    options.onFold?.(fold + 1, macroF1);
  });
  return { ...crossValidationOf(labels, options, splits, answers), notices };
}

function tellFold(
  fold: number,
  { fitSeconds, rounds }: FoldAnswer,
  macroF1: number,
  isKept: boolean,
  context: RunContext,
): void {
  context.metric?.(metricNames.foldScore, fold, macroF1);
  context.metric?.(metricNames.foldSeconds, fold, fitSeconds);
  if (rounds !== null) context.metric?.(metricNames.foldRounds, fold, rounds);
  const score = macroF1.toFixed(3), seconds = fitSeconds.toFixed(1);
  context.log?.(
    isKept
      ? {
        en: `fold ${fold} is kept from the earlier run: macro-F1 ${score}`,
        zh: `第 ${fold} 折沿用先前的运行：宏平均 F1 ${score}`,
      }
      : {
        en: `fold ${fold} is done: macro-F1 ${score}, ${seconds} s`,
        zh: `第 ${fold} 折完成：宏平均 F1 ${score}，${seconds} 秒`,
      },
  );
}

/**
 * The folds of a cross-validation, the same for the same seed.
 *
 * @throws {HealerError} where there are too few rows, classes, groups or times.
 */
export function planFolds(
  labels: Labels,
  { folds, groups, times }: FoldOptions,
  seed: number,
): SplitPlan {
  return planSplits({
    kind: "k-fold",
    folds,
    seed,
    labels,
    ...(groups ? { groups } : {}),
    ...(times ? { times } : {}),
  });
}

/** What the answers of all folds say together. */
export function crossValidationOf(
  labels: Labels,
  options: FoldOptions,
  splits: readonly Split[],
  answers: readonly FoldAnswer[],
): Omit<CrossValidation, "notices"> {
  const classCount = labels.classes.length;
  const probabilities = new Float32Array(labels.codes.length * classCount);
  for (const [fold, { test }] of splits.entries()) {
    const predicted = answers[fold]!.probabilities;
    for (const [position, row] of test.entries()) {
      const start = position * classCount;
      probabilities.set(predicted.subarray(start, start + classCount), row * classCount);
    }
  }
  return {
    ...validationOf(labels, options, splits, probabilities),
    timings: answers.map(({ fitSeconds, predictSeconds }, fold) => ({
      fitSeconds,
      predictSecondsPerRow: predictSeconds / splits[fold]!.test.length,
    })),
  };
}

/** What n×k out-of-fold `probabilities` are worth. */
export function validationOf(
  labels: Labels,
  { groups, times }: FoldOptions,
  splits: readonly Split[],
  probabilities: Float32Array,
): Omit<CrossValidation, "notices" | "timings"> {
  const foldOf = new Int32Array(labels.codes.length).fill(-1);
  for (const [fold, { test }] of splits.entries()) for (const row of test) foldOf[row] = fold;
  return {
    method: `${times ? "time-ordered" : "stratified"} ${groups ? "group " : ""}k-fold`,
    folds: splits.length,
    evaluation: evaluateTested(labels, probabilities, foldOf),
    probabilities,
    foldOf,
  };
}

/** What n×k `probabilities` are worth on the rows that some fold tests. */
function evaluateTested(
  labels: Labels,
  probabilities: Float32Array,
  foldOf: Int32Array,
): Evaluation {
  const tested = testedRows(foldOf);
  const predicted = takePredictions(probabilities, labels.classes.length, tested);
  return evaluatePredictions(takeLabels(labels, tested), predicted);
}
