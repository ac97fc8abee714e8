import { figureTexts } from "../texts_figures.ts";
import type { Drawing, DrawingRequest } from "./drawable.ts";
import { dressed, type Plot, plotBasics } from "./plot_frame.ts";

/** Stands for a figure without data. */
export function emptyDrawing(plot: Plot, request: DrawingRequest): Drawing {
  const words = figureTexts.nothingToDraw[request.language];
  const svg = dressed(plot.plot({
    ...plotBasics(request),
    height: 64,
    margin: 0,
    axis: null,
    marks: [plot.text([words], { frameAnchor: "left", fill: "var(--text-3)", fontSize: 12 })],
  }));
  return { svg, points: [], nearest: "xy" };
}
