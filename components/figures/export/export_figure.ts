import type { Language } from "@/web/language.ts";
import type { Drawable } from "../drawable.ts";
import type { Plot } from "../plot_frame.ts";
import * as plotMarks from "../plot_marks.ts";
import { saveBlob } from "../../save_blob.ts";
import { plainText } from "../shown_names.ts";
import { figureCsv } from "./figure_csv.ts";
import { figurePng } from "./figure_png.ts";
import { type FigureFile, figureSvg } from "./figure_svg.ts";

/** What a figure can be taken away as. */
export type FigureFormat = "svg" | "png" | "csv";

/** How a figure stands on the page. */
export interface ShownFigure {
  /** The marks that it is drawn with, where those of most figures are not enough. */
  readonly plot: Plot | undefined;
  readonly drawable: Drawable;
  readonly language: Language;
  readonly variant: string | undefined;
}

const widths = { usual: 600, wide: 800 };

/** Saves a figure as a file of the browser. */
export async function saveFigure(figure: ShownFigure, format: FigureFormat): Promise<void> {
  const { drawable, language } = figure;
  const name = `${fileName(drawable.title[language])}.${format}`;
  if (format === "svg") saveBlob(name, new Blob([svgOf(figure).text], { type: "image/svg+xml" }));
  if (format === "png") saveBlob(name, await figurePng(svgOf(figure)));
  if (format === "csv") {
    const text = figureCsv(drawable.data(language));
    saveBlob(name, new Blob([text], { type: "text/csv;charset=utf-8" }));
  }
}

/** Puts a figure on the clipboard: the picture, and its data for what takes only text. */
export async function copyFigure(figure: ShownFigure): Promise<void> {
  // As promises, so that the browser still sees the press that asked for it.
  await navigator.clipboard.write([
    new ClipboardItem({
      "image/png": figurePng(svgOf(figure)),
      "text/plain": new Blob([textOf(figure)], { type: "text/plain" }),
    }),
  ]);
}

function svgOf({ plot = plotMarks, drawable, language, variant }: ShownFigure): FigureFile {
  const style = getComputedStyle(document.documentElement);
  const serializer = new XMLSerializer();
  return figureSvg(
    {
      plot,
      document,
      token: (name) => style.getPropertyValue(`--${name}`).trim(),
      serialize: (element) => serializer.serializeToString(element),
    },
    drawable,
    {
      width: drawable.isWide ? widths.wide : widths.usual,
      language,
      ...(variant === undefined ? {} : { variant }),
    },
  );
}

function textOf({ drawable, language }: ShownFigure): string {
  const { columns, rows } = drawable.data(language);
  const lines = [columns, ...rows].map((row) => row.map((cell) => cell ?? "").join("\t"));
  return [drawable.title[language], drawable.sentence(language), ...lines, ""].join("\n");
}

/** A name that every file system takes. */
function fileName(title: string): string {
  const name = plainText(title).replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)
    .replace(/^-+|-+$/g, "").toLowerCase();
  return name === "" ? "figure" : name;
}
