import type { PageCell } from "./table_page.ts";

/** The cells of one column, or of some of its rows, in the form they take least room and time in. */
export interface ColumnValues {
  readonly length: number;
  /** About how much memory they take. */
  readonly bytes: number;
  /** What the browser gets. */
  cell(row: number): PageCell;
  isMissing(row: number): boolean;
  /** The values of some rows. */
  gather(rows: Uint32Array): ColumnValues;
  /** 32-bit keys whose order is that of the values, the least significant first; those of holes mean nothing. */
  orderKeys(): Uint32Array[];
}

/** How many holes there are. */
export function countMissing(values: ColumnValues): number {
  let missing = 0;
  for (let row = 0; row < values.length; row++) if (values.isMissing(row)) missing++;
  return missing;
}
