import type { Labels } from "../table/feature_matrix.ts";

/** At most so many rounds of the greedy selection; weights are multiples of one over the rounds made. */
const mostRounds = 25;
/** A round has to make the log-loss smaller by more than this. */
const leastGain = 1e-6;
/** The machine epsilon of float32, the type of the probabilities. */
const leastProbability = 2 ** -23;

/**
 * The weights with which to average predictions: in each round one more of the candidates (n×k probabilities) is
 * added, the same as often as need be, whichever makes the log-loss on `rows` smallest; of all rounds the best
 * counts (Caruana et al., "Ensemble selection from libraries of models", ICML 2004). With few rows the log-loss
 * is steadier than macro-F1.
 *
 * @param most How many candidates may get a weight.
 * @returns a weight for each candidate; they sum to 1
 */
export function selectWeights(
  candidates: readonly Float32Array[],
  { codes, classes }: Labels,
  rows: Int32Array,
  most: number,
): Float64Array {
  const ofTruth = candidates.map((probabilities) =>
    Float64Array.from(rows, (row) => probabilities[row * classes.length + codes[row]!]!)
  );
  const sum = new Float64Array(rows.length);
  const counts = new Float64Array(candidates.length);
  let best: Float64Array = new Float64Array(candidates.length), bestLoss = Infinity;
  for (let round = 1; round <= mostRounds; round++) {
    const isFull = counts.filter((count) => count > 0).length === most;
    let chosen = -1, least = Infinity;
    for (const [index, truth] of ofTruth.entries()) {
      if (isFull && counts[index] === 0) continue;
      const loss = lossWith(sum, truth, round);
      if (loss < least) [chosen, least] = [index, loss];
    }
    if (chosen < 0) break;
    counts[chosen]!++;
    const added = ofTruth[chosen]!;
    for (let position = 0; position < sum.length; position++) sum[position]! += added[position]!;
    if (least < bestLoss - leastGain) {
      bestLoss = least;
      best = counts.map((count) => count / round);
    }
  }
  return best;
}

/** The n×k average of the candidates by their weights. */
export function weightedAverage(
  candidates: readonly Float32Array[],
  weights: Float64Array,
): Float32Array {
  const length = candidates[0]?.length ?? 0;
  const sum = new Float64Array(length);
  for (const [index, weight] of weights.entries()) {
    if (weight === 0) continue;
    const probabilities = candidates[index]!;
    for (let cell = 0; cell < length; cell++) sum[cell]! += weight * probabilities[cell]!;
  }
  return Float32Array.from(sum);
}

function lossWith(sum: Float64Array, truth: Float64Array, count: number): number {
  let loss = 0;
  for (let position = 0; position < sum.length; position++) {
    loss -= Math.log(Math.max(leastProbability, (sum[position]! + truth[position]!) / count));
  }
  return loss / sum.length;
}
