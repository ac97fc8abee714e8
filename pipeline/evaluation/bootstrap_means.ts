import { Random } from "../random.ts";
import { quantile } from "../table/column_statistics.ts";
import { rowGroups } from "./group_folds.ts";

/** A mean and how sure it is. */
export interface BootstrapMean {
  readonly mean: number;
  /** The standard deviation of the means of the resamples. */
  readonly standardError: number;
  /** The bounds between which 95 % of the resamples lie. */
  readonly low: number;
  readonly high: number;
}

/** How to resample. */
export interface BootstrapMeansOptions {
  readonly seed: number;
  /** n numbers: rows of one number are drawn together. */
  readonly groups?: Int32Array;
  /** 200 by default. */
  readonly resamples?: number;
}

/**
 * The means of the d columns of `values` (n×d row-major, n at least 1) with bootstrap standard errors and
 * percentile intervals (Efron 1979): as many rows, or groups of rows, as there are get drawn with replacement,
 * the same for all columns.
 */
export function bootstrapMeans(
  values: Float64Array,
  width: number,
  { seed, groups, resamples = 200 }: BootstrapMeansOptions,
): BootstrapMean[] {
  const rows = values.length / width;
  const { count, groupOf, starts } = rowGroups(groups ?? new Array<null>(rows).fill(null));
  const sums = new Float64Array(count * width);
  for (let row = 0; row < rows; row++) {
    const start = groupOf[row]! * width;
    for (let column = 0; column < width; column++) {
      sums[start + column]! += values[row * width + column]!;
    }
  }
  const random = new Random(seed);
  const means = Array.from({ length: width }, () => new Float64Array(resamples));
  const total = new Float64Array(width);
  for (let resample = 0; resample < resamples; resample++) {
    total.fill(0);
    let drawnRows = 0;
    for (let draw = 0; draw < count; draw++) {
      const group = random.below(count);
      drawnRows += starts[group + 1]! - starts[group]!;
      const start = group * width;
      for (let column = 0; column < width; column++) total[column]! += sums[start + column]!;
    }
    for (let column = 0; column < width; column++) {
      means[column]![resample] = total[column]! / drawnRows;
    }
  }
  return means.map((drawn, column) => {
    let sum = 0;
    for (let start = column; start < sums.length; start += width) sum += sums[start]!;
    return { mean: sum / rows, ...spreadOf(drawn) };
  });
}

function spreadOf(means: Float64Array): Omit<BootstrapMean, "mean"> {
  const sorted = means.toSorted();
  const mean = sorted.reduce((sum, each) => sum + each, 0) / sorted.length;
  const squares = sorted.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return {
    standardError: Math.sqrt(squares / (sorted.length - 1)),
    low: quantile(sorted, 0.025),
    high: quantile(sorted, 0.975),
  };
}
