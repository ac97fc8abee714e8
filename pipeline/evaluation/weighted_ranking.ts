import type { Labels } from "../table/feature_matrix.ts";

/** The lowest bit of an entry of {@linkcode rankingOrder}: the row is of the class. */
const isOfClass = 1;

/** The next bit: the row is the last of those with its probability. */
const isLastOfTie = 2;

/** An entry holds 4 × row + the two bits above. */
const rowShift = 2;

/**
 * The rows from the greatest probability of class `code` down, each with the bits {@linkcode weightedRanking}
 * needs; n×k row-major `probabilities`, up to 2³⁰ rows.
 */
export function rankingOrder(
  { classes, codes }: Labels,
  probabilities: Float32Array,
  code: number,
): Uint32Array {
  const probabilityOf = new Float32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    probabilityOf[row] = probabilities[row * classes.length + code]!;
  }
  const order = Uint32Array.from(codes.keys())
    .sort((a, b) => probabilityOf[b]! - probabilityOf[a]!);
  return order.map((row, position) => {
    const next = order[position + 1];
    const isLast = next === undefined || probabilityOf[next] !== probabilityOf[row];
    return (row << rowShift | (isLast ? isLastOfTie : 0) |
      (codes[row] === code ? isOfClass : 0)) >>> 0;
  });
}

/**
 * ROC-AUC and average precision as `rankingMetrics` has them, where row i counts `times[i]` times. NaN where
 * they are undefined: without a row of the class, and for ROC-AUC also without a row of another.
 */
export function weightedRanking(
  order: Uint32Array,
  times: Uint32Array,
): { readonly rocAuc: number; readonly prAuc: number } {
  let hits = 0, misses = 0, hitsBefore = 0, missesBefore = 0, twiceArea = 0, precisionSum = 0;
  for (let position = 0; position < order.length; position++) {
    const entry = order[position]!;
    if (entry & isOfClass) hits += times[entry >>> rowShift]!;
    else misses += times[entry >>> rowShift]!;
    if ((entry & isLastOfTie) === 0) continue;
    twiceArea += (misses - missesBefore) * (hitsBefore + hits);
    if (hits > hitsBefore) precisionSum += (hits - hitsBefore) * (hits / (hits + misses));
    hitsBefore = hits;
    missesBefore = misses;
  }
  return { rocAuc: twiceArea / (2 * hits * misses), prAuc: precisionSum / hits };
}
