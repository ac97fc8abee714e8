import { HealerError } from "../../problem.ts";
import { inRanges, parseRowRanges } from "../row_ranges.ts";
import { parseBoolean, parseNumber } from "../cell.ts";
import type { ColumnValues } from "./column_values.ts";
import { FlagValues } from "./flag_values.ts";
import { MomentValues, NumberValues } from "./number_values.ts";
import type { PageCell, TableFilter } from "./table_page.ts";
import { pagingProblem } from "./table_problems.ts";
import { foldText, textOrderKey } from "./text_order.ts";
import { WordValues } from "./word_values.ts";

type Among = Extract<TableFilter, { readonly op: "among" }>;
type Comparison = Exclude<Extract<TableFilter, { readonly value: unknown }>, Among>;

/**
 * Whether the filter holds for a row of the column's values.
 *
 * @throws {HealerError} `table/filter-not-a-number`
 */
export function rowTest(filter: TableFilter, values: ColumnValues): (row: number) => boolean {
  if (!("value" in filter)) {
    return filter.op === "missing"
      ? (row) => values.isMissing(row)
      : (row) => !values.isMissing(row);
  }
  if (filter.op === "among") return amongTest(filter, values);
  if (filter.op === "contains") return containsTest(String(filter.value), values);
  if (values instanceof WordValues) return wordTest(filter, values);
  if (values instanceof NumberValues) return numberTest(filter, values);
  return cellTest(filter, values);
}

/** Whether a row's number is one of the ranges. */
function amongTest(filter: Among, values: ColumnValues): (row: number) => boolean {
  const isIn = rangesTest(filter.column, filter.value);
  return (row) => isIn(Number(values.cell(row) ?? NaN));
}

/** Whether a number is one of a text of ranges. @throws {HealerError} `table/filter-not-a-number` */
export function rangesTest(column: string, text: string): (number: number) => boolean {
  const ranges = parseRowRanges(text);
  if ("part" in ranges) {
    throw new HealerError(pagingProblem.notANumber(column, ranges.part));
  }
  return inRanges(ranges);
}

/** Whether a row's cell, as it is printed, contains a text in any case. */
export function containsTest(text: string, values: ColumnValues): (row: number) => boolean {
  const wanted = foldText(text);
  if (values instanceof WordValues) {
    return wordsTest(values, (word) => foldText(word).includes(wanted));
  }
  return (row) => {
    const cell = values.cell(row);
    return cell !== null && String(cell).toLowerCase().includes(wanted);
  };
}

function wordTest({ op, value }: Comparison, values: WordValues): (row: number) => boolean {
  const wanted = String(value);
  switch (op) {
    case "is":
      return wordsTest(values, (word) => word === wanted);
    case "is-not": {
      const is = wordsTest(values, (word) => word === wanted);
      return (row) => !is(row);
    }
    default: {
      const limit = textOrderKey(wanted);
      return wordsTest(
        values,
        op === "at-least"
          ? (word) => textOrderKey(word) >= limit
          : (word) => textOrderKey(word) <= limit,
      );
    }
  }
}

/** Asks once for each different word; a hole is none. */
function wordsTest(
  { codes, words }: WordValues,
  test: (word: string) => boolean,
): (row: number) => boolean {
  const holds = Uint8Array.from(words, (word) => test(word) ? 1 : 0);
  return (row) => holds[codes[row]!] === 1;
}

function numberTest(filter: Comparison, values: NumberValues): (row: number) => boolean {
  const exact = values instanceof MomentValues
    ? Date.parse(String(filter.value))
    : numberIn(filter.value);
  if (Number.isNaN(exact)) throw notANumber(filter);
  const numbers = values.values;
  // What is shown as 0.1 is the float32 nearest to it.
  const wanted = numbers instanceof Float32Array ? Math.fround(exact) : exact;
  switch (filter.op) {
    case "is":
      return (row) => numbers[row] === wanted;
    case "is-not":
      return (row) => numbers[row] !== wanted;
    case "at-least":
      return (row) => numbers[row]! >= wanted;
    default:
      return (row) => numbers[row]! <= wanted;
  }
}

/** For the few columns of large integers and truth values: by what their cells print. */
function cellTest(filter: Comparison, values: ColumnValues): (row: number) => boolean {
  const comparable = values instanceof FlagValues ? flagNumber : largeInteger;
  const wanted = comparable(filter.value);
  if (wanted === undefined) throw notANumber(filter);
  const holds = (row: number, test: (value: number | bigint) => boolean): boolean => {
    const value = comparable(values.cell(row));
    return value !== undefined && test(value);
  };
  switch (filter.op) {
    case "is":
      return (row) => holds(row, (value) => value === wanted);
    case "is-not":
      return (row) => !holds(row, (value) => value === wanted);
    case "at-least":
      return (row) => holds(row, (value) => value >= wanted);
    default:
      return (row) => holds(row, (value) => value <= wanted);
  }
}

function numberIn(value: string | number | boolean): number {
  return typeof value === "string" ? parseNumber(value.trim(), ".") : Number(value);
}

function flagNumber(cell: PageCell): number | undefined {
  const flag = cell === null ? undefined : parseBoolean(String(cell));
  return flag === undefined ? undefined : Number(flag);
}

function largeInteger(cell: PageCell): number | bigint | undefined {
  if (cell === null || typeof cell === "boolean") return undefined;
  const text = String(cell).trim();
  if (/^[+-]?\d+$/.test(text)) return BigInt(text.replace("+", ""));
  const number = parseNumber(text, ".");
  return Number.isNaN(number) ? undefined : number;
}

function notANumber({ column, value }: Pick<Comparison, "column" | "value">): HealerError {
  return new HealerError(pagingProblem.notANumber(column, String(value)));
}
