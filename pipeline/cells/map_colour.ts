import type pl from "nodejs-polars";
import { textCells } from "../diagnosis/diagnose_rows.ts";
import type { MapUnits } from "../projection/map_units.ts";
import type { RunContext } from "../run_context.ts";
import { kMeans } from "../steps/k_means.ts";
import { FrameColumns } from "../table/frame_columns.ts";
import { numbersOf } from "../table/frame_to_matrix.ts";
import type { Figure } from "./figure.ts";
import type { PreparedColumn } from "./prepared_value.ts";

/** What the colours of a map tell. */
export type MapColour = NonNullable<Extract<Figure, { type: "map" }>["colour"]>;

/** So many categories are told apart; the others are one. */
const mostCategories = 24;

/** Numbers with no more distinct values than this are categories. */
const fewValues = 8;

const otherName = "…";
const missingName = "–";

/**
 * The colours by a column: numbers on a scale, anything else by its value.
 *
 * @param frame holds the rows of the map, in their order
 * @throws {HealerError} `role/absent-column`
 */
export function columnColour(
  frame: pl.DataFrame,
  { name, type, role }: Pick<PreparedColumn, "name" | "type" | "role">,
): MapColour {
  const series = new FrameColumns(frame).get(name, "column");
  if (type === "number" && role !== "label") {
    const values = Array.from(numbersOf(series), drawnNumber);
    if (new Set(values).size > fewValues) return { by: "number", name, values };
  }
  return categoryColour(name, textCells(frame, name));
}

/** The colours by k-means among the rows as they are mapped. */
export function clusterColour(
  { values, width }: MapUnits,
  clusters: number,
  context: RunContext,
): MapColour {
  const clusterOf = kMeans(Float32Array.from(values), width, clusters, context);
  const names = [...new Set(clusterOf)].sort((a, b) => a - b).map((code) => String(code + 1));
  return {
    by: "category",
    name: "cluster",
    names,
    codes: Array.from(clusterOf, (code) => names.indexOf(String(code + 1))),
  };
}

/** The most frequent values, in the order of their names, the others and the missing behind them. */
function categoryColour(name: string, cells: readonly (string | null)[]): MapColour {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (cell !== null && cell !== "") counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const frequent = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const shown = frequent.length > mostCategories ? frequent.slice(0, mostCategories - 1) : frequent;
  const names = shown.map(([value]) => value).sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true })
  );
  const codeOf = new Map(names.map((value, code) => [value, code]));
  const behind = (last: string): number => {
    const known = codeOf.get(last) ?? names.push(last) - 1;
    codeOf.set(last, known);
    return known;
  };
  const codes = cells.map((cell) => {
    if (cell === null || cell === "") return behind(missingName);
    return codeOf.get(cell) ?? behind(otherName);
  });
  return { by: "category", name, names, codes };
}

/** To six digits: a drawing shows no more. */
export function drawnNumber(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
}
