import pl from "nodejs-polars";
import { isTime } from "../cell.ts";
import type { TableColumn } from "../column_type.ts";
import { countNativeBytes } from "../native_memory.ts";
import type { ColumnValues } from "./column_values.ts";
import { typeOfSeries, valuesOf } from "./parquet_values.ts";

/** How many rows are looked at to tell times from other texts. */
const sampleRows = 100;

/** A Parquet file that is read in parts. What Polars says of it is thrown as it is. */
export class ParquetSource {
  private constructor(
    private readonly frame: pl.LazyDataFrame,
    readonly columns: readonly TableColumn[],
    readonly rows: number,
  ) {}

  /** Reads what the file says of itself, and its first rows. */
  static open(path: string): ParquetSource {
    const frame = pl.scanParquet(path, { glob: false, hivePartitioning: false });
    const schema = frame.limit(0).collectSync();
    const types = schema.columns.map((_, index) => typeOfSeries(schema.toSeries(index)));
    const texts = schema.columns.filter((_, index) => types[index] === "text");
    const times = texts.length === 0 ? new Set() : timeColumns(frame, texts);
    const columns = schema.columns.map((name, index): TableColumn => ({
      name,
      type: times.has(name) ? "time" : types[index] ?? "text",
    }));
    const rows = Number(frame.select(pl.len()).collectSync().toSeries(0).get(0));
    return new ParquetSource(frame, columns, rows);
  }

  /** Some rows of some columns, in the order of `names`. */
  async read(
    names: readonly string[],
    offset = 0,
    length = this.rows,
  ): Promise<readonly ColumnValues[]> {
    if (names.length === 0) return [];
    const part = offset === 0 && length >= this.rows
      ? this.frame
      : this.frame.slice(offset, length);
    // Synchronous: a damaged page makes Polars panic, which `collect` does not survive.
    const read = part.select(...names.map(exactly)).collectSync();
    const values = names.map((_, index) => valuesOf(read.toSeries(index)));
    await countNativeBytes(8 * read.height * read.width);
    return values;
  }
}

/** The column of that name: one like `*` or `^a$` is a pattern to Polars, and so is this. */
function exactly(name: string): pl.Expr {
  return pl.col(`^${name.replace(/[\\.+*?()|[\]{}^$#&~-]/g, "\\$&")}$`);
}

/** Which columns of texts hold times, by their first rows. */
function timeColumns(frame: pl.LazyDataFrame, texts: readonly string[]): ReadonlySet<string> {
  const head = frame.select(...texts.map(exactly)).limit(sampleRows).collectSync();
  return new Set(texts.filter((_, index) => {
    const cells: unknown[] = head.toSeries(index).dropNulls().toArray();
    return cells.length > 0 && cells.every((cell) => typeof cell === "string" && isTime(cell));
  }));
}
