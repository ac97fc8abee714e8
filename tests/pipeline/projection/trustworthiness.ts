import type { DenseRows } from "@/pipeline/projection/dense_rows.ts";

/**
 * How far the k nearest rows on a map are near in truth, 1 at best (Venna & Kaski 2001), as scikit-learn's
 * `trustworthiness` has it.
 */
export function trustworthiness(rows: DenseRows, map: DenseRows, k: number): number {
  const n = rows.rows;
  let penalty = 0;
  for (let row = 0; row < n; row++) {
    const ranks = new Map(order(rows, row).map((other, rank) => [other, rank + 1]));
    for (const other of order(map, row).slice(0, k)) {
      penalty += Math.max(0, (ranks.get(other) ?? 0) - k);
    }
  }
  return 1 - 2 * penalty / (n * k * (2 * n - 3 * k - 1));
}

/** All other rows, the nearest first. */
function order({ rows, width, values }: DenseRows, row: number): number[] {
  const squares = Array.from({ length: rows }, (_, other) => {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      sum += (values[row * width + column]! - values[other * width + column]!) ** 2;
    }
    return sum;
  });
  return squares.map((_, other) => other)
    .filter((other) => other !== row)
    .sort((a, b) => squares[a]! - squares[b]!);
}
