import type { RunContext } from "../run_context.ts";
import type { FeatureMatrix } from "./feature_matrix.ts";

/** What each of d columns holds; missing values count nowhere. */
export interface ColumnMoments {
  /** How many values are present. */
  readonly count: Uint32Array;
  /** Mean in float64; 0 for a column without values. */
  readonly mean: Float64Array;
  /** Population variance in float64, exactly 0 for a constant column. */
  readonly variance: Float64Array;
  /** Smallest value; 0 for a column without values. */
  readonly min: Float32Array;
  /** Largest value; 0 for a column without values. */
  readonly max: Float32Array;
}

/** Mean, variance and range of every column, in two passes over the rows. */
export function columnMoments(matrix: FeatureMatrix): ColumnMoments {
  const width = matrix.names.length;
  const { rows, values } = matrix;
  const count = new Uint32Array(width);
  const mean = new Float64Array(width);
  const min = new Float32Array(width).fill(Infinity);
  const max = new Float32Array(width).fill(-Infinity);
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let column = 0; column < width; column++, cell++) {
      const value = values[cell]!;
      if (value !== value) continue;
      count[column]!++;
      mean[column]! += value;
      if (value < min[column]!) min[column] = value;
      if (value > max[column]!) max[column] = value;
    }
  }
  for (let column = 0; column < width; column++) {
    if (count[column] === 0) min[column] = max[column] = 0;
    // A sum of equal values is rounded; the mean of a constant column is its value.
    if (min[column] === max[column]) mean[column] = min[column]!;
    else mean[column]! /= count[column]!;
  }
  const variance = new Float64Array(width);
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let column = 0; column < width; column++, cell++) {
      const deviation = values[cell]! - mean[column]!;
      if (deviation === deviation) variance[column]! += deviation * deviation;
    }
  }
  for (let column = 0; column < width; column++) {
    if (min[column] === max[column]) variance[column] = 0;
    else variance[column]! /= count[column]!;
  }
  return { count, mean, variance, min, max };
}

/** What `read` makes of the present values of each column, which it gets in ascending order. */
export function mapSortedColumns<T>(
  matrix: FeatureMatrix,
  context: RunContext,
  read: (sorted: Float32Array, column: number) => T,
): T[] {
  return matrix.names.map((_, column) => {
    context.progress(column / matrix.names.length);
    return read(sortedColumn(matrix, column), column);
  });
}

function sortedColumn(matrix: FeatureMatrix, column: number): Float32Array {
  const width = matrix.names.length;
  const present = new Float32Array(matrix.rows);
  let count = 0;
  for (let row = 0, cell = column; row < matrix.rows; row++, cell += width) {
    const value = matrix.values[cell]!;
    if (value === value) present[count++] = value;
  }
  return present.subarray(0, count).sort();
}

/**
 * The quantile of ascending values at `level` in [0, 1], interpolated linearly between order statistics
 * (Hyndman & Fan, "Sample quantiles in statistical packages", 1996, definition 7; NumPy's default).
 * NaN when there are no values.
 */
export function quantile(sorted: Float32Array | Float64Array, level: number): number {
  const position = (sorted.length - 1) * level;
  const below = Math.floor(position);
  const low = sorted[below] ?? NaN;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (position - below);
}
