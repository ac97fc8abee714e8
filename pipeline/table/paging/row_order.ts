import type { ColumnValues } from "./column_values.ts";
import { radixSort } from "./radix_order.ts";

/** Sorts rows by a column: holes last in either direction, equal rows stay as they are. */
export function sortRows(rows: Uint32Array, values: ColumnValues, descending: boolean): void {
  const holes: number[] = [];
  let present = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    if (values.isMissing(row)) holes.push(row);
    else rows[present++] = row;
  }
  rows.set(holes, present);
  const keys = values.orderKeys();
  if (descending) { for (const key of keys) invert(key); }
  radixSort(rows.subarray(0, present), keys);
}

function invert(key: Uint32Array): void {
  for (let row = 0; row < key.length; row++) key[row] = ~key[row]!;
}

/** The numbers of the rows for which all tests hold, ascending. */
export function matchingRows(
  count: number,
  tests: readonly ((row: number) => boolean)[],
): Uint32Array {
  const rows = new Uint32Array(count);
  let found = 0;
  for (let row = 0; row < count; row++) {
    if (tests.every((test) => test(row))) rows[found++] = row;
  }
  return found === count ? rows : rows.slice(0, found);
}
