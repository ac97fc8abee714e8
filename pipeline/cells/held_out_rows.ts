import pl from "nodejs-polars";
import type { CellContext } from "./cell_kind.ts";
import { freeName } from "./free_name.ts";
import { columnWithRole, type Prepared } from "./prepared_value.ts";
import { readRowNumbers } from "./row_numbers.ts";
import { readStored, takeFrameRows, writeFrame } from "./stored_table.ts";

/** Raw rows for a model, in a file of their own. */
export interface RowsFile {
  readonly path: string;
  /** The column that names the rows. */
  readonly id: string;
  /** The same rows in memory. */
  readonly frame: pl.DataFrame;
  /** Where each stands in the raw table, from 0. */
  readonly rowNumbers: Int32Array;
}

/**
 * The raw rows that no step and no training has seen: those the split holds out, or all where there is no
 * split. Where the table has no id column, one is added that counts the rows of the whole table from 1.
 */
export async function writeHeldOutRows(
  prepared: Prepared,
  context: CellContext,
): Promise<RowsFile> {
  const { split, columns } = prepared;
  const frame = await readStored(prepared.table, columns, context);
  const rows = split
    ? await readRowNumbers(split.test, context)
    : Int32Array.from({ length: frame.height }, (_, row) => row);
  const taken = split ? takeFrameRows(frame, rows) : frame;
  const id = columnWithRole(columns, "id");
  if (id !== null) return { path: writeFrame(taken, context), id, frame: taken, rowNumbers: rows };
  const name = freeName("row", columns.map((column) => column.name));
  const numbers = pl.Series(name, Array.from(rows, (row) => row + 1), pl.Float64);
  const series = [...taken.getColumns(), numbers];
  const numbered = pl.DataFrame(series.map((each, index) => each.alias(`c${index}`)));
  numbered.columns = [...columns.map((column) => column.name), name];
  return { path: writeFrame(numbered, context), id: name, frame: numbered, rowNumbers: rows };
}
