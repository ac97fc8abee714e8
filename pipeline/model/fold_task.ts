import type { Split } from "../evaluation/split.ts";
import { metricNames } from "../metric.ts";
import { partOf, type RunContext, silently } from "../run_context.ts";
import { type FeatureMatrix, type Labels, takeLabels, takeRows } from "../table/feature_matrix.ts";
import { fitPipeline, predictPipeline } from "./fitted_pipeline.ts";
import type { Recipe } from "./recipe.ts";

/** One fold of a cross-validation, as plain data: with the same task and seed comes the same answer. */
export interface FoldTask {
  readonly recipe: Recipe;
  /** All raw rows. */
  readonly matrix: FeatureMatrix;
  readonly labels: Labels;
  readonly split: Split;
  /** From 1. */
  readonly fold: number;
}

/** What came of a fold. */
export interface FoldAnswer {
  /** t×k: the probabilities of the t rows tested, in the order of `split.test`. */
  readonly probabilities: Float32Array;
  /** Wall time of the training, in seconds. */
  readonly fitSeconds: number;
  /** Wall time of the predictions, in seconds. */
  readonly predictSeconds: number;
  /** The round or epoch that was the best, or the last one; null for learners without rounds. */
  readonly rounds: number | null;
}

/**
 * Fits the whole recipe on the raw training rows of a fold, and predicts its test rows.
 *
 * @throws {HealerError} for rows that a step or the learner cannot learn from, when cancelled.
 */
export async function runFold(
  { recipe, matrix, labels, split: { train, test }, fold }: FoldTask,
  context: RunContext,
): Promise<FoldAnswer> {
  const start = performance.now();
  const best = new BestRound();
  const pipeline = await fitPipeline(
    recipe,
    takeRows(matrix, train),
    takeLabels(labels, train),
    {
      ...silently(partOf(context, 0, 0.95)),
      metric: (name, step, value) => {
        best.note(name, step, value);
        context.metric?.(name, step, value, fold);
      },
    },
  );
  const fitted = performance.now();
  const probabilities = predictPipeline(pipeline, takeRows(matrix, test));
  return {
    probabilities,
    fitSeconds: (fitted - start) / 1000,
    predictSeconds: (performance.now() - fitted) / 1000,
    rounds: best.round,
  };
}

/** The round of the least validation loss, or the last one where no rows are watched. */
class BestRound {
  round: number | null = null;
  private least = Infinity;

  note(name: string, step: number, value: number): void {
    if (name === metricNames.trainLoss && this.least === Infinity) this.round = step;
    if (name !== metricNames.validationLoss || value >= this.least) return;
    this.least = value;
    this.round = step;
  }
}
