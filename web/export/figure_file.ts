import type { FigureFile } from "@/components/figures/export/figure_svg.ts";
import type { Language } from "../language.ts";
import { askFigureWorker, type DrawableFigure } from "./ask_figure_worker.ts";
import { designTokens } from "./design_tokens.ts";

/** How figures become files. */
export interface FigureFileOptions {
  readonly language: Language;
  /** In pixels. */
  readonly width: number;
}

/**
 * Draws a figure without a browser: an SVG file in the colours of the light theme that needs nothing else. For
 * several, {@linkcode figureFiles} is much faster.
 */
export async function figureFile(
  figure: DrawableFigure,
  options: FigureFileOptions,
): Promise<string> {
  const [file] = await figureFiles([figure], options);
  return file?.text ?? "";
}

/** Draws figures without a browser, apart from the thread of whoever asks. */
export async function figureFiles(
  figures: readonly DrawableFigure[],
  { language, width }: FigureFileOptions,
): Promise<readonly FigureFile[]> {
  if (figures.length === 0) return [];
  const ask = { figures, language, width, tokens: await designTokens() };
  return await askFigureWorker({ name: "files", ask });
}
