import type { Text } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import type { Plot } from "./plot_frame.ts";

/** An entry of a legend: a name, and the class of its colour. */
export interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  /** A colour in place of that of the class, where a figure names its own. */
  readonly fill?: string;
  /** Whether it stands for a line, not for an area or dots. */
  readonly isLine?: boolean;
}

/** One of several ways to draw the same figure. */
export interface FigureVariant {
  readonly name: string;
  readonly label: Text;
}

/** How a figure is to be drawn. */
export interface DrawingRequest {
  /** In pixels. */
  readonly width: number;
  readonly language: Language;
  /** The name of one of its variants; the first where this is absent. */
  readonly variant?: string;
  /** The document that the elements belong to: the page's own where this is absent, any DOM's on the server. */
  readonly document?: Document;
}

/** A cell of a confusion matrix, by the names of its classes. */
export interface ConfusionCell {
  readonly truth: string;
  readonly diagnosed: string;
}

/** A place of a drawing that the pointer or the arrow keys can stop at. */
export interface DrawnPoint {
  readonly x: number;
  readonly y: number;
  /** What stands there: first what it is, then its values. Put into words when asked, as few are ever looked at. */
  readonly lines: () => readonly string[];
  /** What is outlined; a ring about the place where this is absent. */
  readonly box?: { readonly x: number; readonly y: number; width: number; height: number };
  /** What can be asked for by pressing it. */
  readonly cell?: ConfusionCell;
}

/** A drawing and where to stop in it. */
export interface Drawing {
  readonly svg: Element;
  readonly points: readonly DrawnPoint[];
  /** Which distance tells the point that is meant: along the axis, down the rows, or both. */
  readonly nearest: "x" | "y" | "xy";
  /** How many points stand beside one another in a matrix. */
  readonly columns?: number;
}

/** A cell of the data behind a figure. */
export type DataCell = string | number | null;

/** The data behind a figure. */
export interface FigureData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DataCell[])[];
}

/**
 * A figure with all that can be made of it. Nothing here touches a page: `draw` needs Observable Plot
 * (`plot_marks.ts`; figures of any marks `all_plot_marks.ts`) and a document, so that a server draws the same figure with a DOM of its own; see
 * `export/figure_svg.ts` for a file of it that needs no style sheet.
 */
export interface Drawable {
  readonly title: Text;
  readonly caption: Text | undefined;
  /** The ways to draw it, the usual one first; none where there is only one. */
  readonly variants: readonly FigureVariant[];
  /** Whether it takes a whole line among other figures. */
  readonly isWide: boolean;
  /** How high it will be, as far as that is known before it is drawn. */
  height(width: number): number;
  /** What the axes show, with units; empty where the title says it all. */
  axes(language: Language, variant?: string): string;
  legend(language: Language, variant?: string): readonly LegendEntry[];
  draw(plot: Plot, request: DrawingRequest): Drawing;
  /** What is worth saying below the drawing; absent or empty where there is nothing. */
  note?(language: Language): string;
  /** What is to be seen, in a sentence with the numbers that matter. */
  sentence(language: Language): string;
  data(language: Language): FigureData;
}

/** What is particular to a kind of figure; `drawableOf` gives what the kind leaves out. */
export interface FigureKind
  extends
    Pick<Drawable, "height" | "axes" | "draw" | "note" | "data">,
    Partial<Pick<Drawable, "variants" | "isWide" | "legend">> {
  /** What is to be seen, one statement after another; none where there is nothing. */
  statements(language: Language): readonly Text[];
}
