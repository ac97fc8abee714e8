import type { Text } from "../problem.ts";
import { addsUp, aggregated, aggregateOf, aggregateText, capitalised } from "./chart_aggregate.ts";
import type { Categories } from "./chart_columns.ts";
import {
  bandsOf,
  captionOf,
  chartPlot,
  type ChartRequest,
  colourLimit,
  type Drawing,
  isInPanel,
  leftOutCaption,
  othersCaption,
} from "./chart_parts.ts";
import { axisOf } from "./figure.ts";
import type { PlotMark } from "./plot_figure.ts";

/** A bar for each category: its rows, or what the values of a column come to in them. */
export function barChart(request: ChartRequest): Drawing {
  const { columns, params, facet } = request;
  const categories = bandsOf(request, "x", params.x);
  const value = params.y === null ? null : columns.scaled("y", params.y, 0);
  const colour = params.colour === null
    ? null
    : columns.categories("colour", params.colour, colourLimit);
  const aggregate = aggregateOf(params, value);
  const label = aggregateText(aggregate, value);
  const title: Text = value === null
    ? { en: `Rows by ${categories.name}`, zh: `各“${categories.name}”的行数` }
    : {
      en: `${capitalised(label).en} by ${categories.name}`,
      zh: `各“${categories.name}”的${label.zh}`,
    };
  const captions = [leftOutCaption(categories), othersCaption(colour)];
  if (colour === null && facet === null) {
    const results = aggregated(
      aggregate,
      value,
      columns.rows,
      (row) => categories.cells[row] ?? null,
    );
    return {
      summary: title,
      figure: {
        type: "bars",
        title,
        ...captionOf(captions),
        value: axisOf(label),
        bars: categories.names.filter((name) => results.has(name))
          .map((name) => ({ name, value: results.get(name)! })),
      },
    };
  }
  const parts = partsOf(request, categories, colour);
  const results = aggregated(aggregate, value, columns.rows, parts.keyOf);
  const found = [...results].map(([key, result]) => ({ ...parts.partOf(key), result }));
  const names = categories.names.filter((name) => found.some((part) => part.category === name));
  const isStacked = colour === null || addsUp(aggregate);
  const mark: PlotMark = {
    mark: isStacked ? "barX" : "dot",
    rows: found.length,
    channels: {
      x: { values: found.map(({ result }) => Number(result.toPrecision(6))), label },
      y: { values: found.map(({ category }) => category), label: categories.name },
      ...(colour ? { fill: { values: found.map((part) => part.colour), label: colour.name } } : {}),
      ...(facet ? { fx: { values: found.map(({ panel }) => panel), label: facet.name } } : {}),
    },
    options: isStacked ? {} : { r: 4 },
  };
  return {
    summary: title,
    figure: chartPlot(request, {
      title,
      captions,
      marks: [mark, { mark: "ruleX", rows: 1, channels: { x: { values: [0] } }, options: {} }]
        .slice(0, isStacked ? 2 : 1),
      scales: { y: { domain: names } },
    }),
  };
}

interface Part {
  readonly category: string | null;
  readonly colour: string | null;
  readonly panel: string | null;
}

/** The groups of rows that one bar or part of a bar stands for, each under a key. */
function partsOf(request: ChartRequest, categories: Categories, colour: Categories | null) {
  const parts = new Map<string, Part>();
  return {
    keyOf: (row: number): string | null => {
      const category = categories.cells[row] ?? null;
      if (category === null || !isInPanel(request, row)) return null;
      const part: Part = {
        category,
        colour: colour?.cells[row] ?? null,
        panel: request.facet?.cells[row] ?? null,
      };
      const key = JSON.stringify([part.panel, part.category, part.colour]);
      if (!parts.has(key)) parts.set(key, part);
      return key;
    },
    partOf: (key: string): Part => parts.get(key) ?? { category: null, colour: null, panel: null },
  };
}
