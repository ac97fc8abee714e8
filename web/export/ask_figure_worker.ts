import type { FigureFile } from "@/components/figures/export/figure_svg.ts";
import type { Figure } from "@/pipeline/cells/figure.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { Language } from "../language.ts";
import { exportProblem } from "./problems.ts";

/** A figure that is a drawing, maps among them. */
export type DrawableFigure = Exclude<Figure, { type: "markdown" }>;

/** What the worker that draws can be asked. */
export interface FigureRequests {
  /** Figures as files of their own. */
  readonly files: {
    readonly ask: {
      readonly figures: readonly DrawableFigure[];
      readonly language: Language;
      readonly width: number;
      /** The values of design tokens by name. */
      readonly tokens: ReadonlyMap<string, string>;
    };
    readonly answer: readonly FigureFile[];
  };
  /** The bare drawings of figures, each in several widths, for a page that has the style sheets. */
  readonly drawings: {
    readonly ask: {
      readonly figures: readonly {
        readonly figure: DrawableFigure;
        readonly widths: readonly number[];
      }[];
      readonly language: Language;
    };
    /** SVG by figure and width. */
    readonly answer: readonly (readonly string[])[];
  };
}

/** What is asked, under its name. */
export type FigureMessage = {
  readonly [Name in keyof FigureRequests]: {
    readonly name: Name;
    readonly ask: FigureRequests[Name]["ask"];
  };
}[keyof FigureRequests];

/** What figures may take: so many characters of drawings in all, and so many seconds. */
export const drawingLimits = { characters: 64 * 2 ** 20, seconds: 120 } as const;

/** What the worker says: the answer, or that there is too much to draw. */
export type FigureAnswer<Name extends keyof FigureRequests> =
  | { readonly drawn: FigureRequests[Name]["answer"] }
  | { readonly isTooMuch: true };

/**
 * Lets figures be drawn in a thread of its own without any permission, so that nobody waits for it.
 *
 * @throws {HealerError} `export/too-many-drawings`
 */
export async function askFigureWorker<Name extends keyof FigureRequests>(
  message: Extract<FigureMessage, { name: Name }>,
): Promise<FigureRequests[Name]["answer"]> {
  // One after another: each takes a core and its own memory.
  const drawn = turn.then(() => askOne(message));
  turn = drawn.then(() => {}, () => {});
  return await drawn;
}

const workerOptions: WorkerOptions & { readonly deno: { readonly permissions: "none" } } = {
  type: "module",
  deno: { permissions: "none" },
};

let turn: Promise<void> = Promise.resolve();

async function askOne<Name extends keyof FigureRequests>(
  message: Extract<FigureMessage, { name: Name }>,
): Promise<FigureRequests[Name]["answer"]> {
  const worker = new Worker(new URL("./figure_worker.ts", import.meta.url), workerOptions);
  const { promise, resolve, reject } = Promise.withResolvers<FigureRequests[Name]["answer"]>();
  const refuse = (): void => reject(new HealerError(exportProblem.tooManyDrawings(drawingLimits)));
  worker.onmessage = ({ data }: MessageEvent<FigureAnswer<Name>>) =>
    "drawn" in data ? resolve(data.drawn) : refuse();
  // Others wait for their turn.
  const timer = setTimeout(refuse, drawingLimits.seconds * 1000);
  worker.onerror = (event) => {
    // Without this the whole server would end.
    event.preventDefault();
    reject(new Error(`Cannot draw the figures: ${event.message}`));
  };
  try {
    worker.postMessage(message);
    return await promise;
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
