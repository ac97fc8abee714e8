import pl from "nodejs-polars";
import { nameList } from "../name_list.ts";
import { HealerError, type Notice, type Text } from "../problem.ts";
import { startsWith } from "./binary_kind.ts";
import { ColumnGuess, missingWords } from "./column_guess.ts";
import { uniqueNames } from "./column_names.ts";
import type { ColumnType, TableColumn } from "./column_type.ts";
import { given, type Guess, guessed } from "./guess.ts";
import { countNativeBytes } from "./native_memory.ts";
import type { ReadOptions, TableBatch, TableSource } from "./open_table.ts";
import { castColumn, naturalType, textCells } from "./parquet_columns.ts";
import { named, plainNames } from "./plain_names.ts";
import { polarsDetail } from "./polars_detail.ts";
import { tableProblem } from "./problems.ts";
import { refineFrame } from "./refine_frame.ts";
import { type CellRules, type ParsedRows, RowParser } from "./row_parser.ts";
import { readAt, type TableFile } from "./table_file.ts";
import { unknownTypes } from "./type_notices.ts";

/** How many rows are looked at to tell times from other texts. */
const sampleRows = 1000;

/** About how many bytes of values are read at a time; batches are cut from that. */
const slabBytes = 32 * 2 ** 20;

/** A column of the file that a table can hold. */
interface ParquetColumn extends TableColumn {
  readonly guess: Guess<ColumnType>;
  /** Where it stands in the file, from 0. */
  readonly index: number;
}

/** Whether `head` begins as Parquet does: "PAR1", then a Thrift field; a CSV column may be called PAR1, too. */
export function isParquet(head: Uint8Array): boolean {
  const next = head[4] ?? 0;
  return startsWith(head, "PAR1") && next < 32 && next !== 9 && next !== 10 && next !== 13;
}

/**
 * Opens a Parquet file for reading. ±Infinity counts as a bad cell, NaN as missing, as in CSV.
 *
 * @throws {HealerError} `table/broken-parquet`
 */
export async function openParquet(
  file: TableFile,
  format: Guess<"csv" | "parquet">,
  options: ReadOptions,
): Promise<TableSource> {
  await checkEnds(file);
  const lazy = guarded(
    file,
    () => pl.scanParquet(file.realPath, { glob: false, hivePartitioning: false }),
  );
  const head = guarded(file, () => lazy.limit(sampleRows).collectSync());
  const { names, notices } = uniqueNames(head.columns, file.path);
  const columns: ParquetColumn[] = [];
  const leftOut: string[] = [];
  for (const [index, name] of names.entries()) {
    const guess = columnType(head.toSeries(index), options.types?.get(name));
    if (guess === undefined) leftOut.push(name);
    else columns.push({ name, type: guess.value, guess, index });
  }
  const words = missingWords(options.missing);
  const rules: CellRules = {
    file: file.path,
    columns,
    decimal: options.decimal ?? ".",
    // A Parquet file marks what is missing itself: its texts are taken as they are.
    missing: {
      ...words,
      numbers: new Set([...words.numbers, "NaN"]),
      texts: new Set(options.missing ?? [""]),
    },
    badCells: options.badCells ?? "quarantine",
    holes: options.holes ?? new Set(),
    seenWords: new Set(),
  };
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    types: columns.map(({ guess }) => guess),
    bytes: file.bytes,
    reading: { format },
    notices: [
      ...notices,
      ...leftOutNotices(leftOut, file.path),
      ...unknownTypes(options.types, names, file.path),
    ],
    batches: () => readBatches(file, lazy, columns, rules, options),
  };
}

async function* readBatches(
  file: TableFile,
  lazy: pl.LazyDataFrame,
  columns: readonly ParquetColumn[],
  rules: CellRules,
  { batchRows = 10_000, firstRows = batchRows }: ReadOptions,
): AsyncGenerator<TableBatch> {
  const counted = guarded(file, () => lazy.select(pl.len()).collectSync());
  const total = Number(counted.row(0)[0]);
  const slabRows = Math.max(batchRows, Math.floor(slabBytes / (8 * Math.max(1, columns.length))));
  const firstSlab = firstRows < batchRows ? firstRows : slabRows;
  for (let start = 0, size = firstSlab; start < total; start += size, size = slabRows) {
    const slab = guarded(file, () => lazy.slice(start, size).collectSync());
    await countNativeBytes(8 * slab.height * slab.width);
    for (let offset = 0; offset < slab.height; offset += batchRows) {
      const part = slab.slice(offset, Math.min(batchRows, slab.height - offset));
      const parsed = parsePart(part, columns, rules, start + offset);
      await countNativeBytes(8 * part.height * columns.length);
      const done = (start + offset + part.height) / total;
      yield { ...parsed, bytesRead: Math.round(done * file.bytes) };
    }
  }
}

/** @param before How many rows stand before this part. */
function parsePart(
  part: pl.DataFrame,
  columns: readonly ParquetColumn[],
  rules: CellRules,
  before: number,
): ParsedRows {
  const names = plainNames(columns.length);
  const series = columns.map(({ index }) => part.toSeries(index));
  const cast = series.map((each, index) => castColumn(each, columns[index]?.type ?? "text"));
  const ready = cast.flatMap((each, index) =>
    each === undefined ? [] : [each.alias(names[index] ?? "")]
  );
  if (ready.length === series.length) {
    const frame = refineFrame(pl.DataFrame(ready), rules);
    if (frame !== undefined) {
      const positions = Float64Array.from({ length: part.height }, (_, row) => before + row + 1);
      return {
        frame: named(frame, columns),
        positions,
        lines: positions,
        badRows: [],
        badCells: [],
      };
    }
  }
  const parser = new RowParser({ ...rules, decimal: "." }, part.height);
  const cells = series.map((each, index) => textCells(cast[index] ?? each));
  for (let row = 0; row < part.height; row++) {
    const fields = cells.map((column) => column[row] ?? null);
    const position = before + row + 1;
    parser.add(position, position, fields, () => fields.map((field) => field ?? "").join(","));
  }
  return parser.finish();
}

function columnType(
  series: pl.Series,
  wanted: ColumnType | undefined,
): Guess<ColumnType> | undefined {
  const natural = naturalType(series.dtype);
  if (natural === undefined) return undefined;
  if (wanted !== undefined) return given(wanted);
  if (natural === "text") {
    const guess = new ColumnGuess(missingWords([""]), ".");
    for (const cell of textCells(series)) guess.add(cell ?? "");
    if (guess.type() === "time") return guess.guess();
  }
  return guessed(natural, "the file says so", "文件中注明");
}

async function checkEnds(file: TableFile): Promise<void> {
  if (!startsWith(file.head, "PAR1")) {
    throw new HealerError(tableProblem.brokenParquet(file.path, {
      en: 'it does not start with "PAR1"',
      zh: "文件不以“PAR1”开头",
    }));
  }
  if (file.bytes < 12 || !startsWith(await readAt(file.path, file.bytes - 4, 4), "PAR1")) {
    throw new HealerError(tableProblem.brokenParquet(file.path, {
      en: "its end is missing",
      zh: "文件尾部缺失",
    }));
  }
}

/**
 * Runs what reads the file through Polars. All of it is synchronous: a damaged page makes Polars panic, which
 * `collectSync` turns into an error, while `collect` ends the process.
 */
function guarded<Result>({ path }: TableFile, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw new HealerError(tableProblem.brokenParquet(path, damage(cause)), { cause });
  }
}

function damage(cause: unknown): Text {
  const detail = polarsDetail(cause);
  return {
    en: `its content is damaged${detail === undefined ? "" : ` (${detail})`}`,
    zh: `内容已损坏${detail === undefined ? "" : `（${detail}）`}`,
  };
}

function leftOutNotices(names: readonly string[], file: string): Notice[] {
  if (names.length === 0) return [];
  const list = nameList(names);
  return [{
    code: "table/columns-left-out",
    message: {
      en: `Columns that hold lists, structs, bytes or durations were left out: ${list.en}.`,
      zh: `已略去列表、结构体、字节或时长类型的列：${list.zh}。`,
    },
    place: { file },
  }];
}
