import type { Scaled } from "./chart_columns.ts";
import {
  captionOf,
  categoryChannel,
  chartPlot,
  type ChartRequest,
  colourOf,
  type Drawing,
  drawn,
  isInPanel,
  othersCaption,
  sampled,
  scaledChannel,
} from "./chart_parts.ts";
import { axisOf } from "./figure.ts";
import type { PlotFigure, PlotMark } from "./plot_figure.ts";

/** A dot for each row. */
export function dotChart(request: ChartRequest): Drawing {
  const { x, y, colour, rows, captions } = pointsOf(request);
  const title = { en: `${y.name} over ${x.name}`, zh: `${y.name} — ${x.name}` };
  const summary = { en: title.en, zh: `${y.name} 随 ${x.name} 的分布` };
  if (request.facet !== null) {
    const mark: PlotMark = {
      mark: "dot",
      rows: rows.length,
      channels: {
        x: scaledChannel(x, rows),
        y: scaledChannel(y, rows),
        fx: categoryChannel(request.facet, rows),
        ...(colour ? { fill: categoryChannel(colour, rows) } : {}),
      },
      options: { r: 2, fillOpacity: 0.8 },
    };
    return {
      summary,
      figure: chartPlot(request, { title, captions, marks: [mark], scales: scalesOf(x, y) }),
    };
  }
  return {
    summary,
    figure: {
      type: "dots",
      title,
      ...captionOf(captions),
      x: axisOf(x.name, x.scale),
      y: axisOf(y.name, y.scale),
      points: {
        x: drawn(x, rows),
        y: drawn(y, rows),
        ...(colour ? { category: rows.map((row) => colour.cells[row] ?? "") } : {}),
      },
    },
  };
}

/** A line through all rows in the order of x, or one for each colour. */
export function lineChart(request: ChartRequest): Drawing {
  const { x, y, colour, rows, captions } = pointsOf(request);
  const ordered = rows.toSorted((a, b) => x.values[a]! - x.values[b]! || a - b);
  const title = { en: `${y.name} along ${x.name}`, zh: `${y.name} — ${x.name}` };
  const summary = { en: title.en, zh: `${y.name} 随 ${x.name} 的变化` };
  if (request.facet !== null) {
    const mark: PlotMark = {
      mark: "line",
      rows: ordered.length,
      channels: {
        x: scaledChannel(x, ordered),
        y: scaledChannel(y, ordered),
        fx: categoryChannel(request.facet, ordered),
        ...(colour ? { stroke: categoryChannel(colour, ordered) } : {}),
      },
      options: { strokeWidth: 1.5 },
    };
    return {
      summary,
      figure: chartPlot(request, { title, captions, marks: [mark], scales: scalesOf(x, y) }),
    };
  }
  const names = colour ? colour.names : [y.name];
  return {
    summary,
    figure: {
      type: "lines",
      title,
      ...captionOf(captions),
      x: axisOf(x.name, x.scale),
      y: axisOf(y.name, y.scale),
      series: names.map((name) => {
        const own = colour ? ordered.filter((row) => colour.cells[row] === name) : ordered;
        return { name: { en: name, zh: name }, x: drawn(x, own), y: drawn(y, own) };
      }),
    },
  };
}

function pointsOf(request: ChartRequest) {
  const { columns, params } = request;
  const x = columns.scaled("x", params.x, 0, params.xScale);
  const y = columns.scaled("y", params.y, 1, params.yScale);
  const colour = colourOf(request);
  const complete: number[] = [];
  for (const [row, value] of x.values.entries()) {
    const isComplete = !Number.isNaN(value) && !Number.isNaN(y.values[row]!);
    if (isComplete && isInPanel(request, row)) complete.push(row);
  }
  const { rows, caption } = sampled(complete, request.seed);
  return { x, y, colour, rows, captions: [caption, othersCaption(colour)] };
}

function scalesOf(x: Scaled, y: Scaled): PlotFigure["scales"] {
  return {
    ...(x.scale === "log" ? { x: { type: "log" } } : {}),
    ...(y.scale === "log" ? { y: { type: "log" } } : {}),
  };
}
