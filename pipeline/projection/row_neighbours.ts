import { NearestRows } from "../learners/nearest_rows.ts";
import type { RunContext } from "../run_context.ts";
import type { DenseRows } from "./dense_rows.ts";

/** The rows nearest to each row, which itself is not among them. */
export interface RowNeighbours {
  /** k */
  readonly count: number;
  /** n×k row-major, nearest first. */
  readonly rows: Int32Array;
  /** n×k row-major: their squared distances. */
  readonly squares: Float64Array;
}

/** The `count` exact nearest neighbours of each row, fewer where there are not so many rows. */
export function rowNeighbours(
  { rows, width, values }: DenseRows,
  wanted: number,
  context: RunContext,
): RowNeighbours {
  const count = Math.min(wanted, rows - 1);
  const nearest = new NearestRows(values, width, count + 1);
  const found = { rows: new Int32Array(rows * count), squares: new Float64Array(rows * count) };
  for (let row = 0; row < rows; row++) {
    context.progress(row / rows);
    nearest.find(values, row * width);
    // Among many equal rows, the row itself may not have been found: then the last one is too many.
    const self = nearest.rows.indexOf(row);
    const left = self < 0 ? count : self;
    for (let place = 0, at = row * count; place < count; place++, at++) {
      const from = place < left ? place : place + 1;
      found.rows[at] = nearest.rows[from]!;
      found.squares[at] = nearest.squares[from]!;
    }
  }
  return { count, ...found };
}
