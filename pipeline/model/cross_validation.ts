import { type Evaluation } from "../evaluation/evaluation.ts";
import { evaluatePredictions } from "../evaluation/evaluate_predictions.ts";
import { planSplits } from "../evaluation/splits.ts";
import type { Notice } from "../problem.ts";
import { partOf, type RunContext, silently } from "../run_context.ts";
import { type FeatureMatrix, type Labels, takeLabels, takeRows } from "../table/feature_matrix.ts";
import { fitPipeline, predictPipeline } from "./fitted_pipeline.ts";
import type { Recipe } from "./recipe.ts";

/** How rows are divided into folds. */
export interface FoldOptions {
  readonly folds: number;
  /** Rows of one group never stand on both sides; null = a group of its own. */
  readonly groups?: readonly (string | null)[];
  /** Is told the macro-F1 of each fold, counted from 1, as soon as it is known. */
  readonly onFold?: (fold: number, macroF1: number) => void;
}

/** Out-of-fold predictions and what they are worth. */
export interface CrossValidation {
  /** How many folds there really were: never more than there are groups. */
  readonly folds: number;
  readonly evaluation: Evaluation;
  /** n×k: each row predicted by the model that has not seen its fold. */
  readonly probabilities: Float32Array;
  /** n: the fold that tests each row, from 0; −1 = none, and then its probabilities say nothing. */
  readonly foldOf: Int32Array;
  readonly notices: readonly Notice[];
}

/**
 * Refits the whole recipe inside every fold on raw training rows and predicts the rows left out.
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
  const { splits, notices } = planSplits({
    kind: "k-fold",
    folds: options.folds,
    seed: context.seed,
    labels,
    ...(options.groups ? { groups: options.groups } : {}),
  });
  const classCount = labels.classes.length;
  const probabilities = new Float32Array(matrix.rows * classCount);
  const foldOf = new Int32Array(matrix.rows).fill(-1);
  for (const [fold, { train, test }] of splits.entries()) {
    const foldContext = partOf(context, fold / splits.length, (fold + 1) / splits.length);
    foldContext.progress(0, {
      en: `fold ${fold + 1} of ${splits.length}`,
      zh: `第 ${fold + 1}/${splits.length} 折`,
    });
    const pipeline = await fitPipeline(
      recipe,
      takeRows(matrix, train),
      takeLabels(labels, train),
      silently(foldContext),
    );
    const predicted = predictPipeline(pipeline, takeRows(matrix, test));
    options.onFold?.(fold + 1, evaluatePredictions(takeLabels(labels, test), predicted).macro_f1);
    for (const [position, row] of test.entries()) {
      foldOf[row] = fold;
      probabilities.set(
        predicted.subarray(position * classCount, (position + 1) * classCount),
        row * classCount,
      );
    }
  }
  return {
    folds: splits.length,
    evaluation: evaluatePredictions(labels, probabilities),
    probabilities,
    foldOf,
    notices,
  };
}
