import { parseHTML } from "linkedom";
import type { Drawing, DrawingRequest } from "@/components/figures/drawable.ts";
import { drawableOf } from "@/components/figures/drawable_of.ts";
import type { FileMaker } from "@/components/figures/export/figure_svg.ts";
import * as plot from "@/components/figures/all_plot_marks.ts";
import type { DrawnFigure } from "@/pipeline/cells/figure.ts";

/** A document as a server has one, without a browser. */
const serverDocument: Document = parseHTML("<!doctype html><html></html>").document;

/** Draws a figure without a browser. */
export function drawn(
  figure: DrawnFigure,
  request: Partial<Omit<DrawingRequest, "document">> = {},
): Drawing {
  return drawableOf(figure)
    .draw(plot, { width: 400, language: "en", ...request, document: serverDocument });
}

/** The colours of the light theme, read as a server reads them. */
function lightTokens(): ReadonlyMap<string, string> {
  const css = Deno.readTextFileSync(new URL("../../../static/tokens.css", import.meta.url));
  const light = css.slice(0, css.indexOf("@media"));
  return new Map([...light.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
    name ?? "",
    (value ?? "").replace(/\s+/g, " "),
  ]));
}

/** What makes files of figures without a browser. */
export function serverMaker(): FileMaker {
  const tokens = lightTokens();
  const token = (name: string): string => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`There is no token ${name}.`);
    const [, other] = /^var\(--([\w-]+)\)$/.exec(value) ?? [];
    return other === undefined ? value : token(other);
  };
  return { plot, document: serverDocument, token, serialize: (element) => element.outerHTML };
}
