import pl from "nodejs-polars";
import type { Text } from "../problem.ts";
import type { TableColumn } from "../table/column_type.ts";
import { readTable } from "../table/read_table.ts";
import type { CellContext, CellTable } from "./cell_kind.ts";
import { notWritable } from "./keep_bytes.ts";
import type { FileReference } from "./value.ts";

const parquetMedia = "application/vnd.apache.parquet";

/** Reads a Parquet file that a cell has kept; its columns have the types they had. */
export async function readStored(
  file: FileReference,
  columns: readonly TableColumn[],
  context: CellContext,
): Promise<pl.DataFrame> {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  const options = { types, badCells: "hole" } as const;
  const { frame } = await readTable(context.pathOf(file), options, () => context.progress(0));
  return frame;
}

/** The rows of `frame` at `rows`, in that order. */
export function takeFrameRows(frame: pl.DataFrame, rows: Int32Array): pl.DataFrame {
  return frame.select(pl.all().gather(pl.Series("rows", rows)));
}

/**
 * Writes a frame to a scratch file and returns its path.
 *
 * @throws {HealerError} `cells/not-writable`
 */
export function writeFrame(frame: pl.DataFrame, context: CellContext): string {
  const path = context.scratchPath("parquet");
  try {
    frame.writeParquet(path, { compression: "lz4" });
  } catch (cause) {
    throw notWritable(cause);
  }
  return path;
}

/** Makes a frame a Parquet file of the result. */
export async function keepFrame(
  frame: pl.DataFrame,
  context: CellContext,
): Promise<FileReference> {
  return await keepParquet(writeFrame(frame, context), context);
}

/** Makes a finished Parquet file part of the result. */
export async function keepParquet(path: string, context: CellContext): Promise<FileReference> {
  return await context.keep(path, parquetMedia);
}

/** A column of numbers, null or NaN = missing. */
export interface NumberColumn {
  readonly name: string;
  readonly type: "number";
  readonly values: readonly (number | null)[];
}

/** A column of a table that a cell shows. */
export type ShownColumn =
  | NumberColumn
  | { readonly name: string; readonly type: "text"; readonly values: readonly (string | null)[] }
  | { readonly name: string; readonly type: "boolean"; readonly values: readonly boolean[] };

/** Makes columns of equal length a table of the result. */
export async function keepTable(
  name: string,
  title: Text,
  columns: readonly ShownColumn[],
  context: CellContext,
): Promise<CellTable> {
  const frame = pl.DataFrame(columns.map((column, index) => seriesOf(column).alias(`c${index}`)));
  frame.columns = columns.map((column) => column.name);
  return {
    name,
    title,
    file: await keepFrame(frame, context),
    rows: frame.height,
    columns: columns.map(({ name, type }) => ({ name, type })),
  };
}

function seriesOf({ type, values }: ShownColumn): pl.Series {
  switch (type) {
    case "number":
      return pl.Series("", values.map((value) => Number.isNaN(value) ? null : value), pl.Float64);
    case "text":
      return pl.Series("", [...values], pl.Utf8);
    case "boolean":
      return pl.Series("", [...values], pl.Bool);
  }
}
