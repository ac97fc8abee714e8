import pl from "nodejs-polars";
import { HealerError } from "../problem.ts";
import { type MapUnits, mapUnits } from "../projection/map_units.ts";
import { project } from "../projection/project.ts";
import { partOf } from "../run_context.ts";
import { columnOf, type FeatureMatrix, takeRows } from "../table/feature_matrix.ts";
import { roleProblem } from "../table/role_problems.ts";
import type { CellContext, CellInputs, CellOutput, CellTable } from "./cell_kind.ts";
import type { Figure } from "./figure.ts";
import { freeName } from "./free_name.ts";
import { informativeColumns } from "./informative_columns.ts";
import { usableLabels } from "./label_rows.ts";
import { clusterColour, columnColour, drawnNumber, type MapColour } from "./map_colour.ts";
import { drawnRows, readMapRows } from "./map_rows.ts";
import { mapAxes, mapCaption, mapSummary, methodName } from "./map_words.ts";
import { type PreparedColumn, preparedInput } from "./prepared_value.ts";
import { cellProblem } from "./problems.ts";
import type { ProjectionParams } from "./projection.ts";
import { keepFrame, takeFrameRows } from "./stored_table.ts";

/** How many features are told of a single point, and of how many points at most. */
const detailFeatures = 3;
const detailRows = 5000;

/** A table with more cells than this shows no features. */
const mostCells = 2_000_000;

/** See {@linkcode projection}. */
export async function runProjection(
  inputs: CellInputs,
  { method, perplexity, neighbours, minDistance, ...params }: ProjectionParams,
  context: CellContext,
): Promise<CellOutput> {
  const prepared = preparedInput(inputs);
  if (params.colour === "column" && params.column === null) {
    throw new HealerError(cellProblem.noColourColumn());
  }
  const all = await readMapRows(prepared, context);
  const label = all.others.find(({ column }) => column.role === "label");
  const drawn = drawnRows(all.matrix.rows, params.rows, label?.series, context);
  const mapped = takenRows(all, drawn);
  const units = mapUnits(mapped.matrix, params.scale, partOf(context, 0.1, 0.15));
  if (units.rows < 3 || units.width === 0) {
    throw new HealerError(cellProblem.nothingToMap(units.rows, mapped.matrix.names.length));
  }
  const colour = colourOf(mapped, units, params, context);
  const options = { method, perplexity, neighbours, minDistance };
  const projected = project(units, options, partOf(context, 0.2, 0.95));
  const { coordinates } = projected;
  const along = (axis: 0 | 1): number[] =>
    Array.from(drawn, (_, point) => drawnNumber(coordinates[2 * point + axis]!) ?? 0);
  const points = { rows: Array.from(drawn, (row) => row + 1), x: along(0), y: along(1) };
  const { table, column } = await rowTable(mapped, points, colour, context);
  const name = methodName[method];
  const figure: Figure = {
    type: "map",
    method,
    title: { en: `Map of rows: ${name}`, zh: `样本分布图：${name}` },
    caption: mapCaption(projected, units),
    ...mapAxes(projected),
    points,
    colour,
    details: detailsOf(mapped),
    table: { name: table.name, column },
  };
  return { summary: mapSummary(projected, units), figures: [figure], tables: [table], values: {} };
}

/** The rows of the map, in their order. */
interface MappedRows {
  readonly matrix: FeatureMatrix;
  /** The columns that are no features. */
  readonly columns: readonly PreparedColumn[];
  readonly frame: pl.DataFrame;
}

function takenRows(
  { matrix, others }: Awaited<ReturnType<typeof readMapRows>>,
  rows: Int32Array,
): MappedRows {
  const features = new Set(matrix.names);
  // A step may name a new feature like a column that is none: the feature counts.
  const kept = others.filter(({ column }) => !features.has(column.name));
  const columns = kept.map(({ column }) => column);
  const frame = pl.DataFrame(kept.map(({ series }, index) => series.alias(`c${index}`)));
  frame.columns = columns.map(({ name }) => name);
  return {
    matrix: takeRows(matrix, rows),
    columns,
    frame: columns.length === 0 ? frame : takeFrameRows(frame, rows),
  };
}

function colourOf(
  mapped: MappedRows,
  units: MapUnits,
  { colour, column, clusters }: Pick<ProjectionParams, "colour" | "column" | "clusters">,
  context: CellContext,
): MapColour | null {
  if (colour === "none") return null;
  if (colour === "cluster") return clusterColour(units, clusters, partOf(context, 0.15, 0.2));
  const { matrix, columns, frame } = mapped;
  if (colour === "label") {
    const label = columns.find(({ role }) => role === "label");
    return label === undefined ? null : columnColour(frame, label);
  }
  const name = column ?? "";
  const other = columns.find((each) => each.name === name);
  if (other !== undefined) return columnColour(frame, other);
  const index = matrix.names.indexOf(name);
  if (index < 0) {
    const known = [...columns.map((each) => each.name), ...matrix.names];
    throw new HealerError(roleProblem.absentColumn(name, known, "column"));
  }
  const feature = pl.Series(name, columnOf(matrix, index)).toFrame();
  return columnColour(feature, { name, type: "number", role: "feature" });
}

/** What names a row, and the features that tell most of it. */
function detailsOf(
  { matrix, columns, frame }: MappedRows,
): Extract<Figure, { type: "map" }>["details"] {
  if (matrix.rows > detailRows) return [];
  const label = columns.find(({ role }) => role === "label");
  const rows = Int32Array.from({ length: matrix.rows }, (_, row) => row);
  const labels = label === undefined ? null : usableLabels(frame, label.name, rows);
  const features = informativeColumns(matrix, labels).slice(0, detailFeatures);
  const names = columns.filter(({ role }) => role === "id" || role === "group" || role === "time");
  return [
    ...names.map(({ name }) => ({ name, values: frame.getColumn(name).toArray().map(cellText) })),
    ...features.map((index) => ({
      name: matrix.names[index]!,
      values: Array.from(columnOf(matrix, index), drawnNumber),
    })),
  ];
}

function cellText(cell: unknown): string | null {
  return cell === null ? null : cell instanceof Date ? cell.toISOString() : String(cell);
}

/** The rows of the map: number, names, label, place, cluster, and the features where those are not too many. */
async function rowTable(
  { matrix, columns, frame }: MappedRows,
  points: { readonly rows: number[]; readonly x: number[]; readonly y: number[] },
  colour: MapColour | null,
  context: CellContext,
): Promise<{ table: CellTable; column: string }> {
  const names = columns.map(({ name }) => name);
  const taken = [...names, ...matrix.names];
  const column = freeName("row", taken);
  const features = matrix.rows * matrix.names.length > mostCells ? [] : matrix.names;
  const clusters = colour?.by === "category" && colour.name === "cluster" ? colour : null;
  const shown: { name: string; type: string; series: pl.Series }[] = [
    { name: column, type: "number", series: pl.Series("", points.rows, pl.Float64) },
    ...columns.map(({ name, type }) => ({ name, type, series: frame.getColumn(name) })),
    ...(["x", "y"] as const).map((axis) => ({
      name: freeName(axis, taken),
      type: "number",
      series: pl.Series("", points[axis], pl.Float64),
    })),
    ...(clusters === null ? [] : [{
      name: freeName("cluster", taken),
      type: "text",
      series: pl.Series("", clusters.codes.map((code) => clusters.names[code] ?? ""), pl.Utf8),
    }]),
    ...features.map((name, index) => ({
      name,
      type: "number",
      series: pl.Series("", columnOf(matrix, index)),
    })),
  ];
  const plain = shown.map((_, index) => `c${index}`);
  const kept = pl.DataFrame(shown.map(({ series }, index) => series.alias(`c${index}`)))
    .withColumns(pl.col(plain.slice(plain.length - features.length)).fillNan(pl.lit(null)));
  kept.columns = shown.map(({ name }) => name);
  const table: CellTable = {
    name: "rows",
    title: { en: "Rows on the map", zh: "图中的数据行" },
    file: await keepFrame(kept, context),
    rows: kept.height,
    columns: shown.map(({ name, type }) => ({ name, type })),
  };
  return { table, column };
}
