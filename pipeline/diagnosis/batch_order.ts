import type { TableBatch } from "../table/open_table.ts";

/** Where the rows of a batch stand. */
export interface BatchOrder {
  /** Position in the file of every row of the batch, ascending. */
  readonly positions: number[];
  /** Batch row → frame row, or -1 for an unreadable row. */
  readonly frameRowOf: Int32Array;
  /** Frame row → batch row. */
  readonly frameRows: Int32Array;
  /** Position in the file → batch row. */
  readonly rowAt: (position: number) => number;
}

/** Weaves readable and unreadable rows back into the order of the file. */
export function batchOrder(read: TableBatch): BatchOrder {
  const positions = [...read.positions, ...read.badRows.map((bad) => bad.row)].sort((a, b) =>
    a - b
  );
  const frameRowOf = new Int32Array(positions.length).fill(-1);
  const frameRows = new Int32Array(read.positions.length);
  let frameRow = 0;
  for (const [row, position] of positions.entries()) {
    if (read.positions[frameRow] !== position) continue;
    frameRowOf[row] = frameRow;
    frameRows[frameRow++] = row;
  }
  const rows = new Map<number, number>();
  if (read.badRows.length + read.badCells.length > 0) {
    for (const [row, position] of positions.entries()) rows.set(position, row);
  }
  return { positions, frameRowOf, frameRows, rowAt: (position) => rows.get(position) ?? 0 };
}
