import { rawValues } from "./plot_channels.ts";
import { isPlainObject, type PlotRows } from "./plot_rows.ts";
import { plotScales } from "./plot_words.ts";

/** The numbers of the rows that are drawn, in the order in which they are. */
export function keptRows(
  where: string,
  options: Readonly<Record<string, unknown>>,
  rows: PlotRows,
): number[] {
  let kept = Array.from({ length: rows.count }, (_, row) => row);
  if (options["filter"] !== undefined && options["filter"] !== null) {
    const tests = rawValues(where, "filter", options["filter"], rows);
    kept = kept.filter((row) => Boolean(tests[row]));
  }
  if (isRowSort(options["sort"])) kept = sorted(where, options["sort"], rows, kept);
  if (options["reverse"] === true) kept.reverse();
  return kept;
}

/** Whether a `sort` is of the rows, not of the domain of a scale by the values of a channel. */
export function isRowSort(sort: unknown): boolean {
  if (sort === undefined || sort === null) return false;
  return !isPlainObject(sort) || !plotScales.some((scale) => scale in sort);
}

function sorted(
  where: string,
  sort: unknown,
  rows: PlotRows,
  kept: readonly number[],
): number[] {
  if (typeof sort === "function" && sort.length >= 2) {
    const items = rows.items();
    return kept.toSorted((a, b) =>
      Number(Reflect.apply(sort, undefined, [items[a], items[b]])) || a - b
    );
  }
  const { value = sort, order } = isPlainObject(sort) ? sort : {};
  const isNamed = typeof value === "string" && !rows.names.includes(value);
  const isDown = order === "descending" || (isNamed && value.startsWith("-"));
  const given = isNamed && value.startsWith("-") ? value.slice(1) : value;
  const keys = rawValues(where, "sort", given, rows);
  const direction = isDown ? -1 : 1;
  return kept.toSorted((a, b) => direction * compared(keys[a], keys[b]) || a - b);
}

/** Numbers and times by size, texts by the alphabet, what is missing last. */
function compared(a: unknown, b: unknown): number {
  const [isNone, isOther] = [isMissing(a), isMissing(b)];
  if (isNone || isOther) return Number(isNone) - Number(isOther);
  if (typeof a === "string" || typeof b === "string") {
    const [first, second] = [String(a), String(b)];
    return first < second ? -1 : Number(first > second);
  }
  return Number(a) - Number(b);
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined ||
    (typeof value === "number" && Number.isNaN(value));
}

/** `count` of the rows, always the same ones, in their order. */
export function sampledRows(kept: readonly number[], count: number): number[] {
  // Mulberry32, as nothing may be imported here.
  let state = 0x9e3779b9;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const sample: number[] = [];
  for (const [index, row] of kept.entries()) {
    const isTaken = next() * (kept.length - index) < count - sample.length;
    if (isTaken) sample.push(row);
  }
  return sample;
}
