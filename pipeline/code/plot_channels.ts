import { isColourName } from "./plot_colour_names.ts";
import { plotProblem } from "./plot_problems.ts";
import { isPlainObject, listOf, type PlotRows } from "./plot_rows.ts";
import type { PlotCell } from "./plot_values.ts";
import { plotLimits, plotOptions } from "./plot_words.ts";

/** The values of a channel, one a row, as plain data. */
export interface RecordedChannel {
  values: PlotCell[];
  label?: string;
  isTime?: boolean;
}

/** Finds the value of the datum itself, and its number; what Plot calls `identity` and `indexOf`. */
export const identity = (datum: unknown): unknown => datum;
export const indexOf = (_: unknown, index: number): unknown => index;

const symbols = new Set(
  "circle cross diamond square star triangle wye plus times asterisk diamond2 square2 triangle2 hexagon"
    .split(" "),
);

/** Whether the value of an option is the same for all rows, so that it is no channel. */
export function isConstant(name: string, value: unknown, rows: PlotRows | undefined): boolean {
  if (value === null) return true;
  if (typeof value === "boolean") return false;
  if (name === "fill" || name === "stroke") {
    return typeof value === "string" && !rows?.names.includes(value) && isColourName(value);
  }
  if (name === "symbol") {
    return typeof value === "string" && !rows?.names.includes(value) && symbols.has(value);
  }
  return typeof value === "number" && typeof plotOptions[name] === "object";
}

/**
 * The values of a channel for the rows that are kept, wherever they come from: a column, a function of each datum, a
 * list of as many values as there are rows, or one value for all.
 *
 * @throws {PlotError}
 */
export function recordedChannel(
  where: string,
  name: string,
  given: unknown,
  rows: PlotRows,
  kept: readonly number[],
): RecordedChannel {
  const raw = rawValues(where, name, given, rows);
  if (raw.length !== rows.count) {
    throw plotProblem.otherLength(where, name, rows.count, raw.length);
  }
  const picked = kept.map((row) => raw[row]);
  const isTime = picked.some((value) => value instanceof Date);
  const values = picked.map((value) => cellOf(value, () => plotProblem.noValues(where, name)));
  const label = typeof given === "string" ? given : labelOf(given);
  return {
    values,
    ...(label === undefined ? {} : { label: clipped(label) }),
    ...(isTime ? { isTime } : {}),
  };
}

/** A value as a cell of plain data; times are milliseconds since 1970. */
export function cellOf(value: unknown, refusal: () => Error): PlotCell {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? rounded(value) : null;
    case "string":
      return clipped(value);
    case "boolean":
      return value;
    case "bigint":
      return Number(value);
    case "undefined":
      return null;
  }
  if (value === null) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.getTime();
  throw refusal();
}

/** Every value of a channel, each as it is. */
export function rawValues(
  where: string,
  name: string,
  given: unknown,
  rows: PlotRows,
): readonly unknown[] {
  if (typeof given === "string") {
    if (!rows.names.includes(given)) {
      throw plotProblem.unknownColumn(where, name, given, rows.names);
    }
    return rows.column(given);
  }
  if (typeof given === "function") {
    const items = rows.items();
    return items.map((item, index): unknown =>
      Reflect.apply(given, undefined, [item, index, items])
    );
  }
  const list = listOf(given);
  if (list !== undefined) return list;
  if (isPlainObject(given) && typeof given["transform"] === "function") {
    const made: unknown = Reflect.apply(given["transform"], undefined, [rows.items()]);
    return listOf(made) ?? [];
  }
  return Array.from({ length: rows.count }, () => given);
}

function labelOf(given: unknown): string | undefined {
  const label = isPlainObject(given) ? given["label"] : undefined;
  return typeof label === "string" ? label : undefined;
}

/** A drawing shows no more digits. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(8));
}

function clipped(text: string): string {
  return text.length <= plotLimits.letters
    ? text
    : `${text.slice(0, plotLimits.letters - 1).toWellFormed()}…`;
}
