import type { Markish } from "@observablehq/plot";
import type { Axis } from "@/pipeline/cells/figure.ts";
import type { Text } from "@/pipeline/problem.ts";
import { axisValues, type Plot, plotFrame } from "./plot_frame.ts";
import { inkOf, seriesColours } from "./series_colours.ts";

/** What a histogram shows: `k + 1` edges, and `k` counts of each series. */
export interface HistogramData {
  readonly x: Axis;
  readonly edges: readonly number[];
  readonly series: readonly { readonly name: Text; readonly counts: readonly number[] }[];
}

/** Bars where there is one series; of several, the first as grey bars and the others as steps over them. */
export function drawHistogram(
  plot: Plot,
  { x, edges, series }: HistogramData,
  width: number,
): Element {
  const places = axisValues(x, edges);
  const bins = places.slice(1).map((to, index) => ({ from: places[index], to, index }));
  const colours = seriesColours(series.map(({ name }) => name.en));
  const marks = series.map(({ counts }, order): Markish =>
    order === 0 && series.length <= 2
      ? plot.rectY(bins, {
        x1: "from",
        x2: "to",
        y: ({ index }: { index: number }) => counts[index] ?? 0,
        fill: series.length === 1 ? "var(--mark)" : "var(--c0)",
        insetLeft: 0.5,
        insetRight: 0.5,
      })
      : plot.lineY(steps(places, counts), {
        x: "x",
        y: "y",
        stroke: inkOf(colours[order] ?? "accent"),
        strokeWidth: 1.5,
      })
  );
  const frame = plotFrame(width, { x, y: undefined });
  return plot.plot({ ...frame, marks: [...marks, plot.ruleY([0], { stroke: "var(--line-2)" })] });
}

/** The outline of bars, from the ground and back to it. */
function steps<Place>(
  places: readonly Place[],
  counts: readonly number[],
): { x: Place; y: number }[] {
  return places.flatMap((x, index) => [
    { x, y: counts[index - 1] ?? 0 },
    { x, y: counts[index] ?? 0 },
  ]);
}
