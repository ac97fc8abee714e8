import pl from "nodejs-polars";
import { isInfinite, isTime } from "./cell.ts";
import { columnCells, isStrictTime } from "./column_cells.ts";
import { plainNames, plainNamesOf } from "./plain_names.ts";
import type { CellRules } from "./row_parser.ts";

/**
 * Brings a frame with plain names, as Polars read it, to the form all tables have: NaN and words for missing
 * cells become null, booleans written in words become Bool.
 *
 * @param frame Number columns are Float64, text and time columns Utf8, boolean ones Bool or Utf8.
 * @returns undefined where a cell does not fit its column; `RowParser` finds out which.
 */
export function refineFrame(frame: pl.DataFrame, rules: CellRules): pl.DataFrame | undefined {
  const { columns, missing } = rules;
  let refined = frame;
  const numbers = plainNamesOf(columns, "number");
  if (numbers.length > 0) {
    const values = onlyColumns(refined, numbers);
    // Whole-frame reductions: expressions over thousands of columns take Polars many times longer.
    for (const extremes of [values.max(), values.min()]) {
      if (extremes.row(0).some(isTooLarge)) return undefined;
    }
    const sums = values.sum().row(0);
    const withNaN = numbers.filter((_, index) => Number.isNaN(sums[index]));
    if (withNaN.length > 0) {
      if (!missing.numbers.has("NaN")) return undefined;
      refined = refined.withColumns(pl.col(withNaN).fillNan(pl.lit(null)));
    }
    const sentinels = [...missing.values];
    if (sentinels.length > 0) {
      refined = refined.withColumns(...numbers.map((name) => without(name, sentinels)));
    }
  }
  const texts = plainNamesOf(columns, "text", "time");
  if (texts.length > 0) {
    const words = [...missing.texts];
    if (!missing.texts.has("")) refined = refined.withColumns(pl.col(texts).fillNull(pl.lit("")));
    if (words.length > 0) {
      refined = refined.withColumns(...texts.map((name) => without(name, words)));
    }
  }
  const names = plainNames(columns.length);
  for (const [index, column] of columns.entries()) {
    if (!isStrictTime(column, rules)) continue;
    const cells = refined.getColumn(names[index] ?? "").toArray();
    if (!cells.every((cell) => cell === null || isTime(String(cell)))) return undefined;
  }
  for (const name of plainNamesOf(columns, "boolean")) {
    const series = refined.getColumn(name);
    if (series.isBoolean()) continue;
    const cells = columnCells({ name, type: "boolean" }, refined.height, rules);
    for (const [row, cell] of series.toArray().entries()) {
      if (cells.read(row, cell === null ? null : String(cell)) !== undefined) return undefined;
    }
    refined = refined.withColumn(cells.series(name, refined.height));
  }
  return refined;
}

function onlyColumns(frame: pl.DataFrame, names: readonly string[]): pl.DataFrame {
  return names.length === frame.width ? frame : frame.select(...names);
}

/** Polars leaves NaN out of a maximum. */
function isTooLarge(extreme: unknown): boolean {
  return typeof extreme === "number" && isInfinite(extreme);
}

function without(name: string, words: string[] | number[]): pl.Expr {
  const column = pl.col(name);
  return pl.when(column.isIn(words)).then(pl.lit(null)).otherwise(column).alias(name);
}
