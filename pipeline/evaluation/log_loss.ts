import type { Labels } from "../table/feature_matrix.ts";

/** The machine epsilon of float32, the type the probabilities arrive in. */
const epsilon = 2 ** -23;

/**
 * The mean of −ln p over the rows, p being the probability given to the true class (n×k row-major
 * `probabilities`). As in scikit-learn 1.2 for float32 input, probabilities are first clipped to
 * [2⁻²³, 1 − 2⁻²³] and each row is then divided by its sum; here in float64 arithmetic. So one row
 * costs at most about 16.
 */
export function logLoss(labels: Labels, probabilities: Float32Array): number {
  let total = 0;
  for (const loss of logLosses(labels, probabilities)) total += loss;
  return total / labels.codes.length;
}

/** What each row adds to the {@linkcode logLoss}. */
export function logLosses({ classes, codes }: Labels, probabilities: Float32Array): Float64Array {
  const losses = new Float64Array(codes.length);
  for (let row = 0, start = 0; row < codes.length; row++, start += classes.length) {
    let sum = 0;
    for (let code = 0; code < classes.length; code++) sum += clip(probabilities[start + code]!);
    losses[row] = -Math.log(clip(probabilities[start + codes[row]!]!) / sum);
  }
  return losses;
}

function clip(probability: number): number {
  return Math.min(Math.max(probability, epsilon), 1 - epsilon);
}
