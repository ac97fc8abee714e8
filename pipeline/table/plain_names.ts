import type pl from "nodejs-polars";
import type { ColumnType, TableColumn } from "./column_type.ts";

/**
 * Names `c0`, `c1`, … under which columns pass through Polars: real names may be patterns to it (`*`, `^a$`)
 * or keys that a plain object mishandles (`__proto__`, `1`).
 */
export function plainNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `c${index}`);
}

/** The plain names of the columns that have one of `types`. */
export function plainNamesOf(
  columns: readonly TableColumn[],
  ...types: readonly ColumnType[]
): string[] {
  return columns.flatMap(({ type }, index) => types.includes(type) ? [`c${index}`] : []);
}

/** Gives the columns of a frame with plain names their real ones. */
export function named(frame: pl.DataFrame, columns: readonly TableColumn[]): pl.DataFrame {
  frame.columns = columns.map((column) => column.name);
  return frame;
}
