const buckets = 4096;

/** Up to so many numbers are sorted at once. */
const few = 2048;

/** How often a bucket is divided again before it is sorted as it is. */
const deepest = 4;

/**
 * The numbers that would stand at `ranks` if the finite `numbers` were sorted: each is counted into one of many
 * ranges, and only those that hold a rank are looked at again. A few passes take the place of sorting.
 *
 * @param ranks From 0, ascending.
 */
export function valuesAtRanks(numbers: Float64Array, ranks: readonly number[]): number[] {
  return select(numbers, ranks, deepest);
}

function select(numbers: Float64Array, ranks: readonly number[], depth: number): number[] {
  let min = Infinity, max = -Infinity;
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index]!;
    if (number < min) min = number;
    if (number > max) max = number;
  }
  if (min === max) return ranks.map(() => min);
  const scale = (buckets - 1) / (max / 2 - min / 2);
  if (numbers.length <= few || depth === 0 || !Number.isFinite(scale)) {
    const sorted = numbers.slice().sort();
    return ranks.map((rank) => sorted[rank]!);
  }
  const bucketOf = new Uint16Array(numbers.length);
  const counts = new Uint32Array(buckets);
  for (let index = 0; index < numbers.length; index++) {
    const bucket = Math.min(buckets - 1, (numbers[index]! / 2 - min / 2) * scale);
    bucketOf[index] = bucket;
    counts[bucketOf[index]!]!++;
  }
  const found: number[] = [];
  for (let bucket = 0, start = 0; found.length < ranks.length; start += counts[bucket++]!) {
    const here = ranks.filter((rank) => rank >= start && rank < start + counts[bucket]!);
    if (here.length === 0) continue;
    const inside = new Float64Array(counts[bucket]!);
    for (let index = 0, next = 0; next < inside.length; index++) {
      if (bucketOf[index] === bucket) inside[next++] = numbers[index]!;
    }
    found.push(...select(inside, here.map((rank) => rank - start), depth - 1));
  }
  return found;
}
