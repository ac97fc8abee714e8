/** Row numbers as people write them: `1-20,35`. */

/** A run of numbers, both ends among them. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

const range = /^(\d{1,10})(?:\s*[-–]\s*(\d{1,10}))?$/;

/** What of a text of ranges is no range, for the one who wrote it. */
export interface BadRange {
  readonly part: string;
}

/**
 * Reads ranges, in any order, overlapping or not, parted by commas, semicolons, spaces or line ends; the first part
 * that is none where there is one.
 */
export function parseRowRanges(text: string): readonly RowRange[] | BadRange {
  const ranges: RowRange[] = [];
  for (const part of text.replace(/\s*[-–]\s*/g, "-").split(/[\s,;，、；]+/)) {
    if (part === "") continue;
    const [, first, last = first] = range.exec(part) ?? [];
    const from = Number(first), to = Number(last);
    if (first === undefined || from < 1 || to < from) return { part: part.slice(0, 40) };
    ranges.push({ from, to });
  }
  return ranges;
}

/** The numbers, of which none is below 1, as the shortest ranges, ascending: `1-20,35`. */
export function printRowRanges(numbers: Iterable<number>): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[end - 1]! + 1) end++;
    const [from, to] = [sorted[start], sorted[end - 1]];
    parts.push(from === to ? String(from) : `${from}-${to}`);
  }
  return parts.join(",");
}

/** Whether a number lies in one of the ranges, however many there are. */
export function inRanges(ranges: readonly RowRange[]): (number: number) => boolean {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return (number) => {
    let low = 0, high = joined.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((joined[middle]?.from ?? Infinity) <= number) low = middle + 1;
      else high = middle;
    }
    return number <= (joined[low - 1]?.to ?? -Infinity);
  };
}
