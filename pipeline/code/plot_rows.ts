import { plotProblem } from "./plot_problems.ts";

/** The rows that a mark draws, however they were given. */
export interface PlotRows {
  readonly count: number;
  /** The columns that a channel can name; empty where rows are no objects. */
  readonly names: readonly string[];
  /** Each row as what it is: an object, a number, a pair … */
  items(): readonly unknown[];
  /** The values of a column that is there. */
  column(name: string): readonly unknown[];
}

/** The most rows of objects whose columns are asked for. */
const namingRows = 100;

/**
 * @param where Names the mark, for what is said where the data are none.
 * @throws {PlotError}
 */
export function plotRows(data: unknown, where: string): PlotRows {
  if (data === null || data === undefined || typeof data === "string") {
    throw plotProblem.noData(where);
  }
  const table = arqueroRows(data);
  if (table) return table;
  const items = itemsOf(data, where);
  const names = new Set<string>();
  for (const item of items.slice(0, namingRows)) {
    if (isPlainObject(item)) { for (const name of Object.keys(item)) names.add(name); }
  }
  return {
    count: items.length,
    names: [...names],
    items: () => items,
    column: (name) => items.map((item) => isPlainObject(item) ? item[name] : undefined),
  };
}

/** A list of anything that can be walked through; undefined where it cannot. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return isIterable(value) ? Array.from(value) : undefined;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value &&
    typeof value[Symbol.iterator] === "function";
}

function itemsOf(data: unknown, where: string): readonly unknown[] {
  const list = listOf(data);
  if (list !== undefined) return list;
  if (typeof data === "object" && data !== null && "length" in data) {
    const { length } = data;
    if (typeof length === "number" && length >= 0 && length <= 10_000_000) {
      return Array.from({ length });
    }
  }
  throw plotProblem.noData(where);
}

/** What is used of a table of arquero, whose columns are there without making objects of its rows. */
interface ArqueroTable {
  numRows(): number;
  columnNames(): string[];
  objects(): object[];
  array(name: string): Iterable<unknown>;
}

const arqueroMethods = ["numRows", "columnNames", "objects", "array"] as const;

function isArqueroTable(data: unknown): data is ArqueroTable {
  return typeof data === "object" && data !== null &&
    arqueroMethods.every((name) => typeof Reflect.get(data, name) === "function");
}

function arqueroRows(data: unknown): PlotRows | undefined {
  if (!isArqueroTable(data)) return undefined;
  let items: readonly unknown[] | undefined;
  return {
    count: data.numRows(),
    names: data.columnNames(),
    items: () => items ??= data.objects(),
    column: (name) => Array.from(data.array(name)),
  };
}

/** Whether `value` is an object with named parts. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof Date) && !ArrayBuffer.isView(value);
}
