import * as aq from "arquero";
import { CodeFailed, type SizeLimit } from "../failure.ts";
import { codeLimits } from "../limits.ts";
import { plotted } from "../plot_recorder.ts";
import type { BytesColumn, BytesTable } from "../table_bytes.ts";
import { columnOf } from "./column_of.ts";

/** What code gave, checked and ready to leave the sandbox. */
export interface Returned {
  readonly table: BytesTable | null;
  /** Each a drawing as JSON. */
  readonly figures: readonly string[];
}

/**
 * What the value that code returned stands for.
 *
 * @throws {CodeFailed} It is nothing that a cell can give, or too much of it.
 */
export function returnedOf(value: unknown): Returned {
  const given = plotted(value);
  if (given === undefined || given === null) return { table: null, figures: [] };
  if (isFigure(given)) return { table: null, figures: figuresOf([given]) };
  if (isTable(given)) return { table: tableOf(given), figures: [] };
  if (!Array.isArray(given)) return partsOf(given);
  const figures = given.map(plotted);
  return figures.length > 0 && figures.every(isFigure)
    ? { table: null, figures: figuresOf(figures) }
    : { table: rowsTable(given), figures: [] };
}

/** `{ table, figures }`, one of them at least. */
function partsOf(value: unknown): Returned {
  if (!isPlain(value) || Object.keys(value).length === 0) throw notUsable(value);
  for (const key of Object.keys(value)) {
    if (key !== "table" && key !== "figures" && key !== "figure") throw notUsable(value);
  }
  const { table, figure, figures = figure } = value;
  const given = figures === undefined || figures === null
    ? []
    : (Array.isArray(figures) ? figures : [figures]).map(plotted);
  for (const each of given) if (!isFigure(each)) throw notUsable(each);
  return { table: tableIn(table), figures: figuresOf(given) };
}

function tableIn(value: unknown): BytesTable | null {
  if (value === undefined || value === null) return null;
  if (isTable(value)) return tableOf(value);
  if (Array.isArray(value)) return rowsTable(value);
  throw notUsable(value);
}

function isTable(value: unknown): value is aq.ColumnTable {
  return value instanceof aq.Table && "array" in value;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Whether it is what `Plot.plot(…)` gives; the kernel looks at the rest. */
function isFigure(value: unknown): boolean {
  return typeof value === "object" && value !== null && "type" in value && value.type === "plot" &&
    "marks" in value;
}

function figuresOf(figures: readonly unknown[]): string[] {
  limit("figures", figures.length);
  const texts = figures.map((figure) => {
    try {
      return JSON.stringify(figure);
    } catch {
      throw notUsable(figure);
    }
  });
  const encoder = new TextEncoder();
  limit("figureBytes", texts.reduce((sum, text) => sum + encoder.encode(text).length, 0));
  return texts;
}

function tableOf(table: aq.ColumnTable): BytesTable {
  const rows = table.numRows();
  const names = table.columnNames();
  limitSize(rows, names.length);
  return finished(rows, names, (name) => cellsOf(table, name));
}

/** The cells of a column in the order of the rows, as a typed array where it is one. */
function cellsOf(table: aq.ColumnTable, name: string): ArrayLike<unknown> {
  const column: unknown = table.column(name);
  const isWhole = !table.isFiltered() && !table.isOrdered();
  if (isWhole && (ArrayBuffer.isView(column) || Array.isArray(column))) return Object(column);
  return table.array(name);
}

/** A table of objects, one a row; its columns are all keys in the order in which they first come. */
function rowsTable(rows: readonly unknown[]): BytesTable {
  limit("rows", rows.length);
  const names = new Set<string>();
  const objects = rows.map((row) => {
    if (!isPlain(row)) throw notUsable(rows);
    for (const name of Object.keys(row)) names.add(name);
    limit("columns", names.size);
    return row;
  });
  limitSize(rows.length, names.size);
  const cells = (name: string) => objects.map((row) => Object.hasOwn(row, name) ? row[name] : null);
  return finished(rows.length, [...names], cells);
}

function finished(
  rows: number,
  names: readonly string[],
  cellsOf: (name: string) => ArrayLike<unknown>,
): BytesTable {
  if (rows === 0 || names.length === 0) throw new CodeFailed({ what: "no-rows" });
  checkNames(names);
  let textBytes = 0;
  const columns = names.map((name): BytesColumn => {
    const cells = cellsOf(name);
    if (cells.length !== rows) {
      throw new CodeFailed({ what: "lengths", column: name, rows: cells.length, others: rows });
    }
    const column = columnOf(name, cells);
    if (column.type === "text") {
      textBytes += column.text.length;
      limit("textBytes", textBytes);
    }
    return column;
  });
  return { name: "table", rows, columns };
}

function checkNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const how = name.trim() === ""
      ? "empty"
      : seen.has(name)
      ? "repeated"
      : name.length > codeLimits.nameLength
      ? "long"
      : undefined;
    if (how !== undefined) {
      throw new CodeFailed({ what: "column-name", how, name: name.slice(0, 100) });
    }
    seen.add(name);
  }
}

function limitSize(rows: number, columns: number): void {
  limit("rows", rows);
  limit("columns", columns);
  limit("cells", rows * columns);
}

function limit(of: SizeLimit, count: number): void {
  if (count > codeLimits[of]) throw new CodeFailed({ what: "size", of, count });
}

function notUsable(value: unknown): CodeFailed {
  return new CodeFailed({ what: "returned", given: describe(value) });
}

function describe(value: unknown): string {
  if (Array.isArray(value)) {
    const wrong = value.find((each) => !isPlain(each));
    return value.length === 0 || wrong === undefined
      ? "an array"
      : `an array with ${describe(wrong)}`;
  }
  switch (typeof value) {
    case "object":
      break;
    case "undefined":
      return "undefined";
    default:
      return `a ${typeof value}`;
  }
  if (value === null) return "null";
  if (isPlain(value)) {
    const keys = Object.keys(value).slice(0, 5).map((key) => key.slice(0, 40));
    return keys.length === 0 ? "an empty object" : `an object with the keys ${keys.join(", ")}`;
  }
  const name: unknown = value?.constructor?.name;
  return typeof name === "string" && name !== "" ? `a ${name.slice(0, 40)}` : "an object";
}
