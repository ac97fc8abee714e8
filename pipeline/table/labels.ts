import type pl from "nodejs-polars";
import { HealerError } from "../problem.ts";
import { parseBoolean, parseNumber } from "./cell.ts";
import type { Labels } from "./feature_matrix.ts";
import { FrameColumns } from "./frame_columns.ts";
import { numbersOf } from "./frame_to_matrix.ts";
import { roleProblem } from "./role_problems.ts";

/** The labels of a table and the rows that have none. */
export interface LabelColumn {
  /** n codes; −1 in the rows without a label. */
  readonly labels: Labels;
  /** The rows without a label, ascending, counted from 0. */
  readonly unlabelled: Int32Array;
}

/**
 * The labels in `column`: text as it is, whole numbers without a fraction (3.0 is the class "3"), booleans
 * "true" and "false"; an empty cell or one of spaces only is no label. Without `classes` they are found: in
 * ascending order if all are numbers, else by code point. With `classes` (those of a model) codes index
 * them, "1.0" in `classes` matches the number 1 and "True" the boolean true.
 *
 * @throws {HealerError} `role/absent-column`, `role/no-labels`; without `classes` also `role/single-class`,
 * `role/too-many-classes`; with them `role/unknown-classes`
 */
export function readLabels(
  frame: pl.DataFrame,
  column: string,
  classes?: readonly string[],
): LabelColumn {
  const columns = new FrameColumns(frame);
  const series = columns.get(column, "label");
  const position = columns.position(column);
  const names = labelNames(series);
  const found = new Set<string>();
  const unlabelled: number[] = [];
  names.forEach((name, row) => name === null ? unlabelled.push(row) : found.add(name));
  const labelled = names.length - unlabelled.length;
  if (labelled === 0) throw new HealerError(roleProblem.noLabels(column, position, names.length));

  if (classes === undefined) {
    const [only] = found;
    if (hasTooManyClasses(found.size, labelled)) {
      throw new HealerError(
        roleProblem.tooManyClasses(column, position, found.size, labelled),
      );
    }
    if (found.size === 1) {
      throw new HealerError(roleProblem.singleClass(column, position, only ?? ""));
    }
  }
  const ordered = classes ?? inClassOrder([...found]);
  const codeOf = classCodes(series, ordered);
  const unknown = [...found].filter((name) => !codeOf.has(name));
  if (unknown.length > 0) {
    throw new HealerError(roleProblem.unknownClasses(column, position, unknown, ordered));
  }
  const codes = new Int32Array(names.length);
  for (let row = 0; row < codes.length; row++) {
    const name = names[row]!;
    codes[row] = name === null ? -1 : codeOf.get(name)!;
  }
  return { labels: { classes: [...ordered], codes }, unlabelled: Int32Array.from(unlabelled) };
}

/**
 * The class names that a label read as text may stand for, the likeliest first: itself, itself without blanks
 * around it, and what a column of numbers ("3.0" is the class "3") or of booleans ("Yes" is "true") makes of it.
 */
export function labelSpellings(cell: string, decimal: "." | ","): string[] {
  const bare = cell.trim();
  const number = parseNumber(bare, decimal);
  const boolean = parseBoolean(bare);
  return [
    cell,
    bare,
    ...(Number.isNaN(number) ? [] : [String(number)]),
    ...(boolean === undefined ? [] : [String(boolean)]),
  ];
}

/** Whether the values of a column are too many, or too often each its own, to be classes. */
export function hasTooManyClasses(distinct: number, labelled: number): boolean {
  return distinct > 500 || (distinct > 10 && distinct > 0.8 * labelled);
}

function labelNames(series: pl.Series): (string | null)[] {
  if (series.isNumeric()) {
    return Array.from(numbersOf(series), (number) => Number.isNaN(number) ? null : String(number));
  }
  const cells: unknown[] = series.toArray();
  return cells.map((cell) => {
    const name = cell === null ? "" : String(cell);
    return name.trim() === "" ? null : name;
  });
}

/** Class name → code, with the spellings that a number or boolean column gives the same class. */
function classCodes(series: pl.Series, classes: readonly string[]): Map<string, number> {
  const codes = new Map<string, number>();
  classes.forEach((name, code) => {
    if (series.isNumeric() && isNumber(name)) codes.set(String(Number(name)), code);
    if (series.isBoolean()) codes.set(name.toLowerCase(), code);
  });
  classes.forEach((name, code) => codes.set(name, code));
  return codes;
}

function inClassOrder(names: string[]): string[] {
  return names.every(isNumber)
    ? names.sort((a, b) => Number(a) - Number(b) || byCodePoint(a, b))
    : names.sort(byCodePoint);
}

function isNumber(name: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(name) && Number.isFinite(Number(name));
}

/** Unlike `<`, which compares UTF-16 code units and so sorts 😀 before ～. */
function byCodePoint(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = left[index]!.codePointAt(0)! - right[index]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
