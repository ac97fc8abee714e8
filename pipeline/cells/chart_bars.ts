import type { Text } from "../problem.ts";
import { addsUp, aggregated, aggregateOf, aggregateText, capitalised } from "./chart_aggregate.ts";
import {
  bandsOf,
  captionOf,
  chartPlot,
  type ChartRequest,
  colourOf,
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
  const colour = colourOf(request);
  const aggregate = aggregateOf(params, value);
  const label = aggregateText(aggregate, value);
  const title: Text = value === null
    ? { en: `Rows by ${categories.name}`, zh: `各“${categories.name}”的行数` }
    : {
      en: `${capitalised(label).en} by ${categories.name}`,
      zh: `各“${categories.name}”的${label.zh}`,
    };
  const captions = [leftOutCaption(categories), othersCaption(colour)];
  const { groups } = aggregated(aggregate, value, columns.rows, (row) => {
    const category = categories.cells[row] ?? null;
    if (category === null || !isInPanel(request, row)) return null;
    return [category, colour?.cells[row] ?? null, facet?.cells[row] ?? null];
  });
  const bars = groups.map(({ parts: [category, shade, panel], result }) => ({
    category,
    shade,
    panel,
    result,
  }));
  const names = categories.names.filter((name) => bars.some(({ category }) => category === name));
  if (colour === null && facet === null) {
    const results = new Map(bars.map(({ category, result }) => [category, result]));
    return {
      summary: title,
      figure: {
        type: "bars",
        title,
        ...captionOf(captions),
        value: axisOf(label),
        bars: names.map((name) => ({ name, value: results.get(name)! })),
      },
    };
  }
  const isStacked = colour === null || addsUp(aggregate);
  const mark: PlotMark = {
    mark: isStacked ? "barX" : "dot",
    rows: bars.length,
    channels: {
      x: { values: bars.map(({ result }) => Number(result.toPrecision(6))), label },
      y: { values: bars.map(({ category }) => category), label: categories.name },
      ...(colour ? { fill: { values: bars.map(({ shade }) => shade), label: colour.name } } : {}),
      ...(facet ? { fx: { values: bars.map(({ panel }) => panel), label: facet.name } } : {}),
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
