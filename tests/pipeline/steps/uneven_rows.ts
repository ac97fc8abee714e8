import { Random } from "@/pipeline/random.ts";
import type { LabelledRows } from "@/pipeline/steps/row_step.ts";

/**
 * Rows of classes "c0", "c1" … with `sizes` rows each, around different centres; the columns have very
 * different units, `holes` of the values are missing, and every five rows are a group. The last column,
 * complete, is the number of the row.
 */
export function unevenRows(
  sizes: readonly number[],
  { width = 4, holes = 0, seed = 1 }: { width?: number; holes?: number; seed?: number } = {},
): LabelledRows {
  const random = new Random(seed);
  const codes = Int32Array.from(sizes.flatMap((size, code) => Array(size).fill(code)));
  random.shuffle(codes);
  const values = new Float32Array(codes.length * width);
  for (const [row, code] of codes.entries()) {
    for (let column = 0; column < width - 1; column++) {
      const value = (random.normal() + code * ((column % 2) + 0.5)) * 1000 ** column;
      values[row * width + column] = random.next() < holes ? NaN : value;
    }
    values[(row + 1) * width - 1] = row;
  }
  return {
    matrix: {
      names: Array.from({ length: width }, (_, column) => `kpi ${column}`),
      rows: codes.length,
      values,
    },
    labels: {
      classes: sizes.map((_, code) => `c${code}`),
      codes,
      groups: Int32Array.from(codes, (_, row) => Math.floor(row / 5)),
    },
  };
}

/** How many rows each class has. */
export function sizesOf({ labels: { classes, codes } }: LabelledRows): number[] {
  return classes.map((_, code) => codes.filter((each) => each === code).length);
}

/** One row as plain numbers. */
export function rowOf({ matrix: { names, values } }: LabelledRows, row: number): number[] {
  return [...values.subarray(row * names.length, (row + 1) * names.length)];
}

/**
 * For each row the others, nearest first, by scikit-learn's definition of nan_euclidean_distances over
 * standardised columns: √(d / (columns both know) · Σ squared differences).
 */
export function neighboursByDefinition(rows: LabelledRows): number[][] {
  const table = Array.from({ length: rows.matrix.rows }, (_, row) => rowOf(rows, row));
  const scored = rows.matrix.names.map((_, column) => {
    const known = table.map((row) => row[column]!).filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
    return table.map((row) => (row[column]! - mean) / Math.sqrt(variance));
  });
  return table.map((_, row) => {
    const distances = table.map((_, other) => {
      const squares = scored.map((column) => (column[row]! - column[other]!) ** 2)
        .filter((square) => !Number.isNaN(square));
      return squares.reduce((sum, square) => sum + square, 0) * scored.length / squares.length;
    });
    return table.map((_, other) => other).filter((other) => other !== row)
      .sort((a, b) => distances[a]! - distances[b]!);
  });
}
