import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { PlotFigure } from "@/pipeline/cells/plot_figure.ts";
import * as plot from "./all_plot_marks.ts";
import { drawableOf } from "./drawable_of.ts";
import { DrawableView } from "./drawn_figure.tsx";

/** A figure of any marks, with all of Observable Plot that those may name. */
export function PlotView({ figure }: { readonly figure: PlotFigure }): JSX.Element {
  const drawable = useMemo(() => drawableOf(figure), [figure]);
  return <DrawableView drawable={drawable} plot={plot} />;
}
