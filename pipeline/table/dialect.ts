import { HealerError } from "../problem.ts";
import { missingNumbers, parseNumber } from "./cell.ts";
import { given, type Guess, guessed } from "./guess.ts";
import { guessHeader } from "./header_guess.ts";
import type { ReadOptions } from "./open_table.ts";
import { tableProblem } from "./problems.ts";
import { firstRecords } from "./record_fields.ts";

/** How a CSV file is written. */
export interface Dialect {
  readonly delimiter: Guess<string>;
  readonly quote: Guess<string>;
  readonly decimal: Guess<"." | ",">;
  /** Whether the first record names the columns. */
  readonly header: Guess<boolean>;
}

type DialectOptions = Pick<ReadOptions, "delimiter" | "quote" | "decimal" | "header">;

/** Rare characters first: at a tie the one that text is less likely to contain wins. */
const delimiters = [
  { sign: "\t", en: "a tab", zh: "制表符" },
  { sign: "|", en: "a vertical bar", zh: "竖线" },
  { sign: ";", en: "a semicolon", zh: "分号" },
  { sign: ",", en: "a comma", zh: "逗号" },
] as const;

const sampledRecords = 100;

/**
 * Guesses how a CSV file is written from its first records; what `options` say is taken as it is.
 *
 * @throws {HealerError} `table/bad-option`
 */
export function guessDialect(text: string, options: DialectOptions = {}): Dialect {
  checkOptions(options);
  const quote = options.quote === undefined ? guessQuote(text) : given(options.quote);
  const delimiter = options.delimiter === undefined
    ? guessDelimiter(text, quote.value, options.decimal)
    : given(options.delimiter);
  const records = split(text, delimiter.value, quote.value);
  const decimal = options.decimal === undefined
    ? guessDecimal(records, delimiter.value)
    : given(options.decimal);
  const header = options.header === undefined
    ? guessHeader(records, decimal.value)
    : given(options.header);
  return { delimiter, quote, decimal, header };
}

function checkOptions({ delimiter, quote, decimal }: DialectOptions): void {
  const sign = /^[\t\x20-\x7e]$/;
  if (delimiter !== undefined && (!sign.test(delimiter) || delimiter === (quote ?? '"'))) {
    throw new HealerError(tableProblem.badOption("delimiter", delimiter, {
      en: 'one ASCII character such as "," ";" "|" or a tab, and not the quote',
      zh: "一个 ASCII 字符（如“,”“;”“|”或制表符），且不能是引号",
    }));
  }
  if (quote !== undefined && quote !== '"' && quote !== "'") {
    throw new HealerError(tableProblem.badOption("quote", quote, { en: `" or '`, zh: `" 或 '` }));
  }
  if (decimal !== undefined && decimal === delimiter) {
    throw new HealerError(tableProblem.badOption("decimal", decimal, {
      en: "another character than the delimiter",
      zh: "与分隔符不同的字符",
    }));
  }
}

function guessDelimiter(
  text: string,
  quote: string,
  decimal: "." | "," | undefined,
): Guess<string> {
  let best = { score: 0, width: 1, sign: ",", en: "a comma", zh: "逗号" };
  for (const candidate of delimiters) {
    if (candidate.sign === decimal) continue;
    const records = split(text, candidate.sign, quote);
    const { share, width } = commonWidth(records);
    if (width < 2) continue;
    // The header, if any, has as many fields as the rows; what leaves more numbers behind is more likely.
    const score = (records[0]?.length === width ? share : share / 2) +
      0.5 * numberShare(records, candidate.sign === "," ? "." : undefined);
    if (score > best.score) best = { ...candidate, score, width };
  }
  return best.score === 0
    ? guessed(
      decimal === "," ? ";" : ",",
      "no delimiter was found: the table has one column",
      "未发现分隔符：表只有一列",
    )
    : guessed(
      best.sign,
      `${best.en} parts most of the first lines into ${best.width} fields`,
      `${best.zh}将开头多数行分为 ${best.width} 个字段`,
    );
}

/** The most frequent number of fields and the share of records that have it. */
function commonWidth(records: readonly string[][]): { share: number; width: number } {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  let width = 1, most = 0;
  for (const [length, count] of counts) {
    if (count > most) [width, most] = [length, count];
  }
  return { share: most / Math.max(1, records.length), width };
}

function numberShare(records: readonly string[][], decimal: "." | undefined): number {
  let numbers = 0, cells = 0;
  for (const record of records) {
    for (const cell of record) {
      cells++;
      const isNumber = !Number.isNaN(parseNumber(cell.trim(), ".")) ||
        (decimal === undefined && !Number.isNaN(parseNumber(cell.trim(), ",")));
      if (isNumber || missingNumbers.includes(cell)) numbers++;
    }
  }
  return numbers / Math.max(1, cells);
}

function guessQuote(text: string): Guess<string> {
  if (text.includes('"')) {
    return guessed('"', "double quotes occur in the file", "文件中出现双引号");
  }
  const start = text.slice(0, 100_000);
  const opened = start.match(/(?<=^|[\t|;,\r\n])'/g)?.length ?? 0;
  const quoted = start.match(/(?<=^|[\t|;,\r\n])'(?:[^']|'')*'(?=$|[\t|;,\r\n])/g)?.length ?? 0;
  return quoted >= 2 && quoted === opened
    ? guessed("'", "fields stand in single quotes", "字段由单引号括起")
    : guessed('"', "it is the standard, and no field is quoted", "这是标准引号，且没有字段带引号");
}

function guessDecimal(records: readonly string[][], delimiter: string): Guess<"." | ","> {
  if (delimiter === ",") {
    return guessed(".", "the comma is the delimiter", "逗号已用作分隔符");
  }
  let points = 0, commas = 0;
  for (const record of records) {
    for (const cell of record) {
      const bare = cell.trim();
      if (bare.includes(".") && !Number.isNaN(parseNumber(bare, "."))) points++;
      if (bare.includes(",") && !Number.isNaN(parseNumber(bare, ","))) commas++;
    }
  }
  return commas > points
    ? guessed(
      ",",
      `${commas} of the first numbers have a comma`,
      `开头的数值中有 ${commas} 个使用逗号`,
    )
    : guessed(".", "the first numbers have a point or are whole", "开头的数值使用小数点或为整数");
}

function split(text: string, delimiter: string, quote: string): string[][] {
  const signs = { delimiter: delimiter.charCodeAt(0), quote: quote.charCodeAt(0) };
  return firstRecords(text, signs, sampledRecords);
}
