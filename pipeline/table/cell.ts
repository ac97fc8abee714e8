/** Words for a missing number, besides the empty cell. */
export const missingNumbers: readonly string[] = [
  "",
  "NA",
  "N/A",
  "n/a",
  "<NA>",
  "#N/A",
  "NaN",
  "nan",
  "null",
  "NULL",
  "None",
  "?",
  "\\N",
  "-",
];

/**
 * Words for a missing text: without `None`, `?` and `-`, which may well be the name of a class ("no fault").
 * A list given by the caller holds for every column.
 */
export const missingTexts: readonly string[] = missingNumbers.filter((word) =>
  word !== "None" && word !== "?" && word !== "-"
);

/** From here on a number rounds to infinity in float32: 2¹²⁸ − 2¹⁰³. */
export const float32Limit = 2 ** 128 - 2 ** 103;

const decimalPoint = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const decimalComma = /^[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?$/;
const infinity = /^([+-]?)inf(?:inity)?$/i;

/**
 * The number in a cell without surrounding blanks: ±Infinity where it says so or overflows float64, NaN where
 * it is no number. Thousands separators, hexadecimal and units are no numbers.
 */
export function parseNumber(cell: string, decimal: "." | ","): number {
  if (decimal === "." ? decimalPoint.test(cell) : decimalComma.test(cell)) {
    return Number(decimal === "." ? cell : cell.replace(",", "."));
  }
  const sign = infinity.exec(cell)?.[1];
  return sign === undefined ? NaN : sign === "-" ? -Infinity : Infinity;
}

/** Whether float32 cannot hold the number. */
export function isInfinite(value: number): boolean {
  return Math.abs(value) >= float32Limit;
}

const booleans = new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["1.0", true],
  ["false", false],
  ["no", false],
  ["0", false],
  ["0.0", false],
]);

/**
 * True for `true`, `yes`, `1` and `1.0`, false for `false`, `no`, `0` and `0.0`, in any case; undefined for
 * anything else.
 */
export function parseBoolean(cell: string): boolean | undefined {
  return booleans.get(cell.trim().toLowerCase());
}

const time =
  /^\d{4}[-/](?:0?[1-9]|1[0-2])[-/](?:0?[1-9]|[12]\d|3[01])(?:[T ]+(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** Whether a cell is a date or a moment in ISO 8601 order, such as `2026-11-23 04:05:06.7Z` or `2026/11/23`. */
export function isTime(cell: string): boolean {
  return time.test(cell.trim());
}

/**
 * A text cut to `length` UTF-16 units, without half a character at its end. The result is a copy: a slice would
 * keep the whole text alive that it was taken from.
 */
export function cut(text: string, length: number): string {
  const code = text.charCodeAt(length - 1);
  const end = text.length > length && code >= 0xd800 && code < 0xdc00 ? length - 1 : length;
  return ` ${text.slice(0, end)}`.slice(1);
}
