/** Counts of numbers in bins: bin i holds edges[i] ≤ x < edges[i + 1], the last also its upper edge. */
export interface Histogram {
  /** One more than there are bins, strictly ascending. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

const mostBins = 40;

/** What the bins of some finite numbers depend on. */
export interface HistogramFacts {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  /** The numbers at the ranks of {@linkcode quarterRanks}. */
  readonly quarters: readonly [number, number];
  readonly areWhole: boolean;
}

/** Where the quarters of so many numbers stand in their order. */
export function quarterRanks(count: number): [number, number] {
  return [Math.round(0.25 * (count - 1)), Math.round(0.75 * (count - 1))];
}

/**
 * The histogram of at least one finite number, ascending, in at most 40 bins: one for each whole number where
 * there are only few of them, else of equal width by numpy's "auto" rule (the narrower of Freedman and
 * Diaconis's and Sturges's bins).
 */
export function histogramOfSorted(sorted: Float64Array): Histogram {
  const [low, high] = quarterRanks(sorted.length);
  const edges = edgesFor({
    count: sorted.length,
    min: sorted[0]!,
    max: sorted[sorted.length - 1]!,
    quarters: [sorted[low]!, sorted[high]!],
    areWhole: sorted.every(Number.isInteger),
  });
  const counts: number[] = [];
  let start = 0;
  for (let bin = 1; bin < edges.length; bin++) {
    const end = bin === edges.length - 1 ? sorted.length : firstAtLeast(sorted, edges[bin]!);
    counts.push(end - start);
    start = end;
  }
  return { edges, counts };
}

/** The same histogram of numbers in any order. */
export function histogramOf(numbers: Float64Array, facts: HistogramFacts): Histogram {
  const edges = edgesFor(facts);
  const counts = new Array<number>(edges.length - 1).fill(0);
  const last = counts.length - 1;
  const from = edges[0]! / 2;
  const scale = (last + 1) / (edges[last + 1]! / 2 - from);
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index]!;
    // Rounding may lead to a neighbour, and edges that fell together are left out.
    let bin = Math.min(last, Math.floor((number / 2 - from) * scale) || 0);
    while (bin > 0 && number < edges[bin]!) bin--;
    while (bin < last && number >= edges[bin + 1]!) bin++;
    counts[bin]!++;
  }
  return { edges, counts };
}

function edgesFor(facts: HistogramFacts): number[] {
  const { min, max } = facts;
  if (areFewWholeNumbers(facts)) {
    return Array.from({ length: max - min + 2 }, (_, index) => min + index - 0.5);
  }
  if (min === max) {
    const half = Math.max(0.5, Math.abs(min) / 1000);
    return [Math.max(min - half, -Number.MAX_VALUE), Math.min(max + half, Number.MAX_VALUE)];
  }
  const bins = binCount(facts);
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
function areFewWholeNumbers({ min, max, areWhole }: HistogramFacts): boolean {
  return areWhole && max - min < mostBins && Math.abs(min) < 2 ** 51 && Math.abs(max) < 2 ** 51;
}

function binCount({ count, min, max, quarters: [low, high] }: HistogramFacts): number {
  const range = max / 2 - min / 2;
  const spread = high / 2 - low / 2;
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
