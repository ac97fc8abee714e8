/** The share of resamples on each side of a 95 % interval. */
const tail = 0.025;

/** A metric on the rows as they are, and the bounds between which 95 % of the resamples lie. */
export interface Interval {
  readonly value: number;
  /** NaN where the metric is defined in no resample. */
  readonly low: number;
  readonly high: number;
}

/**
 * The bootstrap percentile interval (Efron 1979; 2.5 % and 97.5 %, interpolated linearly). A resampled value
 * that is NaN is undefined and does not count.
 */
export function percentileInterval(value: number, resampled: Float64Array): Interval {
  const ascending = resampled.filter((each) => !Number.isNaN(each)).sort();
  return { value, low: quantile(ascending, tail), high: quantile(ascending, 1 - tail) };
}

/** The quantile of ascending numbers, linear between neighbours (type 7 of Hyndman & Fan 1996). */
function quantile(ascending: Float64Array, share: number): number {
  if (ascending.length === 0) return NaN;
  const position = share * (ascending.length - 1);
  const below = Math.floor(position);
  const lower = ascending[below]!;
  return lower + (position - below) * (ascending[Math.ceil(position)]! - lower);
}
