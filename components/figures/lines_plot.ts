import type { Figure } from "@/pipeline/cells/figure.ts";
import type { Language } from "@/web/language.ts";
import { axisValues, type Plot, plotFrame } from "./plot_frame.ts";
import { inkOf, seriesColours } from "./series_colours.ts";

type Lines = Extract<Figure, { type: "lines" }>;

/** The points of lines this short are marked. */
const markedPoints = 30;

/** Lines over a common axis; the pointer shows the values. */
export function drawLines(
  plot: Plot,
  { x, y, series }: Lines,
  width: number,
  language: Language,
): Element {
  const colours = seriesColours(series.map(({ name }) => name.en));
  const marks = series.flatMap((line, order) => {
    const places = axisValues(x, line.x);
    const heights = axisValues(y, line.y);
    const points = places.map((place, index) => ({ x: place, y: heights[index] ?? null }));
    const channels = { x: "x", y: "y", stroke: inkOf(colours[order] ?? "accent") };
    // A line of one point would be nothing to see.
    return points.length === 1
      ? [plot.dot(points, { ...channels, r: 3, title: () => line.name[language] })]
      : [plot.lineY(points, {
        ...channels,
        strokeWidth: 1.5,
        tip: points.length <= 2000,
        ...(points.length <= markedPoints ? { marker: "dot" as const } : {}),
      })];
  });
  const frame = plotFrame(width, { x, y });
  return plot.plot({ ...frame, x: { ...frame.x, ...wholeTicks(series, width) }, marks });
}

/** Along few whole numbers, such as folds, there are no ticks between them. */
function wholeTicks(series: Lines["series"], width: number): { ticks?: number } {
  const places = series.flatMap(({ x }) => x).filter((place) => place !== null);
  const range = Math.max(...places) - Math.min(...places);
  const isShort = places.every(Number.isInteger) && range > 0 && range < width / 90;
  return isShort ? { ticks: range } : {};
}
