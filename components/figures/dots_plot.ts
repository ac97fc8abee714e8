import type { Figure } from "@/pipeline/cells/figure.ts";
import { faultColours } from "../fault_colours.ts";
import { axisValues, type Plot, plotFrame } from "./plot_frame.ts";

type Dots = Extract<Figure, { type: "dots" }>;

/** The categories of a cloud of dots, in the order of their names. */
export function dotCategories({ points }: Dots): string[] {
  return [...new Set(points.category ?? [])].sort();
}

/** A dot for each row, in the colour of its category. */
export function drawDots(plot: Plot, figure: Dots, width: number): Element {
  const { x, y, points } = figure;
  const colours = faultColours(dotCategories(figure));
  const places = axisValues(x, points.x);
  const heights = axisValues(y, points.y);
  const dots = places.map((place, index) => {
    const colour = colours.get(points.category?.[index] ?? "");
    return { x: place, y: heights[index] ?? null, fill: `var(--${colour ?? "mark"})` };
  });
  const options = plotFrame(width, { x, y });
  return plot.plot({
    ...options,
    height: Math.max(200, Math.min(360, Math.round(width * 0.6))),
    x: { ...options.x, grid: true },
    marks: [
      plot.dot(dots, {
        x: "x",
        y: "y",
        fill: { value: dots.map(({ fill }) => fill), scale: null },
        r: 2,
        fillOpacity: dots.length > 1000 ? 0.6 : 0.85,
      }),
    ],
  });
}
