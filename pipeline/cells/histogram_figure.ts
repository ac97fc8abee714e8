import type { Text } from "../problem.ts";
import { histogramOfSorted } from "../table/histogram.ts";
import { type Axis, axisOf, type Figure, type FigureOf } from "./figure.ts";

/** Values of one series of a histogram; NaN and infinite ones are left out. */
export interface HistogramSeries {
  readonly name: Text;
  readonly values: Float32Array | Float64Array;
}

/** What a histogram that is not divided calls its one series. */
export const rowsName: Text = { en: "rows", zh: "行" };

/** Positive values that span more than this are drawn on a logarithmic scale. */
const logFrom = 1000;

/** Where the values after a step fill less than this of the range before, the two need an axis each. */
const comparable = 0.2;

/**
 * The histograms of some series over the same bins, on a logarithmic scale where the values span several
 * powers of ten; undefined where there is no value.
 *
 * @param count How many bins there are; by the values where this is absent.
 */
export function histogramFigure(
  title: Text,
  column: string,
  series: readonly HistogramSeries[],
  count?: number,
): FigureOf<"histogram"> | undefined {
  const bins = binsOf(series.map(({ values }) => values), count);
  if (bins === undefined) return undefined;
  return {
    type: "histogram",
    title,
    x: axisOf(column, bins.scale),
    edges: bins.edges,
    series: series.map(({ name, values }) => ({ name, counts: countInBins(bins.edges, values) })),
  };
}

/**
 * A column before and after a step: over the same bins where both have about the same range, else side by
 * side; undefined where either has no value.
 */
export function beforeAfterFigure(
  column: string,
  before: Float32Array,
  after: Float32Array,
): Figure | undefined {
  const [was, is] = [rangeOf(before), rangeOf(after)];
  if (was === undefined || is === undefined) return undefined;
  const title = { en: column, zh: column };
  const fits = is.min >= was.min && is.max <= was.max &&
    is.max - is.min >= comparable * (was.max - was.min);
  if (fits) {
    return histogramFigure(title, column, [
      { name: { en: "before", zh: "之前" }, values: before },
      { name: { en: "after", zh: "之后" }, values: after },
    ]);
  }
  const panels = [before, after].map((values, index) => {
    const { edges, scale } = binsOf([values])!;
    const label = index === 0 ? { en: "before", zh: "之前" } : { en: "after", zh: "之后" };
    return { x: axisOf(label, scale), edges, counts: countInBins(edges, values) };
  });
  return { type: "before-after", title, before: panels[0]!, after: panels[1]! };
}

/** Bins of some values: k + 1 edges, and the scale on which they are of equal width. */
export interface Bins {
  readonly edges: number[];
  readonly scale: Axis["scale"];
}

/**
 * Bins for all values of some series, NaN and infinite ones left out; undefined where there is none.
 *
 * @param count How many bins there are; by the values where this is absent.
 */
export function binsOf(
  series: readonly (Float32Array | Float64Array)[],
  bins?: number,
): Bins | undefined {
  const all = new Float64Array(series.reduce((length, each) => length + each.length, 0));
  let count = 0;
  for (const each of series) {
    for (const value of each) if (Number.isFinite(value)) all[count++] = value;
  }
  if (count === 0) return undefined;
  const values = all.subarray(0, count).sort();
  const [min, max] = [values[0]!, values[values.length - 1]!];
  if (min > 0 && max / min > logFrom) {
    const edges = edgesOf(values.map(Math.log10), bins);
    return { edges: edges.map((edge) => 10 ** edge), scale: "log" };
  }
  return { edges: edgesOf(values, bins), scale: "linear" };
}

/** The edges of so many bins of equal width; of as many as the values ask for where `bins` is absent. */
function edgesOf(sorted: Float64Array, bins: number | undefined): number[] {
  const [min, max] = [sorted[0]!, sorted[sorted.length - 1]!];
  if (bins === undefined || min === max) return [...histogramOfSorted(sorted).edges];
  const edges = [min];
  for (let bin = 1; bin < bins; bin++) {
    const edge = min * (1 - bin / bins) + max * (bin / bins);
    // Around 1e17 neighbouring doubles are 16 apart: edges may fall together.
    if (edge > edges.at(-1)! && edge < max) edges.push(edge);
  }
  return [...edges, max];
}

/** The bin that a finite value falls into; what rounding pushed beyond the outer edges is in the outer bins. */
export function binOf(edges: readonly number[], value: number): number {
  let low = 0, high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (value >= edges[middle]!) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Counts of values in bins; what rounding pushed beyond the outer edges counts in the outer bins. */
function countInBins(edges: readonly number[], values: Float32Array | Float64Array): number[] {
  const counts = new Array<number>(edges.length - 1).fill(0);
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    counts[binOf(edges, value)]!++;
  }
  return counts;
}

function rangeOf(values: Float32Array): { min: number; max: number } | undefined {
  let min = Infinity, max = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min <= max ? { min, max } : undefined;
}
