import type { PlotOptions } from "@observablehq/plot";
import type { Axis } from "@/pipeline/cells/figure.ts";
import { plotClassName } from "@/web/plot_style.ts";
import { shortNumberWords } from "../number_words.ts";

/** The marks that figures are drawn with. */
export type Plot = typeof import("./plot_marks.ts");

/** What all figures share: their size, hairline grids and ticks of few digits. */
export function plotFrame(width: number, { x, y }: { x: Axis; y: Axis | undefined }): PlotOptions {
  return {
    className: plotClassName,
    width,
    height: 176,
    marginTop: 8,
    marginRight: 12,
    marginBottom: 24,
    marginLeft: 44,
    x: {
      ...axisOptions(x),
      ticks: Math.max(2, Math.floor(width / 90)),
      tickSize: 0,
      tickPadding: 8,
    },
    y: {
      ...(y ? axisOptions(y) : {}),
      grid: true,
      ticks: 4,
      tickSize: 0,
      tickPadding: 8,
      label: null,
    },
  };
}

/** How an axis places and labels its values; its name stands in the caption. */
function axisOptions({ scale }: Axis): PlotOptions["x"] {
  if (scale === "time") return { type: "utc", label: null };
  return { type: scale, label: null, tickFormat: (value: number) => shortNumberWords(value) };
}

/** Values of an axis as Plot wants them. */
export function axisValues(
  { scale }: Axis,
  values: readonly (number | null)[],
): readonly (number | Date | null)[] {
  if (scale !== "time") return values;
  return values.map((value) => value === null ? null : new Date(value));
}
