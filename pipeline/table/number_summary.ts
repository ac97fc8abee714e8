import { type Histogram, histogramOfSorted } from "./histogram.ts";

/** The levels at which quantiles are given. */
export const quantileLevels = [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1] as const;

/** The distribution of the numbers of one column. */
export interface NumberSummary {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Of the population: divided by n, as numpy's default. */
  readonly standardDeviation: number;
  /** One value for each of {@linkcode quantileLevels}, by linear interpolation (numpy's default). */
  readonly quantiles: readonly number[];
  readonly histogram: Histogram;
}

/** The summary of at least one finite number; `sorted` is ascending. */
export function summarize(sorted: Float64Array): NumberSummary {
  const min = sorted[0]!;
  const max = sorted[sorted.length - 1]!;
  return {
    min,
    max,
    ...moments(sorted),
    quantiles: quantileLevels.map((level) => quantile(sorted, level)),
    histogram: histogramOfSorted(sorted),
  };
}

/** The quantile of ascending `sorted` at `level` in [0, 1], linearly interpolated (Hyndman and Fan's type 7). */
export function quantile(sorted: Float64Array, level: number): number {
  const position = level * (sorted.length - 1);
  const below = Math.floor(position);
  const lower = sorted[below]!;
  const upper = sorted[Math.min(below + 1, sorted.length - 1)]!;
  const weight = position - below;
  const distance = upper - lower;
  if (!Number.isFinite(distance)) return lower * (1 - weight) + upper * weight;
  // Starting from the nearer end, as numpy does, keeps the result between the two.
  return weight < 0.5 ? lower + distance * weight : upper - distance * (1 - weight);
}

/**
 * Mean and standard deviation in two passes with the correction of Chan, Golub and LeVeque, "Algorithms for
 * computing the sample variance" (1983). Scaling by a power of two is exact and keeps squares in range.
 */
function moments(
  sorted: Float64Array,
): Pick<NumberSummary, "mean" | "standardDeviation"> {
  const count = sorted.length;
  const magnitude = Math.max(Math.abs(sorted[0]!), Math.abs(sorted[count - 1]!));
  const scale = magnitude > 2 ** 400 ? 2 ** -600 : magnitude < 2 ** -400 ? 2 ** 600 : 1;
  let sum = 0;
  for (let index = 0; index < count; index++) sum += sorted[index]! * scale;
  const roughMean = sum / count;
  let deviations = 0;
  let squares = 0;
  for (let index = 0; index < count; index++) {
    const deviation = sorted[index]! * scale - roughMean;
    deviations += deviation;
    squares += deviation * deviation;
  }
  const correction = deviations / count;
  const variance = Math.max(0, squares / count - correction * correction);
  return {
    mean: (roughMean + correction) / scale,
    standardDeviation: Math.sqrt(variance) / scale,
  };
}
