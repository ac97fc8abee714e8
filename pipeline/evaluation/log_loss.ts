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
  const { classes, codes } = labels;
  let total = 0;
  for (let row = 0, start = 0; row < codes.length; row++, start += classes.length) {
    let sum = 0;
    for (let code = 0; code < classes.length; code++) sum += clip(probabilities[start + code]!);
    total -= Math.log(clip(probabilities[start + codes[row]!]!) / sum);
  }
  return total / codes.length;
}

function clip(probability: number): number {
  return Math.min(Math.max(probability, epsilon), 1 - epsilon);
}
