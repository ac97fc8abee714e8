import { Random } from "../random.ts";
import { quantile } from "../table/column_statistics.ts";

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
  const units = unitsOf(rows, groups);
  const sums = new Float64Array(units.sizes.length * width);
  for (let row = 0; row < rows; row++) {
    const start = units.unitOf[row]! * width;
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
    for (let draw = 0; draw < units.sizes.length; draw++) {
      const unit = random.below(units.sizes.length);
      drawnRows += units.sizes[unit]!;
      const start = unit * width;
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

/** Which rows are drawn together: the unit of each row, and how many rows each unit has. */
function unitsOf(
  rows: number,
  groups: Int32Array | undefined,
): { unitOf: Int32Array; sizes: Int32Array } {
  const numbers = new Map<number, number>();
  const unitOf = Int32Array.from({ length: rows }, (_, row) => {
    const group = groups?.[row] ?? row;
    const unit = numbers.get(group) ?? numbers.size;
    numbers.set(group, unit);
    return unit;
  });
  const sizes = new Int32Array(numbers.size);
  for (const unit of unitOf) sizes[unit]!++;
  return { unitOf, sizes };
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
