import { referenceMatrix, type TrainingSummary } from "../model/training_summary.ts";
import { Random } from "../random.ts";
import { type FeatureMatrix, takeRows } from "../table/feature_matrix.ts";

/**
 * Up to `count` rows that stand for what is usual: drawn from the reference rows that a model carries, which
 * are as even over its classes as the training data allowed. Where it carries none, one row of the medians.
 */
export function backgroundRows(
  summary: TrainingSummary,
  names: readonly string[],
  count: number,
  seed: number,
): FeatureMatrix {
  const reference = referenceMatrix(summary, names);
  if (reference.rows === 0) return medianRow(summary, names);
  const order = Int32Array.from({ length: reference.rows }, (_, row) => row);
  return takeRows(reference, new Random(seed).shuffle(order).subarray(0, count));
}

function medianRow(
  { columns, quantile_levels }: TrainingSummary,
  names: readonly string[],
): FeatureMatrix {
  const median = quantile_levels.indexOf(0.5);
  const values = Float32Array.from(columns, ({ quantiles }) => quantiles?.[median] ?? NaN);
  return { names, rows: 1, values };
}
