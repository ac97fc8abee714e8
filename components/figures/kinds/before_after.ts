import type { FigureOf } from "@/pipeline/cells/figure.ts";
import type { Language } from "@/web/language.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import { countsName } from "../axis_words.ts";
import type { Drawing, DrawingRequest, FigureKind } from "../drawable.ts";
import { frameHeight, type Plot } from "../plot_frame.ts";
import { drawHistogram, type HistogramData, histogramStatements } from "./histogram.ts";

/** From this width on the two stand side by side. */
const twoAbreast = 480;

const gap = 24;
const headHeight = 18;

/** A column before and after a step that moved it elsewhere: two histograms, each with an axis of its own. */
export function beforeAfterFigure(figure: FigureOf<"before-after">): FigureKind {
  const { before, after } = figure;
  const panels = [
    panelOf("before", before),
    panelOf("after", after),
  ] as const;
  return {
    isWide: true,
    height: (width) => (frameHeight + headHeight) * (width < twoAbreast ? 2 : 1),
    axes: (language) => countsName(before.x, before.x.label, language),
    draw: (plot, request) => drawPanels(plot, panels, request),
    statements: (language) => panels.flatMap((panel) => histogramStatements(panel, language)),
    data: (language) => ({
      columns: [
        words.series[language],
        words.from[language],
        words.to[language],
        figureTexts.rows[language],
      ],
      rows: panels.flatMap(({ edges, series: [series] }) =>
        edges.slice(1).map((to, bin) => [
          series?.name[language] ?? "",
          edges[bin] ?? null,
          to,
          series?.counts[bin] ?? 0,
        ])
      ),
    }),
  };
}

function panelOf(
  moment: "before" | "after",
  { x, edges, counts }: FigureOf<"before-after">["before"],
): HistogramData {
  return { x, edges, series: [{ name: figureTexts[moment], counts }] };
}

function drawPanels(
  plot: Plot,
  panels: readonly HistogramData[],
  request: DrawingRequest,
): Drawing {
  const { width, language, document = globalThis.document } = request;
  const isNarrow = width < twoAbreast;
  const each = isNarrow ? width : Math.floor((width - gap) / 2);
  const panelHeight = frameHeight + headHeight;
  const whole = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const height = panelHeight * (isNarrow ? 2 : 1);
  whole.setAttribute("class", "plot");
  whole.setAttribute("viewBox", `0 0 ${width} ${height}`);
  whole.setAttribute("width", String(width));
  whole.setAttribute("height", String(height));
  const points = panels.flatMap((panel, index) => {
    const drawing = drawHistogram(plot, panel, { ...request, width: each });
    const x = isNarrow ? 0 : index * (each + gap);
    const y = headHeight + (isNarrow ? index * panelHeight : 0);
    drawing.svg.setAttribute("x", String(x));
    drawing.svg.setAttribute("y", String(y));
    whole.append(head(panel, document, language, x, y), drawing.svg);
    return drawing.points.map((point) => ({
      ...point,
      x: point.x + x,
      y: point.y + y,
      lines: () => {
        const [first, ...others] = point.lines();
        return [`${panel.series[0]?.name[language]}: ${first}`, ...others];
      },
      ...(point.box ? { box: { ...point.box, x: point.box.x + x, y: point.box.y + y } } : {}),
    }));
  });
  return { svg: whole, points, nearest: "xy" };
}

function head(
  { series: [series] }: HistogramData,
  document: Document,
  language: Language,
  x: number,
  y: number,
): Element {
  const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
  text.setAttribute("x", String(x));
  text.setAttribute("y", String(y - 6));
  text.setAttribute("fill", "var(--text-2)");
  text.setAttribute("font-size", "11");
  text.textContent = series?.name[language] ?? "";
  return text;
}
