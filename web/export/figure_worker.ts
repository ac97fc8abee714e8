import { parseHTML } from "linkedom";
import * as plot from "@/components/figures/all_plot_marks.ts";
import type { Drawable } from "@/components/figures/drawable.ts";
import { drawableOf } from "@/components/figures/drawable_of.ts";
import { figureSvg, type FileMaker } from "@/components/figures/export/figure_svg.ts";
import { mapFigure } from "@/components/figures/kinds/map.ts";
import { steadyIds } from "@/components/figures/plot/plot_ids.ts";
import type { DrawableFigure, FigureMessage, FigureRequests } from "./ask_figure_worker.ts";

// Draws figures without a browser, apart from the server's own thread, and without any permission.

const { document } = parseHTML("<!doctype html><html></html>");

self.onmessage = ({ data }: MessageEvent<FigureMessage>) => {
  self.postMessage(data.name === "files" ? files(data.ask) : drawings(data.ask));
};

function files(
  { figures, tokens, ...request }: FigureRequests["files"]["ask"],
): FigureRequests["files"]["answer"] {
  const maker: FileMaker = {
    plot,
    document,
    token: (name) => tokens.get(name) ?? "currentColor",
    serialize: (element) => element.outerHTML,
  };
  return figures.map((figure) => figureSvg(maker, anyDrawableOf(figure), request));
}

function drawings(
  { figures, language }: FigureRequests["drawings"]["ask"],
): FigureRequests["drawings"]["answer"] {
  return figures.map(({ figure, widths }, index) => {
    const drawable = anyDrawableOf(figure);
    return widths.map((width) => {
      const { svg } = drawable.draw(plot, { width, language, document });
      // What they say stands in the page's own style sheets.
      for (const style of svg.querySelectorAll("style")) style.remove();
      // All of them stand in one document.
      steadyIds(svg, `${index} ${width}`);
      svg.setAttribute("aria-hidden", "true");
      return svg.outerHTML;
    });
  });
}

function anyDrawableOf(figure: DrawableFigure): Drawable {
  return figure.type === "map" ? mapFigure(figure) : drawableOf(figure);
}
