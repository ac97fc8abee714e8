import pl from "nodejs-polars";
import type { RunContext } from "../run_context.ts";
import {
  type BadCell,
  type BadRow,
  openTable,
  type ReadOptions,
  type TableSource,
} from "../table/open_table.ts";

/** The first part of a file, as it is read. */
export interface TableStart {
  readonly source: TableSource;
  /** Undefined where there is no row at all, not even a bad one. */
  readonly frame: pl.DataFrame | undefined;
  /** For each row of `frame` the line on which it starts. */
  readonly lines: readonly number[];
  readonly badRows: readonly BadRow[];
  readonly badCells: readonly BadCell[];
  /** Whether this is all of the file. */
  readonly isWhole: boolean;
}

/** So much of a file tells how it is read. */
const limits = { rows: 10_000, bytes: 4 * 2 ** 20, milliseconds: 1000 };

/** Small batches end soon in wide tables. */
const batchRows = 2000;

/**
 * Reads the beginning of a file, however large it is.
 *
 * @throws {HealerError} `table/…` where it cannot be read at all
 */
export async function readHead(
  path: string,
  options: ReadOptions,
  context: RunContext,
): Promise<TableStart> {
  const source = await openTable(path, { ...options, batchRows });
  const frames: pl.DataFrame[] = [];
  const lines: number[] = [];
  const badRows: BadRow[] = [];
  const badCells: BadCell[] = [];
  const end = performance.now() + limits.milliseconds;
  let isWhole = true;
  for await (const batch of source.batches()) {
    // One that ended a batch is not whole, although nothing may follow.
    if (lines.length + badRows.length >= limits.rows || !isWhole) {
      isWhole = false;
      break;
    }
    context.progress(0);
    if (batch.frame.height > 0 || frames.length === 0) frames.push(batch.frame);
    lines.push(...batch.lines);
    badRows.push(...batch.badRows);
    badCells.push(...batch.badCells);
    if (batch.bytesRead >= source.bytes) continue;
    if (batch.bytesRead >= limits.bytes || performance.now() > end) {
      isWhole = false;
      break;
    }
  }
  const filled = frames.filter(({ height }) => height > 0);
  const frame = filled.length > 1 ? pl.concat(filled, { how: "vertical" }) : filled[0] ?? frames[0];
  return { source, frame, lines, badRows, badCells, isWhole };
}
