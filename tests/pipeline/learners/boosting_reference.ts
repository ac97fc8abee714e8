import type { LabelledRows } from "./labelled_rows.ts";

/** How much a split of all rows gains for the first class in the first round, and the most that any gains. */
export function bestFirstSplit(
  { matrix, labels }: LabelledRows,
  { l2, minChildWeight }: { l2: number; minChildWeight: number },
): {
  readonly best: number;
  gainOf(column: number, threshold: number, missingLeft: boolean): number;
} {
  const { rows, values } = matrix;
  const width = matrix.names.length;
  const share = labels.codes.filter((code) => code === 0).length / rows;
  const score = (kept: readonly number[]): number => {
    const gradient = kept.reduce((sum, row) => sum + share - Number(labels.codes[row] === 0), 0);
    return gradient ** 2 / (weight(kept) + l2);
  };
  const weight = (kept: readonly number[]): number => kept.length * share * (1 - share);
  const all = Array.from({ length: rows }, (_, row) => row);
  const gainOf = (column: number, threshold: number, missingLeft: boolean): number => {
    const goesLeft = (row: number): boolean => {
      const value = values[row * width + column]!;
      return Number.isNaN(value) ? missingLeft : value <= threshold;
    };
    const left = all.filter(goesLeft), right = all.filter((row) => !goesLeft(row));
    if (Math.min(weight(left), weight(right)) < minChildWeight) return -Infinity;
    return score(left) + score(right) - score(all);
  };
  let best = -Infinity;
  for (let column = 0; column < width; column++) {
    for (const row of all) {
      const threshold = values[row * width + column]!;
      if (Number.isNaN(threshold)) continue;
      best = Math.max(best, gainOf(column, threshold, true), gainOf(column, threshold, false));
    }
  }
  return { best, gainOf };
}
