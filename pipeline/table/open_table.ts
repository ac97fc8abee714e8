import type pl from "nodejs-polars";
import { HealerError, type Notice, type Problem } from "../problem.ts";
import { binaryKind } from "./binary_kind.ts";
import type { ColumnType, TableColumn } from "./column_type.ts";
import { openCsv } from "./csv_table.ts";
import { givenEncoding, guessEncoding } from "./encoding.ts";
import { encodingSample } from "./encoding_sample.ts";
import { given, type Guess, guessed } from "./guess.ts";
import { isParquet, openParquet } from "./parquet_table.ts";
import { tableProblem } from "./problems.ts";
import { examineFile } from "./table_file.ts";

/** What the caller may say about a file; everything left out is guessed. */
export interface ReadOptions {
  readonly format?: "csv" | "parquet";
  /** A name of the Encoding Standard, such as `gb18030`. */
  readonly encoding?: string;
  /** One ASCII character. */
  readonly delimiter?: string;
  readonly quote?: string;
  readonly decimal?: "." | ",";
  /** Whether the first record names the columns. */
  readonly header?: boolean;
  /** The words for a missing cell, for every column; an empty cell that should be a number is always missing. */
  readonly missing?: readonly string[];
  /** Types of columns by name, as the table names them (`name (2)`, `column 3`). */
  readonly types?: ReadonlyMap<string, ColumnType>;
  /** What a cell does that does not fit the type of its column: takes its row out (default), or is missing. */
  readonly badCells?: "quarantine" | "hole";
  /** Columns whose cells are missing where they do not fit, whatever {@linkcode badCells} says. */
  readonly holes?: ReadonlySet<string>;
  /** At most so many rows a batch, 10,000 by default. */
  readonly batchRows?: number;
  /** At most so many in the first batch, for those who wait for it; as many as in the others by default. */
  readonly firstRows?: number;
}

/** A row that was set aside. */
export interface BadRow {
  /** Position among the data records, from 1. */
  readonly row: number;
  /** The physical line on which it starts, from 1; in Parquet the row. */
  readonly line: number;
  /** The field with the flaw, from 1, where it is known. */
  readonly column?: number;
  /** A problem of `row_problems.ts`. */
  readonly reason: Problem;
  /** Its text, cut at 2,000 characters. */
  readonly raw: string;
}

/** A cell that did not fit the type of its column and became missing. */
export interface BadCell {
  readonly row: number;
  readonly line: number;
  readonly column: string;
  readonly reason: Problem;
  readonly raw: string;
}

/** Some rows of a table; rows in `frame` and in `badRows` together are all rows of its stretch of the file. */
export interface TableBatch {
  /** Number columns are Float64, boolean ones Bool, text and time Utf8; null = missing; may have no rows. */
  readonly frame: pl.DataFrame;
  /** For each row of `frame` its position among the data records, from 1. */
  readonly positions: Float64Array;
  /** For each row of `frame` the physical line on which it starts, from 1; in Parquet the row. */
  readonly lines: Float64Array;
  readonly badRows: readonly BadRow[];
  readonly badCells: readonly BadCell[];
  /** How much of the file has been read, for progress. */
  readonly bytesRead: number;
}

/** How the file was understood; a Parquet file says all but its format itself. */
export interface Reading {
  readonly format: Guess<"csv" | "parquet">;
  readonly encoding?: Guess<string>;
  readonly delimiter?: Guess<string>;
  readonly quote?: Guess<string>;
  readonly decimal?: Guess<"." | ",">;
  readonly header?: Guess<boolean>;
}

/** A table that is ready to be read. */
export interface TableSource {
  readonly columns: readonly TableColumn[];
  /** Why each of the columns has its type. */
  readonly types: readonly Guess<ColumnType>[];
  /** The size of the file. */
  readonly bytes: number;
  readonly reading: Reading;
  readonly notices: readonly Notice[];
  /**
   * The rows in file order, in bounded memory. Reads the file anew each time.
   *
   * @throws {HealerError} `table/unreadable`, `table/broken-parquet`
   */
  batches(): AsyncIterable<TableBatch>;
}

/**
 * Opens a CSV or Parquet file: finds out how it is written and what its columns are, from its first 2 MiB or
 * 20,000 rows. Parquet is known by its first bytes, not by its name.
 *
 * @throws {HealerError} `table/…` where the file cannot be opened, is no table, or an option is wrong.
 */
export async function openTable(path: string, options: ReadOptions = {}): Promise<TableSource> {
  checkRows("batchRows", options.batchRows);
  checkRows("firstRows", options.firstRows);
  const file = await examineFile(path);
  if (options.format === "parquet" || (options.format === undefined && isParquet(file.head))) {
    const format = options.format === undefined
      ? guessed(
        "parquet" as const,
        "its first bytes are those of Parquet",
        "文件开头为 Parquet 标志",
      )
      : given(options.format);
    return await openParquet(file, format, options);
  }
  const encoding = options.encoding === undefined
    ? guessEncoding(await encodingSample(file))
    : givenEncoding(options.encoding, file.head);
  const binary = binaryKind(file.head, encoding.value.startsWith("utf-16"));
  if (binary !== undefined) {
    throw new HealerError(tableProblem.notATable(path, binary.what, binary.hint));
  }
  const format = options.format === undefined
    ? guessed("csv" as const, "it is text", "文件为文本")
    : given(options.format);
  return await openCsv(file, format, encoding, options);
}

function checkRows(option: "batchRows" | "firstRows", rows: number | undefined): void {
  if (rows === undefined || (Number.isSafeInteger(rows) && rows > 0)) return;
  throw new HealerError(tableProblem.badOption(option, String(rows), {
    en: "a whole number above zero",
    zh: "正整数",
  }));
}
