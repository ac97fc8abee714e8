import pl from "nodejs-polars";
import { HealerError, type Notice, type Problem } from "../problem.ts";
import type { TableColumn } from "./column_type.ts";
import {
  type BadCell,
  type BadRow,
  openTable,
  type Reading,
  type ReadOptions,
  type TableSource,
} from "./open_table.ts";
import { tableProblem } from "./problems.ts";

/** A whole table in memory. */
export interface Table {
  readonly frame: pl.DataFrame;
  readonly columns: readonly TableColumn[];
  readonly reading: Reading;
  readonly notices: readonly Notice[];
  readonly badRows: readonly BadRow[];
  readonly badCells: readonly BadCell[];
  /** For each row of `frame` its position among the data records, from 1. */
  readonly positions: Float64Array;
}

/** Few batches make the table whole again quickly. */
const batchRows = 100_000;

/** After so many bad rows and no good one the rest of a file is not read: it was misunderstood. */
export const hopeless = 10_000;

/**
 * Reads a whole CSV or Parquet file.
 *
 * @param onProgress Is told how much of the file has been read, in [0, 1].
 * @throws {HealerError} `table/…`; also where it has no rows or every row is bad.
 */
export async function readTable(
  path: string,
  options: ReadOptions = {},
  onProgress: (fraction: number) => void = () => {},
): Promise<Table> {
  const source = await openTable(path, { batchRows, ...options });
  const frames: pl.DataFrame[] = [];
  const badRows: BadRow[] = [];
  const badCells: BadCell[] = [];
  const positions: Float64Array[] = [];
  for await (const batch of source.batches()) {
    if (batch.frame.height > 0) {
      frames.push(batch.frame);
      positions.push(batch.positions);
    }
    for (const bad of batch.badRows) badRows.push(bad);
    for (const bad of batch.badCells) badCells.push(bad);
    if (frames.length === 0 && badRows.length >= hopeless) break;
    onProgress(progressOf(source, batch.bytesRead));
  }
  const [only] = frames;
  if (only === undefined) throw new HealerError(noRowsLeft(path, badRows.length, badRows[0]));
  const { columns, reading, notices } = source;
  return {
    frame: frames.length === 1 ? only : pl.concat(frames, { how: "vertical", rechunk: true }),
    columns,
    reading,
    notices,
    badRows,
    badCells,
    positions: joined(positions),
  };
}

/** Why a table without a readable row cannot be used. */
export function noRowsLeft(path: string, bad: number, first: BadRow | undefined): Problem {
  return first === undefined
    ? tableProblem.noRows(path)
    : tableProblem.everyRowBad(path, bad, first.reason);
}

/** How much of the file has been read, in [0, 1]. */
export function progressOf(source: TableSource, bytesRead: number): number {
  return Math.min(1, bytesRead / Math.max(1, source.bytes));
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
