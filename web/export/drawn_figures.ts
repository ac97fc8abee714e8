import { drawableOf } from "@/components/figures/drawable_of.ts";
import { faultNames } from "@/components/fault_catalogue.ts";
import { namedMap } from "@/components/figures/named_map.ts";
import { markdownHtml } from "@/components/markdown_html.ts";
import type { ReportFigure } from "@/components/report/report.ts";
import type { Figure } from "@/pipeline/cells/figure.ts";
import type { Language } from "../language.ts";
import { askFigureWorker, type DrawableFigure } from "./ask_figure_worker.ts";

/** How wide drawings are, in pixels, beside others and alone; the narrow ones are for narrow pages. */
const widths = { beside: [330], alone: [688, 344] };

/**
 * Groups of figures as a report shows them, drawn together; one that is alone in its group is drawn wide.
 *
 * @param nameFault How maps of diagnoses speak of the classes; by default as the data do.
 */
export async function drawnFigures(
  groups: readonly (readonly Figure[])[],
  language: Language,
  nameFault = faultNames({ classes: [], catalogue: [] }, language),
): Promise<readonly (readonly ReportFigure[])[]> {
  const named = groups.map((group) =>
    group.map((figure) => figure.type === "map" ? namedMap(figure, nameFault, language) : figure)
  );
  const figures = named.flatMap((group) =>
    group.flatMap((figure) =>
      figure.type === "markdown"
        ? []
        : [{ figure, widths: group.length === 1 ? widths.alone : widthsOf(figure) }]
    )
  );
  const drawings = figures.length === 0
    ? []
    : await askFigureWorker({ name: "drawings", ask: { figures, language } });
  let next = 0;
  return named.map((group) =>
    group.map((figure): ReportFigure =>
      figure.type === "markdown"
        ? { type: "text", html: markdownHtml(figure.text[language]) }
        : { type: "drawn", figure, drawings: drawings[next++] ?? [] }
    )
  );
}

function widthsOf(figure: DrawableFigure): readonly number[] {
  return figure.type === "map" || drawableOf(figure).isWide ? widths.alone : widths.beside;
}
