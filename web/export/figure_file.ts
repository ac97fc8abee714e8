import type { FigureFile } from "@/components/figures/export/figure_svg.ts";
import type { Figure } from "@/pipeline/cells/figure.ts";
import type { Language } from "../language.ts";
import { designTokens } from "./design_tokens.ts";

/** A figure that is a drawing, maps among them. */
export type DrawableFigure = Exclude<Figure, { type: "markdown" }>;

/** How figures become files. */
export interface FigureFileOptions {
  readonly language: Language;
  /** In pixels. */
  readonly width: number;
}

/** What the worker that draws is asked. */
export interface FigureRequest extends FigureFileOptions {
  readonly figures: readonly DrawableFigure[];
  readonly tokens: ReadonlyMap<string, string>;
}

/** What it answers, one file a figure. */
export type FigureAnswer = readonly FigureFile[];

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

/** Draws figures without a browser, in a thread of its own, so that nobody waits for it. */
export async function figureFiles(
  figures: readonly DrawableFigure[],
  { language, width }: FigureFileOptions,
): Promise<FigureAnswer> {
  if (figures.length === 0) return [];
  const request = { figures, language, width, tokens: await designTokens() };
  // One after another: each takes a core and its own memory.
  const drawn = turn.then(() => askWorker(request));
  turn = drawn.then(() => {}, () => {});
  return await drawn;
}

const workerOptions: WorkerOptions & { readonly deno: { readonly permissions: "none" } } = {
  type: "module",
  deno: { permissions: "none" },
};

let turn: Promise<void> = Promise.resolve();

async function askWorker(request: FigureRequest): Promise<FigureAnswer> {
  const worker = new Worker(new URL("./figure_worker.ts", import.meta.url), workerOptions);
  const { promise, resolve, reject } = Promise.withResolvers<FigureAnswer>();
  worker.onmessage = ({ data }: MessageEvent<FigureAnswer>) => resolve(data);
  worker.onerror = (event) => {
    // Without this the whole server would end.
    event.preventDefault();
    reject(new Error(`Cannot draw the figures: ${event.message}`));
  };
  try {
    worker.postMessage(request);
    return await promise;
  } finally {
    worker.terminate();
  }
}
