import * as aq from "arquero";
import { type BytesColumn, type BytesTable, missingBoolean, textsOf } from "../table_bytes.ts";

/** A table as the code sees it: a missing number is NaN, any other missing cell null. */
export function arqueroTable({ columns }: BytesTable): aq.ColumnTable {
  return aq.table(columns.map((column): [string, ArrayLike<unknown>] => [
    column.name,
    cellsOf(column),
  ]));
}

function cellsOf(column: BytesColumn): ArrayLike<unknown> {
  switch (column.type) {
    case "number":
      return column.values;
    case "time":
      return Array.from(column.values, (time) => Number.isNaN(time) ? null : new Date(time));
    case "boolean":
      return Array.from(column.values, (value) => value === missingBoolean ? null : value === 1);
    case "text":
      return textsOf(column);
  }
}
