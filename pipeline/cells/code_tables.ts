import pl from "nodejs-polars";
import { codeLimits } from "../code/limits.ts";
import {
  type BytesColumn,
  decodeTables,
  encodeTables,
  missingBoolean,
  textColumn,
  textsOf,
} from "../code/table_bytes.ts";
import type { TableColumn } from "../table/column_type.ts";
import { FrameColumns } from "../table/frame_columns.ts";
import { numbersOf } from "../table/frame_to_matrix.ts";
import { timesOf } from "../table/time_values.ts";

/** A table that code is to read: its name there, its rows and its columns. */
export interface CodeTable {
  readonly name: string;
  readonly frame: pl.DataFrame;
  readonly columns: readonly TableColumn[];
}

/** Tables as the sandbox reads them. */
export function bytesOfTables(tables: readonly CodeTable[]): Uint8Array {
  return encodeTables(tables.map(({ name, frame, columns }) => {
    const series = new FrameColumns(frame);
    return {
      name,
      rows: frame.height,
      columns: columns.map((column) => bytesColumn(frame, column, series.get(column.name))),
    };
  }));
}

/**
 * The table in bytes that came out of the sandbox.
 *
 * @throws {Error} The bytes are not one table.
 */
export function tableOfBytes(bytes: Uint8Array<ArrayBuffer>): pl.DataFrame {
  const [table, ...others] = decodeTables(bytes);
  if (table === undefined || others.length > 0) throw new RangeError("These are not one table.");
  const { columns } = table;
  const frame = pl.DataFrame(columns.map((column, index) => seriesOf(column).alias(`c${index}`)));
  frame.columns = columns.map(({ name }) => name);
  return frame;
}

function bytesColumn(
  frame: pl.DataFrame,
  column: TableColumn,
  series: pl.Series,
): BytesColumn {
  const { name, type } = column;
  switch (type) {
    case "number":
      return { name, type, values: Float64Array.from(numbersOf(series)) };
    case "time":
      return { name, type, values: timesOf(frame, column) };
    case "boolean": {
      const cells: unknown[] = series.toArray();
      const code = (cell: unknown) => cell === null ? missingBoolean : Number(cell === true);
      return { name, type, values: Uint8Array.from(cells, code) };
    }
    case "text": {
      const cells: unknown[] = series.toArray();
      return textColumn(name, cells.map((cell) => cell === null ? null : String(cell)));
    }
  }
}

function seriesOf(column: BytesColumn): pl.Series {
  switch (column.type) {
    case "number":
      return pl.Series("", column.values);
    case "time":
      return times(column.values);
    case "boolean": {
      const cells = Array.from(
        column.values,
        (value) => value === missingBoolean ? null : value === 1,
      );
      return pl.Series("", cells, pl.Bool);
    }
    case "text":
      return pl.Series("", textsOf(column), pl.Utf8);
  }
}

function times(values: Float64Array): pl.Series {
  const [first, last] = codeLimits.times;
  // NaN is in no reach, either.
  const isInReach = pl.col("time").gtEq(pl.lit(first)).and(pl.col("time").ltEq(pl.lit(last)))
    .and(pl.col("time").isNotNan());
  const milliseconds = pl.when(isInReach).then(pl.col("time")).otherwise(pl.lit(null))
    .cast(pl.Int64);
  return pl.Series("time", values).toFrame().select(milliseconds.cast(pl.Datetime("ms"))).toSeries(
    0,
  );
}
