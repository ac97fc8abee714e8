import type { DrawnFigure } from "@/pipeline/cells/figure.ts";
import type { Drawable } from "./drawable.ts";
import { plotKind } from "./kinds/plot.ts";
import { finishedDrawable, usualDrawable } from "./usual_drawable.ts";

/** How a figure of any kind is drawn and told; plots need the marks of `all_plot_marks.ts`. */
export function drawableOf(figure: DrawnFigure): Drawable {
  return figure.type === "plot"
    ? finishedDrawable(figure, plotKind(figure))
    : usualDrawable(figure);
}
