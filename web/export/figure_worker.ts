import { parseHTML } from "linkedom";
import * as plot from "@/components/figures/all_plot_marks.ts";
import type { Drawable } from "@/components/figures/drawable.ts";
import { drawableOf } from "@/components/figures/drawable_of.ts";
import { figureSvg, type FileMaker } from "@/components/figures/export/figure_svg.ts";
import { mapFigure } from "@/components/figures/kinds/map.ts";
import { steadyIds } from "@/components/figures/plot/plot_ids.ts";
import {
  type DrawableFigure,
  drawingLimits,
  type FigureAnswer,
  type FigureMessage,
  type FigureRequests,
} from "./ask_figure_worker.ts";

// Draws figures without a browser, apart from the server's own thread, and without any permission.

const { document } = parseHTML("<!doctype html><html></html>");

self.onmessage = ({ data }: MessageEvent<FigureMessage>) => self.postMessage(answerTo(data));

/** Thrown where drawings take more than they may: a thread that runs out of memory would end the server. */
class TooMuch extends Error {
  override readonly name = "TooMuch";
}

function answerTo(message: FigureMessage): FigureAnswer<keyof FigureRequests> {
  try {
    return { drawn: message.name === "files" ? files(message.ask) : drawings(message.ask) };
  } catch (error) {
    if (error instanceof TooMuch) return { isTooMuch: true };
    throw error;
  }
}

/** Counts the characters of all drawings, and gives each on. @throws {TooMuch} */
function counting(): (svg: string) => string {
  let characters = 0;
  return (svg) => {
    characters += svg.length;
    if (characters > drawingLimits.characters) throw new TooMuch();
    return svg;
  };
}

function files(
  { figures, tokens, ...request }: FigureRequests["files"]["ask"],
): FigureRequests["files"]["answer"] {
  const counted = counting();
  const maker: FileMaker = {
    plot,
    document,
    token: (name) => tokens.get(name) ?? "currentColor",
    serialize: (element) => counted(element.outerHTML),
  };
  return figures.map((figure) => figureSvg(maker, anyDrawableOf(figure), request));
}

function drawings(
  { figures, language }: FigureRequests["drawings"]["ask"],
): FigureRequests["drawings"]["answer"] {
  const counted = counting();
  return figures.map(({ figure, widths }, index) => {
    const drawable = anyDrawableOf(figure);
    return widths.map((width) => {
      const { svg } = drawable.draw(plot, { width, language, document });
      // What they say stands in the page's own style sheets.
      for (const style of svg.querySelectorAll("style")) style.remove();
      // All of them stand in one document.
      steadyIds(svg, `${index} ${width}`);
      svg.setAttribute("aria-hidden", "true");
      return counted(svg.outerHTML);
    });
  });
}

function anyDrawableOf(figure: DrawableFigure): Drawable {
  return figure.type === "map" ? mapFigure(figure) : drawableOf(figure);
}
