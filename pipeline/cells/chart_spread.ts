import type { Text } from "../problem.ts";
import { addsUp, aggregated, aggregateOf, aggregateText, capitalised } from "./chart_aggregate.ts";
import {
  captionOf,
  chartPlot,
  type ChartRequest,
  colourOf,
  type Drawing,
  isInPanel,
  othersCaption,
} from "./chart_parts.ts";
import { axisOf } from "./figure.ts";
import { binOf, binsOf, histogramFigure, rowsName } from "./histogram_figure.ts";
import type { PlotMark } from "./plot_figure.ts";

/** How many places an area has along x, where nobody says. */
const usualPlaces = 40;

/** How many rows have which values. */
export function histogramChart(request: ChartRequest): Drawing {
  const { columns, params, facet } = request;
  const scaled = columns.scaled("x", params.x, 0);
  const { name, values } = scaled;
  const colour = colourOf(request);
  const bins = params.bins === 0 ? undefined : params.bins;
  const title: Text = { en: `Distribution of ${name}`, zh: `${name} 的分布` };
  const captions = [othersCaption(colour)];
  if (facet === null) {
    const series = colour === null
      ? [{ name: rowsName, values }]
      : colour.names.map((category) => ({
        name: { en: category, zh: category },
        values: values.filter((_, row) => colour.cells[row] === category),
      }));
    const figure = histogramFigure(title, name, series, bins);
    return {
      summary: title,
      figure: figure && {
        ...figure,
        ...captionOf(captions),
        ...(scaled.scale === "time" ? { x: axisOf(name, "time") } : {}),
      },
    };
  }
  const { edges, scale } = binsOf([values], bins) ?? { edges: [], scale: "linear" };
  const isTime = scaled.scale === "time";
  const { groups } = aggregated("count", null, columns.rows, (row) => {
    if (Number.isNaN(values[row]!) || !isInPanel(request, row)) return null;
    return [
      binOf(edges, values[row]!),
      facet.cells[row] ?? null,
      colour?.cells[row] ?? null,
    ];
  });
  const bars = groups.map(({ parts: [bin, panel, category], result }) => ({
    bin,
    panel,
    category,
    rows: result,
  }));
  const edgesAt = (offset: number) => ({
    values: bars.map(({ bin }) => edges[bin + offset] ?? null),
    label: name,
    ...(isTime ? { isTime } : {}),
  });
  const mark: PlotMark = {
    mark: "rectY",
    rows: bars.length,
    channels: {
      x1: edgesAt(0),
      x2: edgesAt(1),
      y: { values: bars.map(({ rows }) => rows), label: rowsName },
      fx: { values: bars.map(({ panel }) => panel), label: facet.name },
      ...(colour
        ? { fill: { values: bars.map(({ category }) => category), label: colour.name } }
        : {}),
    },
    options: { insetLeft: 0.25, insetRight: 0.25 },
  };
  return {
    summary: title,
    figure: chartPlot(request, {
      title,
      captions,
      marks: [mark],
      scales: scale === "log" && !isTime ? { x: { type: "log" } } : {},
    }),
  };
}

/** Rows, or what the values of a column come to, place by place along x. */
export function areaChart(request: ChartRequest): Drawing {
  const { columns, params, facet } = request;
  const x = columns.scaled("x", params.x ?? columns.time ?? null, 0);
  const value = params.y === null ? null : columns.scaled("y", params.y, 0);
  const colour = colourOf(request);
  const aggregate = aggregateOf(params, value);
  const label = aggregateText(aggregate, value);
  const bins = binsOf([x.values], params.bins === 0 ? usualPlaces : params.bins);
  const { edges } = bins ?? { edges: [0, 1] };
  const isLog = bins?.scale === "log";
  const title: Text = {
    en: `${capitalised(label).en} along ${x.name}`,
    zh: `${label.zh}随 ${x.name} 的变化`,
  };
  const { groups, resultOf } = aggregated(aggregate, value, columns.rows, (row) => {
    if (Number.isNaN(x.values[row]!) || !isInPanel(request, row)) return null;
    const category = colour === null ? "" : colour.cells[row] ?? null;
    if (category === null) return null;
    return [binOf(edges, x.values[row]!), facet?.cells[row] ?? null, category];
  });
  const isStacked = addsUp(aggregate);
  const places = placesOf(edges, isLog);
  const names = colour?.names ?? [""];
  const panels: readonly (string | null)[] = facet?.names ?? [null];
  // Where areas lie on one another each needs a value at every place.
  const points = panels.flatMap((panel) =>
    names.flatMap((category) =>
      places.map(({ place, bin }) => ({
        place,
        panel,
        category,
        result: resultOf([bin, panel, category]) ?? (isStacked ? 0 : null),
      }))
    )
  );
  const isTime = x.scale === "time";
  const mark: PlotMark = {
    mark: isStacked ? "areaY" : "line",
    rows: groups.length === 0 ? 0 : points.length,
    channels: groups.length === 0 ? {} : {
      x: {
        values: points.map(({ place }) =>
          isTime ? Math.round(place) : Number(place.toPrecision(6))
        ),
        label: x.name,
        ...(isTime ? { isTime } : {}),
      },
      y: {
        values: points.map(({ result }) => result === null ? null : Number(result.toPrecision(6))),
        label,
      },
      ...(colour
        ? {
          [isStacked ? "fill" : "stroke"]: {
            values: points.map(({ category }) => category),
            label: colour.name,
          },
        }
        : {}),
      ...(facet ? { fx: { values: points.map(({ panel }) => panel), label: facet.name } } : {}),
    },
    options: isStacked ? {} : { strokeWidth: 1.5 },
  };
  return {
    summary: title,
    figure: chartPlot(request, {
      title,
      captions: [othersCaption(colour)],
      marks: [mark],
      scales: isLog && !isTime ? { x: { type: "log" } } : {},
    }),
  };
}

/** The middle of each bin; of only one its ends, so that there is something to see. */
function placesOf(edges: readonly number[], isLog: boolean): { place: number; bin: number }[] {
  if (edges.length === 2) return edges.map((place) => ({ place, bin: 0 }));
  return edges.slice(1).map((end, bin) => {
    const start = edges[bin]!;
    return { place: isLog ? Math.sqrt(start) * Math.sqrt(end) : start / 2 + end / 2, bin };
  });
}
