import type { PlotOptions } from "@observablehq/plot";
import type { Axis } from "@/pipeline/cells/figure.ts";
import { plotClassName } from "@/web/plot_style.ts";
import { shortNumberWords } from "../number_words.ts";
import type { Language } from "@/web/language.ts";
import { timeTicks } from "./axis_words.ts";
import type { Drawing, DrawingRequest, DrawnPoint } from "./drawable.ts";

/** The marks that figures are drawn with. */
export type Plot = typeof import("./plot_marks.ts");

/** The height of a figure with two axes. */
export const frameHeight = 176;

const margins = { top: 8, right: 12, bottom: 24, left: 44 };

/** What figures with two axes share: their size, hairline grids and ticks of few digits. */
export function plotFrame(
  request: Pick<DrawingRequest, "width" | "document"> & Partial<Pick<DrawingRequest, "language">>,
  { x, y }: { x: Axis; y: Axis | undefined },
): PlotOptions {
  const { width, language } = request;
  return {
    ...plotBasics(request),
    height: frameHeight,
    marginTop: margins.top,
    marginRight: margins.right,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    x: {
      ...axisOptions(x, language),
      ticks: Math.max(2, Math.floor(width / 90)),
      tickSize: 0,
      tickPadding: 8,
    },
    y: {
      ...(y ? axisOptions(y, language) : countOptions),
      grid: hairline,
      ...(y?.domain ? {} : { nice: true }),
      ticks: 4,
      tickSize: 0,
      tickPadding: 8,
      label: null,
    },
  };
}

/** The colour of grids. */
export const hairline = "var(--line)";

/** What every drawing has: the class that the style sheet and the policy know, its width and its document. */
export function plotBasics(
  { width, document }: Pick<DrawingRequest, "width" | "document">,
): PlotOptions {
  return { className: plotClassName, width, ...(document ? { document } : {}) };
}

const countOptions: PlotOptions["y"] = { tickFormat: (value: number) => shortNumberWords(value) };

/** How an axis places and labels its values; its name stands in the caption. */
function axisOptions(
  { scale, domain }: Axis,
  language?: Language,
): NonNullable<PlotOptions["x"]> {
  const range = domain ? { domain: [...domain] } : {};
  if (scale === "time") {
    return { ...range, type: "utc", label: null, tickFormat: timeTicks(language) };
  }
  return {
    ...range,
    type: scale,
    label: null,
    tickFormat: (value: number) => shortNumberWords(value),
  };
}

/** Powers of ten nearer to zero than this are not told apart exactly, which ticks on them need. */
const leastOnLog = 1e-300;

/** Values of an axis as Plot wants them; what a logarithmic scale cannot show is left out. */
export function axisValues(
  { scale }: Axis,
  values: readonly (number | null)[],
): readonly (number | Date | null)[] {
  if (scale === "log") {
    return values.map((value) => value !== null && value >= leastOnLog ? value : null);
  }
  if (scale !== "time") return values;
  return values.map((value) => value === null ? null : new Date(value));
}

/** Where a value of a scale stands on a finished drawing; null where the scale or the value is none. */
export function placeOn(
  drawing: ReturnType<Plot["plot"]>,
  name: "x" | "y",
): (value: number | string | Date | null) => number | null {
  const scale = drawing.scale(name);
  return (value) => {
    if (scale === undefined || value === null) return null;
    const place: unknown = scale.apply(value);
    return typeof place === "number" && Number.isFinite(place)
      ? place + (scale.bandwidth ?? 0) / 2
      : null;
  };
}

/**
 * Dresses a finished drawing for wherever it goes: the page's style sheet may say otherwise, a file of its own
 * has only this.
 */
export function dressed(drawing: Element): Element {
  drawing.setAttribute("color", "var(--text-3)");
  drawing.setAttribute("font-size", "11");
  for (const grid of drawing.querySelectorAll('[aria-label$="grid"]')) {
    // In panels the lines of each are in a group of their own.
    for (const group of [grid, ...grid.querySelectorAll("g")]) {
      group.setAttribute("stroke-opacity", "1");
    }
  }
  return drawing;
}

/** A finished drawing to stop in from point to point along its x axis; one without a height is stopped at half way up. */
export function drawnAlong(
  drawing: ReturnType<Plot["plot"]>,
  stops: readonly (Pick<DrawnPoint, "lines"> & { readonly x: number; readonly y: number | null })[],
): Drawing {
  const [across, up] = [placeOn(drawing, "x"), placeOn(drawing, "y")];
  return {
    svg: dressed(drawing),
    nearest: "x",
    points: stops.map(({ x, y, lines }) => ({
      x: across(x) ?? 0,
      y: up(y) ?? frameHeight / 2,
      lines,
    })),
  };
}
