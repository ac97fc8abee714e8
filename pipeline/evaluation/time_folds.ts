/** The rows that have a time, in the order of time; rows of equal time stay in their own order. */
export function orderByTime(times: Float64Array): Int32Array {
  return Int32Array.from(times, (_, row) => row)
    .filter((row) => Number.isFinite(times[row]!))
    .sort((left, right) => times[left]! - times[right]! || left - right);
}

/**
 * Positions in `order` that cut it into parts of about equal time order: for each of the ascending `shares`
 * (in (0, 1)) the position nearest to that share of the rows at which the time changes. Cuts that fall
 * together count once; none where all times are equal.
 */
export function timeCuts(
  order: Int32Array,
  times: Float64Array,
  shares: readonly number[],
): number[] {
  const cuts: number[] = [];
  for (const share of shares) {
    const cut = nearestChange(order, times, share * order.length);
    if (cut !== undefined && !cuts.includes(cut)) cuts.push(cut);
  }
  return cuts;
}

/** The position nearest to `wanted` whose row is later than the one before it, the lower one on ties. */
function nearestChange(
  order: Int32Array,
  times: Float64Array,
  wanted: number,
): number | undefined {
  const changes = (position: number): boolean =>
    position > 0 && position < order.length &&
    times[order[position]!]! > times[order[position - 1]!]!;
  let lower = Math.floor(wanted), upper = lower + 1;
  while (lower > 0 && !changes(lower)) lower--;
  while (upper < order.length && !changes(upper)) upper++;
  if (lower <= 0) return upper < order.length ? upper : undefined;
  return upper < order.length && upper - wanted < wanted - lower ? upper : lower;
}
