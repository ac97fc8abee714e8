import type { Markish, PlotOptions } from "@observablehq/plot";
import type { Axis } from "@/pipeline/cells/figure.ts";
import { shortNumberWords } from "../number_words.ts";
import type { Drawing, DrawingRequest, DrawnPoint } from "./drawable.ts";
import { dressed, hairline, placeOn, type Plot, plotBasics } from "./plot_frame.ts";
import { clipped, pixelWidth } from "./shown_names.ts";

/** Rows below one another: a name, a band to draw in, and what it comes to. */
export interface Bands {
  readonly names: readonly string[];
  /** How much of the width names may take, from 0 to 1. */
  readonly nameShare?: number;
  /** At the right end of each row; none where this is absent. */
  readonly values?: readonly string[];
  /** What the bands show along their length. */
  readonly axis: Pick<Axis, "scale">;
  readonly domain: readonly [number, number];
  /** Whether ticks stand below. */
  readonly hasTicks: boolean;
  readonly rowHeight: number;
  /** How much of a row is left empty, from 0 to 1. */
  readonly padding?: number;
}

/** What stands on a row: how far along its band, and what is said of it. */
export type BandStop = Pick<DrawnPoint, "lines"> & { readonly along: number };

const gap = 12;
const ticksHeight = 20;
const top = 2;

/** The height of so many bands. */
export function bandHeight(rows: number, rowHeight: number, hasTicks: boolean): number {
  return top + rows * rowHeight + (hasTicks ? ticksHeight : 2);
}

/**
 * Draws `marks` into bands; they place themselves by the number of the row.
 *
 * @param stops By row; the whole row is outlined, and one without a stop is passed over.
 */
export function drawBands(
  plot: Plot,
  request: DrawingRequest,
  bands: Bands,
  marks: (rows: readonly number[]) => readonly Markish[],
  stops: readonly (BandStop | undefined)[],
): Drawing {
  const { names, values = [], axis, domain, hasTicks, rowHeight, padding = 0.5 } = bands;
  const { nameShare = 0.36 } = bands;
  const { width } = request;
  const right = values.length === 0
    ? gap
    : Math.min(width / 4, Math.ceil(Math.max(...values.map(pixelWidth))) + gap);
  const widest = Math.max(0, ...names.map(pixelWidth));
  const left = Math.ceil(Math.min(widest, width * nameShare, width * 0.2 + 160)) + gap;
  const rows = names.map((_, row) => row);
  const options: PlotOptions = {
    ...plotBasics(request),
    height: bandHeight(rows.length, rowHeight, hasTicks),
    marginTop: top,
    marginBottom: hasTicks ? ticksHeight : 2,
    marginLeft: left,
    marginRight: right,
    x: {
      type: axis.scale === "log" ? "log" : "linear",
      domain: [...domain],
      axis: hasTicks ? "bottom" : null,
      ...(hasTicks ? { grid: hairline } : {}),
      label: null,
      ticks: Math.max(3, Math.floor((width - left - right) / 60)),
      tickSize: 0,
      tickPadding: 6,
      tickFormat: (value: number) => shortNumberWords(value),
    },
    y: {
      type: "band",
      domain: rows,
      axis: null,
      paddingInner: padding,
      paddingOuter: padding / 2,
      round: false,
    },
    marks: [
      ...marks(rows),
      plot.text(rows, {
        y: (row: number) => row,
        text: (row: number) => clipped(names[row] ?? "", left - gap),
        frameAnchor: "left",
        textAnchor: "start",
        dx: -left,
        fill: "var(--text)",
        fontSize: 12,
      }),
      ...(values.length === 0 ? [] : [
        plot.text(rows, {
          y: (row: number) => row,
          text: (row: number) => values[row] ?? "",
          frameAnchor: "right",
          textAnchor: "end",
          dx: right,
          fill: "var(--text)",
          fontSize: 12,
        }),
      ]),
    ],
  };
  const drawing = plot.plot(options);
  const [alongX, downY] = [placeOn(drawing, "x"), placeOn(drawing, "y")];
  return {
    svg: dressed(drawing),
    nearest: "y",
    points: stops.flatMap((stop, row) =>
      stop === undefined ? [] : [{
        x: alongX(stop.along) ?? left,
        y: downY(row) ?? top,
        box: { x: 0, y: top + row * rowHeight, width, height: rowHeight },
        lines: stop.lines,
      }]
    ),
  };
}
