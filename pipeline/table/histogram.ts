/** Counts of numbers in bins: bin i holds edges[i] ≤ x < edges[i + 1], the last also its upper edge. */
export interface Histogram {
  /** One more than there are bins, strictly ascending. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

const mostBins = 40;

/**
 * The histogram of at least one finite number, ascending, in at most 40 bins: one for each whole number where
 * there are only few of them, else of equal width by numpy's "auto" rule (the narrower of Freedman and
 * Diaconis's and Sturges's bins).
 */
export function histogramOfSorted(sorted: Float64Array): Histogram {
  const edges = edgesFor(sorted);
  const counts: number[] = [];
  let start = 0;
  for (let bin = 1; bin < edges.length; bin++) {
    const end = bin === edges.length - 1 ? sorted.length : firstAtLeast(sorted, edges[bin]!);
    counts.push(end - start);
    start = end;
  }
  return { edges, counts };
}

function edgesFor(sorted: Float64Array): number[] {
  const min = sorted[0]!;
  const max = sorted[sorted.length - 1]!;
  if (isFewWholeNumbers(sorted)) {
    return Array.from({ length: max - min + 2 }, (_, index) => min + index - 0.5);
  }
  if (min === max) {
    const half = Math.max(0.5, Math.abs(min) / 1000);
    return [Math.max(min - half, -Number.MAX_VALUE), Math.min(max + half, Number.MAX_VALUE)];
  }
  const bins = binCount(sorted);
  const edges = [min];
  for (let bin = 1; bin < bins; bin++) {
    const edge = min * (1 - bin / bins) + max * (bin / bins);
    // Around 1e17 neighbouring doubles are 16 apart: edges may fall together.
    if (edge > edges[edges.length - 1]! && edge < max) edges.push(edge);
  }
  edges.push(max);
  return edges;
}

/** Beyond 2^52 there are no halves to put the edges at. */
function isFewWholeNumbers(sorted: Float64Array): boolean {
  const min = sorted[0]!;
  const max = sorted[sorted.length - 1]!;
  return max - min < mostBins && Math.abs(min) < 2 ** 51 && Math.abs(max) < 2 ** 51 &&
    sorted.every(Number.isInteger);
}

function binCount(sorted: Float64Array): number {
  const count = sorted.length;
  const quarter = (level: number) => sorted[Math.round(level * (count - 1))]!;
  const range = sorted[count - 1]! / 2 - sorted[0]! / 2;
  const spread = quarter(0.75) / 2 - quarter(0.25) / 2;
  const sturges = Math.ceil(Math.log2(count)) + 1;
  const freedmanDiaconis = spread > 0 ? Math.ceil(range * Math.cbrt(count) / (2 * spread)) : 1;
  return Math.min(mostBins, Math.max(sturges, freedmanDiaconis));
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
