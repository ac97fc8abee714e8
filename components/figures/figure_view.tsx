import type { JSX } from "preact";
import type { Figure } from "@/pipeline/cells/figure.ts";
import { later } from "../later.tsx";
import { MarkdownText } from "../markdown_text.tsx";
import type { ConfusionCell } from "./drawable.ts";

/** Fetches what draws figures, so that the next one is there at once. */
export async function fetchFigures(): Promise<typeof import("./drawn_figure.tsx")> {
  return await import("./drawn_figure.tsx");
}

const DrawnFigureView = later(async () => (await fetchFigures()).DrawnFigureView);

const MapFigure = later(async () => (await import("./map_view.tsx")).MapView);

const PlotView = later(async () => (await import("./plot_view.tsx")).PlotView);

/** A figure of a result. What draws it is fetched when the first one is shown. */
export function FigureView(
  { figure, onCell }: {
    readonly figure: Figure;
    /** Is called when a cell of a confusion matrix is pressed, or the link to the pair that is most confused. */
    readonly onCell?: ((cell: ConfusionCell) => void) | undefined;
  },
): JSX.Element {
  switch (figure.type) {
    case "markdown":
      return <MarkdownText text={figure.text} />;
    case "map":
      return <MapFigure figure={figure} />;
    case "plot":
      return <PlotView figure={figure} />;
    default:
      return <DrawnFigureView figure={figure} onCell={onCell} />;
  }
}
