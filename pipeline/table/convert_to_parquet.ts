import { HealerError, type Notice } from "../problem.ts";
import type { ColumnType, TableColumn } from "./column_type.ts";
import type { Guess } from "./guess.ts";
import {
  type BadCell,
  type BadRow,
  openTable,
  type Reading,
  type ReadOptions,
} from "./open_table.ts";
import { ParquetParts } from "./parquet_parts.ts";
import { hopeless, noRowsLeft, progressOf } from "./read_table.ts";

/** What became of a converted table. */
export interface Conversion {
  /** How many rows were written. */
  readonly rows: number;
  readonly columns: readonly TableColumn[];
  /** Why each of the columns has its type. */
  readonly types: readonly Guess<ColumnType>[];
  readonly reading: Reading;
  readonly notices: readonly Notice[];
  /** The first 10,000 rows that were set aside. */
  readonly badRows: readonly BadRow[];
  readonly badRowCount: number;
  /** The first 10,000 cells that became missing. */
  readonly badCells: readonly BadCell[];
  readonly badCellCount: number;
  /** How many of these each column has. */
  readonly badCellsOf: ReadonlyMap<string, number>;
}

const listed = 10_000;

/** Large batches make few parts; wide rows end a batch earlier. */
const batchRows = 250_000;

/**
 * Converts a CSV or Parquet file of any size to Parquet in bounded memory: batch by batch into parts in a
 * temporary folder beside `target`, then by streaming into one file that is renamed to `target`. When this
 * fails, what was there under that name before stays as it was.
 *
 * @param onProgress Is told how far the work is, in [0, 1].
 * @throws {HealerError} as `readTable`, and `table/not-writable`
 */
export async function convertToParquet(
  path: string,
  target: string,
  options: ReadOptions = {},
  onProgress: (fraction: number) => void = () => {},
): Promise<Conversion> {
  const source = await openTable(path, { batchRows, ...options });
  await using parts = await ParquetParts.create(target);
  const badRows: BadRow[] = [];
  const badCells: BadCell[] = [];
  const badCellsOf = new Map<string, number>();
  let rows = 0, badRowCount = 0, badCellCount = 0;
  for await (const { frame, bytesRead, ...bad } of source.batches()) {
    badRowCount += bad.badRows.length;
    badCellCount += bad.badCells.length;
    badRows.push(...bad.badRows.slice(0, listed - badRows.length));
    badCells.push(...bad.badCells.slice(0, listed - badCells.length));
    for (const { column } of bad.badCells) {
      badCellsOf.set(column, (badCellsOf.get(column) ?? 0) + 1);
    }
    if (frame.height > 0) {
      await parts.append(frame);
      rows += frame.height;
    }
    if (rows === 0 && badRowCount >= hopeless) break;
    onProgress(0.9 * progressOf(source, bytesRead));
  }
  if (rows === 0) throw new HealerError(noRowsLeft(path, badRowCount, badRows[0]));
  await parts.finish();
  onProgress(1);
  const { columns, types, reading, notices } = source;
  const bad = { badRows, badRowCount, badCells, badCellCount, badCellsOf };
  return { rows, columns, types, reading, notices, ...bad };
}
