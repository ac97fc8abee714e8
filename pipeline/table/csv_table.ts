import { HealerError, type Notice } from "../problem.ts";
import { ColumnGuess, missingWords } from "./column_guess.ts";
import { numberedNames, uniqueNames } from "./column_names.ts";
import type { ColumnType, TableColumn } from "./column_type.ts";
import { type CsvLayout, CsvParser } from "./csv_parser.ts";
import { type Dialect, guessDialect } from "./dialect.ts";
import { given, type Guess } from "./guess.ts";
import { countNativeBytes } from "./native_memory.ts";
import type { BadRow, ReadOptions, TableBatch, TableSource } from "./open_table.ts";
import { tableProblem } from "./problems.ts";
import { type FieldSigns, firstRecords, readFields } from "./record_fields.ts";
import { recordProblem } from "./record_problem.ts";
import { RecordScanner, type RecordShape } from "./record_scanner.ts";
import { scanBlocks } from "./scan_blocks.ts";
import type { ScannedRecords } from "./scanned_records.ts";
import type { TableFile } from "./table_file.ts";
import { type Utf8Block, utf8Blocks } from "./utf8_blocks.ts";
import { unknownTypes } from "./type_notices.ts";

/** How much of the file the types of the columns are guessed from. */
const sampleLimits = { rows: 20_000, bytes: 2 * 2 ** 20 };

/** A batch of wide rows ends after so many bytes, however few its rows. */
const batchBytes = 32 * 2 ** 20;

/**
 * Opens a CSV file for reading.
 *
 * @throws {HealerError} `table/bad-option`, `table/bad-header`
 */
export async function openCsv(
  file: TableFile,
  format: Guess<"csv" | "parquet">,
  encoding: Guess<string>,
  options: ReadOptions,
): Promise<TableSource> {
  const start = await firstBlock(file, encoding.value);
  const text = new TextDecoder().decode(start.bytes);
  if (text.length === 0) throw new HealerError(tableProblem.emptyFile(file.path));
  const dialect = guessDialect(text, options);
  const signs = signsOf(dialect);
  const shape: RecordShape = {
    ...signs,
    fields: firstRecords(text, signs, 1)[0]?.length ?? 1,
    header: dialect.header.value,
    decoded: encoding.value !== "utf-8",
  };
  const sample = await scanSample(file, encoding.value, shape);
  const { names, notices } = namesOf(sample, shape, signs, file.path, encoding.value);
  const missing = missingWords(options.missing);
  const decimal = dialect.decimal.value;
  const isGuessed = names.some((name) => !options.types?.has(name));
  const guesses = isGuessed
    ? guessTypes(sample, signs, names.map(() => new ColumnGuess(missing, decimal)))
    : [];
  const types = names.map((name, index): Guess<ColumnType> => {
    const type = options.types?.get(name);
    return type === undefined ? guesses[index] ?? given("text") : given(type);
  });
  const columns = names.map((name, index): TableColumn => ({
    name,
    type: types[index]?.value ?? "text",
  }));
  const layout: CsvLayout = {
    file: file.path,
    columns,
    missing,
    decimal,
    delimiter: dialect.delimiter.value,
    quote: dialect.quote.value,
    badCells: options.badCells ?? "quarantine",
    holes: options.holes ?? new Set(),
    seenWords: new Set(),
  };
  return {
    columns,
    types,
    bytes: file.bytes,
    reading: { format, encoding, ...dialect },
    notices: [...notices, ...unknownTypes(options.types, names, file.path)],
    batches: () => readBatches(file, encoding.value, shape, layout, options),
  };
}

async function* readBatches(
  file: TableFile,
  encoding: string,
  shape: RecordShape,
  layout: CsvLayout,
  { batchRows = 10_000, firstRows = batchRows }: ReadOptions,
): AsyncGenerator<TableBatch> {
  const parser = new CsvParser(layout);
  const blocks = utf8Blocks(file, encoding);
  const limits = { rows: batchRows, firstRows, bytes: batchBytes };
  for await (const { records, bytesRead } of scanBlocks(blocks, new RecordScanner(shape), limits)) {
    if (records.count + records.flawed.length === 0) continue;
    const { frame, positions, lines, badRows, badCells } = parser.parse(records);
    const flawed = records.flawed.map((record): BadRow => ({
      row: record.row,
      line: record.line,
      ...(record.field === undefined ? {} : { column: record.field }),
      reason: recordProblem(record, file.path, encoding, shape.fields),
      raw: record.raw,
    }));
    const allBad = [...badRows, ...flawed].sort((a, b) => a.row - b.row);
    await countNativeBytes(8 * frame.height * frame.width + records.length);
    yield { frame, positions, lines, badRows: allBad, badCells, bytesRead };
  }
}

async function firstBlock(file: TableFile, encoding: string): Promise<Utf8Block> {
  for await (const block of utf8Blocks(file, encoding)) return block;
  return { bytes: new Uint8Array(0), bytesRead: 0 };
}

async function scanSample(
  file: TableFile,
  encoding: string,
  shape: RecordShape,
): Promise<ScannedRecords | undefined> {
  const batches = scanBlocks(utf8Blocks(file, encoding), new RecordScanner(shape), sampleLimits);
  for await (const { records } of batches) return records;
  return undefined;
}

function signsOf({ delimiter, quote }: Dialect): FieldSigns {
  return { delimiter: delimiter.value.charCodeAt(0), quote: quote.value.charCodeAt(0) };
}

function namesOf(
  sample: ScannedRecords | undefined,
  shape: RecordShape,
  signs: FieldSigns,
  file: string,
  encoding: string,
): { names: readonly string[]; notices: readonly Notice[] } {
  if (!shape.header) return { names: numberedNames(shape.fields), notices: [] };
  const flawed = sample?.flawed.find((record) => record.row === 0);
  if (flawed !== undefined) {
    const reason = recordProblem(flawed, file, encoding, shape.fields);
    throw new HealerError(tableProblem.badHeader(file, flawed.line, reason));
  }
  const header: string[] = [];
  readFields(sample?.header ?? "", 0, signs, header);
  return uniqueNames(header, file);
}

function guessTypes(
  sample: ScannedRecords | undefined,
  signs: FieldSigns,
  guesses: readonly ColumnGuess[],
): Guess<ColumnType>[] {
  const text = new TextDecoder().decode(sample?.bytes.subarray(0, sample.length));
  const fields: string[] = [];
  for (let record = 0, at = 0; record < (sample?.count ?? 0); record++) {
    at = readFields(text, at, signs, fields);
    for (const [index, cell] of fields.entries()) guesses[index]?.add(cell);
  }
  return guesses.map((guess) => guess.guess());
}
