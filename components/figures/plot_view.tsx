import type { JSX } from "preact";
import type { PlotFigure } from "@/pipeline/cells/plot_figure.ts";
import * as plot from "./all_plot_marks.ts";
import { DrawnFigureView } from "./drawn_figure.tsx";

/** A figure of any marks, with all of Observable Plot that those may name. */
export function PlotView({ figure }: { readonly figure: PlotFigure }): JSX.Element {
  return <DrawnFigureView figure={figure} plot={plot} />;
}
