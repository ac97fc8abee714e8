import type { RunContext } from "../run_context.ts";
import { columnOf, type FeatureMatrix } from "../table/feature_matrix.ts";

/** The bin of missing values, in every feature. */
export const missingBin = 255;

/** The most bins that the values of one feature fall into. */
export const maxBins = 255;

/**
 * Every value replaced by the number of its bin: what histogram-based tree learners search for splits
 * (Ke et al., "LightGBM", NeurIPS 2017). Value `x` of feature `f` has the lowest bin `b` with
 * `x <= thresholds[f][b]`, the last bin if there is none, and {@linkcode missingBin} if it is missing.
 */
export interface BinnedMatrix {
  readonly rows: number;
  /** d×n, one feature after the other; bins in [0, 255). */
  readonly bins: Uint8Array;
  /**
   * For each feature one threshold fewer than it has bins, ascending. `value <= threshold` compared in
   * float32, as ONNX does it, holds for exactly the bins up to the threshold's index.
   */
  readonly thresholds: readonly Float32Array[];
}

/**
 * Sorts the values of every feature into at most {@linkcode maxBins} bins of about equal size. The bins lie in
 * shared memory, so that workers get them uncopied.
 */
export function binMatrix(matrix: FeatureMatrix, context: RunContext): BinnedMatrix {
  const bins = new Uint8Array(new SharedArrayBuffer(matrix.names.length * matrix.rows));
  const thresholds = matrix.names.map((_, feature) => {
    context.progress(feature / matrix.names.length);
    const column = columnOf(matrix, feature);
    const edges = binThresholds(column);
    assignBins(column, edges, bins.subarray(feature * matrix.rows, (feature + 1) * matrix.rows));
    return edges;
  });
  return { rows: matrix.rows, bins, thresholds };
}

/**
 * The thresholds between the bins of one feature, ascending: between all neighbouring distinct values
 * where these are few, else between groups of values that have about the same number of rows each.
 */
export function binThresholds(column: Float32Array): Float32Array {
  const sorted = column.filter((value) => !Number.isNaN(value)).sort();
  const distinct = countDistinct(sorted);
  const thresholds: number[] = [];
  let binStart = 0;
  for (let index = 1; index < sorted.length; index++) {
    if (sorted[index - 1] === sorted[index]) continue;
    const binsLeft = maxBins - thresholds.length;
    const isFull = (index - binStart) * binsLeft >= sorted.length - binStart;
    if (distinct > maxBins && !isFull) continue;
    thresholds.push(between(sorted[index - 1]!, sorted[index]!));
    binStart = index;
  }
  return Float32Array.from(thresholds);
}

/** The float32 value `t` closest to the middle with `lower <= t < upper`. */
export function between(lower: number, upper: number): number {
  const middle = Math.fround((lower + upper) / 2);
  return middle < upper ? middle : lower;
}

function countDistinct(sorted: Float32Array): number {
  let distinct = Math.min(sorted.length, 1);
  for (let index = 1; index < sorted.length; index++) {
    if (sorted[index - 1] !== sorted[index]) distinct++;
  }
  return distinct;
}

function assignBins(column: Float32Array, thresholds: Float32Array, bins: Uint8Array): void {
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (value !== value) {
      bins[row] = missingBin;
      continue;
    }
    let low = 0;
    let high = thresholds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= thresholds[middle]!) high = middle;
      else low = middle + 1;
    }
    bins[row] = low;
  }
}
