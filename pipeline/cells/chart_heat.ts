import type { Text } from "../problem.ts";
import { aggregated, aggregateOf, aggregateText, capitalised } from "./chart_aggregate.ts";
import type { Scaled } from "./chart_columns.ts";
import {
  bandsOf,
  chartPlot,
  type ChartRequest,
  type Drawing,
  isInPanel,
  leftOutCaption,
} from "./chart_parts.ts";
import { binOf, binsOf } from "./histogram_figure.ts";
import type { PlotChannel, PlotFigure, PlotMark } from "./plot_figure.ts";

/** How many fields numbers are divided into along an axis, where nobody says. */
const usualBins = 16;

/** Fields of two columns against each other, shaded by their rows or by what the values of a third come to. */
export function heatChart(request: ChartRequest): Drawing {
  const { columns, params, facet } = request;
  const x = sideOf(request, "x", params.x, 0);
  const y = sideOf(request, "y", params.y, 1);
  const value = params.colour === null ? null : columns.scaled("colour", params.colour, 0);
  const aggregate = aggregateOf(params, value);
  const label = aggregateText(aggregate, value);
  const title: Text = {
    en: `${capitalised(label).en} by ${x.name} and ${y.name}`,
    zh: `各“${x.name}”与“${y.name}”的${label.zh}`,
  };
  const { groups } = aggregated(aggregate, value, columns.rows, (row) => {
    const [across, up] = [x.fieldOf(row), y.fieldOf(row)];
    if (across === null || up === null || !isInPanel(request, row)) return null;
    return [across, up, facet?.cells[row] ?? null];
  });
  const fields = groups.map(({ parts: [across, up, panel], result }) => ({
    across,
    up,
    panel,
    result,
  }));
  const mark: PlotMark = {
    mark: x.edges ? (y.edges ? "rect" : "barX") : y.edges ? "barY" : "cell",
    rows: fields.length,
    channels: {
      ...x.channels("x", fields.map(({ across }) => across)),
      ...y.channels("y", fields.map(({ up }) => up)),
      fill: { values: fields.map(({ result }) => Number(result.toPrecision(6))), label },
      ...(facet ? { fx: { values: fields.map(({ panel }) => panel), label: facet.name } } : {}),
    },
    options: {},
  };
  return {
    summary: title,
    figure: chartPlot(request, {
      title,
      captions: [x.caption, y.caption],
      marks: [mark],
      scales: {
        ...x.scales("x"),
        ...y.scales("y"),
        ...(isUneven(fields.map(({ result }) => result)) ? { color: { type: "log" } } : {}),
      },
    }),
  };
}

/** Results that span more than this are shaded by their logarithms, or few fields would stand out from none. */
const even = 50;

function isUneven(results: readonly number[]): boolean {
  const least = results.reduce((low, result) => Math.min(low, result), Infinity);
  const most = results.reduce((high, result) => Math.max(high, result), -Infinity);
  return least > 0 && most / least > even;
}

/** An axis of a heat map, divided into fields. */
interface Side {
  readonly name: string;
  readonly edges: readonly number[] | undefined;
  readonly caption: Text | null;
  /** The category, or the number of the bin, of a row; null where it has no value. */
  fieldOf(row: number): string | number | null;
  channels(
    axis: "x" | "y",
    fields: readonly (string | number | null)[],
  ): Record<string, PlotChannel>;
  scales(axis: "x" | "y"): PlotFigure["scales"];
}

function sideOf(
  request: ChartRequest,
  param: "x" | "y",
  wanted: string | null,
  rank: number,
): Side {
  const { columns, params } = request;
  if (wanted !== null && columns.isCategorical(wanted)) return categorySide(request, param, wanted);
  const scaled = columns.scaled(param, wanted, rank);
  const bins = binsOf([scaled.values], params.bins === 0 ? usualBins : params.bins);
  return numberSide(scaled, bins?.edges ?? [0, 1], bins?.scale === "log");
}

function categorySide(request: ChartRequest, param: "x" | "y", wanted: string): Side {
  const categories = bandsOf(request, param, wanted);
  return {
    name: categories.name,
    edges: undefined,
    caption: leftOutCaption(categories),
    fieldOf: (row) => categories.cells[row] ?? null,
    channels: (axis, fields) => ({ [axis]: { values: [...fields], label: categories.name } }),
    scales: (axis) => ({ [axis]: { domain: [...categories.names] } }),
  };
}

function numberSide(
  { name, values, scale }: Scaled,
  edges: readonly number[],
  isLog: boolean,
): Side {
  const isTime = scale === "time";
  const channel = (fields: readonly (string | number | null)[], offset: number): PlotChannel => ({
    values: fields.map((field) => typeof field === "number" ? edges[field + offset] ?? null : null),
    label: name,
    ...(isTime ? { isTime } : {}),
  });
  return {
    name,
    edges,
    caption: null,
    fieldOf: (row) => Number.isNaN(values[row]!) ? null : binOf(edges, values[row]!),
    channels: (axis, fields) => ({
      [`${axis}1`]: channel(fields, 0),
      [`${axis}2`]: channel(fields, 1),
    }),
    scales: (axis) => isLog && !isTime ? { [axis]: { type: "log" } } : {},
  };
}
