import { parseHTML } from "linkedom";
import { drawableOf } from "@/components/figures/drawable_of.ts";
import { figureSvg, type FileMaker } from "@/components/figures/export/figure_svg.ts";
import { mapFigure } from "@/components/figures/kinds/map.ts";
import * as plot from "@/components/figures/plot_marks.ts";
import type { FigureAnswer, FigureRequest } from "./figure_file.ts";

/** Draws figures without a browser, apart from the server's own thread, and without any permission. */
const { document } = parseHTML("<!doctype html><html></html>");

self.onmessage = ({ data }: MessageEvent<FigureRequest>) => {
  const { figures, tokens, ...request } = data;
  const maker: FileMaker = {
    plot,
    document,
    token: (name) => tokens.get(name) ?? "currentColor",
    serialize: (element) => element.outerHTML,
  };
  const files = figures.map((figure) => {
    const drawable = figure.type === "map" ? mapFigure(figure) : drawableOf(figure);
    return figureSvg(maker, drawable, request);
  });
  self.postMessage(files satisfies FigureAnswer);
};
