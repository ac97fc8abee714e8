import type { Labels } from "../table/feature_matrix.ts";

/**
 * The mean over the rows of Σ (p_c − y_c)² over the classes, y_c being 1 for the true class and else 0 (Brier,
 * "Verification of forecasts expressed in terms of probability", 1950): from 0 to 2. For two classes that is
 * twice what is given where only one of them is looked at.
 */
export function brierScore(labels: Labels, probabilities: Float32Array): number {
  let total = 0;
  for (const loss of squaredErrors(labels, probabilities)) total += loss;
  return total / labels.codes.length;
}

/** What each row adds to the {@linkcode brierScore}. */
export function squaredErrors(
  { classes, codes }: Labels,
  probabilities: Float32Array,
): Float64Array {
  const errors = new Float64Array(codes.length);
  for (let row = 0, cell = 0; row < codes.length; row++) {
    for (let code = 0; code < classes.length; code++, cell++) {
      errors[row]! += (probabilities[cell]! - (code === codes[row] ? 1 : 0)) ** 2;
    }
  }
  return errors;
}
