import type { Range } from "./range_words.ts";

/** A range narrower than this share of the strip could not be seen. */
const narrowest = 0.04;

/** Of all that is shown no range is told apart that is a smaller share of it: doubles have no more digits. */
const finest = 1e-12;

/** The free share at either end of the strip. */
const margin = 0.04;

/**
 * Where numbers lie between 0 and 1 on a strip that shows all of `ranges` and `value`: in proportion, or, where the
 * narrowest range would vanish beside the others, ever more closely the further they are from it.
 */
export function stripScale(
  ranges: readonly Range[],
  value: number | null,
): (number: number) => number {
  const numbers = [...ranges.flat(), ...(value === null ? [] : [value])].filter(Number.isFinite);
  const low = Math.min(...numbers), high = Math.max(...numbers);
  if (numbers.length === 0 || low === high) return () => 0.5;
  const widths = ranges.filter(([from, to]) => to > from);
  const [first] = widths.toSorted((a, b) => a[1] - a[0] - (b[1] - b[0]));
  const place = first === undefined || (first[1] - first[0]) / (high - low) >= narrowest
    ? (number: number) => number
    : closing(first, (high - low) * finest);
  const start = place(low), length = place(high) - place(low);
  return (number) =>
    margin + (1 - 2 * margin) * Math.min(1, Math.max(0, (place(number) - start) / length));
}

/** In proportion within a range, or `least` around its middle, as the logarithm far outside. */
function closing([from, to]: Range, least: number): (number: number) => number {
  const middle = from + (to - from) / 2, unit = Math.max(least, (to - from) / 2);
  return (number) => Math.asinh((number - middle) / unit);
}
