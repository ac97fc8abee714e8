import type pl from "nodejs-polars";
import { textCells } from "../diagnosis/diagnose_rows.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { hasTooManyClasses, readLabels } from "../table/labels.ts";
import { takeFrameRows } from "./stored_table.ts";

/** The rows whose cell in `column` names a class, ascending. */
export function labelledRows(frame: pl.DataFrame, column: string): Int32Array {
  const rows: number[] = [];
  for (const [row, cell] of textCells(frame, column).entries()) {
    if (cell !== null && cell.trim() !== "") rows.push(row);
  }
  return Int32Array.from(rows);
}

/** How many of `rows` each class has, the most frequent first. */
export function countClasses(
  frame: pl.DataFrame,
  column: string,
  rows: Int32Array,
): Map<string, number> {
  const cells = textCells(frame, column);
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(cells[row]!, (counts.get(cells[row]!) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}

/** The labels of `rows`, or null where the column's values are no classes to learn from. */
export function usableLabels(
  frame: pl.DataFrame,
  column: string,
  rows: Int32Array,
): Labels | null {
  const classes = countClasses(frame, column, rows).size;
  if (classes < 2 || hasTooManyClasses(classes, rows.length)) return null;
  return readLabels(takeFrameRows(frame, rows), column).labels;
}
