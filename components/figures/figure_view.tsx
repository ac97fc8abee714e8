import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import type { Axis, Figure } from "@/pipeline/cells/figure.ts";
import type { Text } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { faultColours } from "../fault_colours.ts";
import { useLanguage } from "../language.ts";
import { MarkdownText } from "../markdown_text.tsx";
import { figureTexts } from "../texts_figures.ts";
import { BarsFigure } from "./bars_figure.tsx";
import { BeeswarmFigure } from "./beeswarm_figure.tsx";
import { ConfusionFigure } from "./confusion_figure.tsx";
import { dotCategories, drawDots } from "./dots_plot.ts";
import { FigureFrame, type LegendEntry } from "./figure_frame.tsx";
import { drawHistogram } from "./histogram_plot.ts";
import { drawLines } from "./lines_plot.ts";
import { PlotDrawing } from "./plot_drawing.tsx";
import { MapFigure } from "./map_figure.tsx";
import type { Plot } from "./plot_frame.ts";
import { fillClass, seriesColours } from "./series_colours.ts";

/** A figure of a result, drawn. */
export function FigureView({ figure }: { figure: Figure }): JSX.Element {
  switch (figure.type) {
    case "histogram":
      return <HistogramFigure figure={figure} />;
    case "before-after":
      return <BeforeAfterFigure figure={figure} />;
    case "bars":
      return <BarsFigure figure={figure} />;
    case "confusion":
      return <ConfusionFigure figure={figure} />;
    case "lines":
      return <LinesFigure figure={figure} />;
    case "dots":
      return <DotsFigure figure={figure} />;
    case "map":
      return <MapFigure figure={figure} />;
    case "beeswarm":
      return <BeeswarmFigure figure={figure} />;
    case "markdown":
      return <MarkdownText text={figure.text} />;
  }
}

type FigureOf<Type extends Figure["type"]> = { readonly figure: Extract<Figure, { type: Type }> };

function HistogramFigure({ figure }: FigureOf<"histogram">): JSX.Element {
  const language = useLanguage();
  const { title, caption, x, series } = figure;
  const draw = useCallback((plot: Plot, width: number) => drawHistogram(plot, figure, width), [
    figure,
  ]);
  return (
    <FigureFrame
      title={title}
      caption={caption}
      axes={countsName(x, title, language)}
      legend={legendOf(series, language, series.length === 2 ? 1 : 0)}
    >
      <PlotDrawing label={title[language]} draw={draw} />
    </FigureFrame>
  );
}

function BeforeAfterFigure({ figure }: FigureOf<"before-after">): JSX.Element {
  const { title, caption, before, after } = figure;
  return (
    <>
      <Panel title={title} panel={before} moment="before" caption={undefined} />
      <Panel title={title} panel={after} moment="after" caption={caption} />
    </>
  );
}

function Panel(
  { title, panel, moment, caption }: Pick<Figure, "title"> & {
    readonly panel: Extract<Figure, { type: "before-after" }>["before"];
    readonly moment: "before" | "after";
    readonly caption: Figure["caption"] | undefined;
  },
): JSX.Element {
  const language = useLanguage();
  const name = figureTexts[moment][language];
  const draw = useCallback(
    (plot: Plot, width: number) =>
      drawHistogram(plot, { ...panel, series: [{ name: title, counts: panel.counts }] }, width),
    [panel],
  );
  return (
    <FigureFrame
      title={title}
      caption={caption}
      axes={`${name}: ${countsName(panel.x, title, language)}`}
    >
      <PlotDrawing label={`${title[language]}, ${name}`} draw={draw} />
    </FigureFrame>
  );
}

function LinesFigure({ figure }: FigureOf<"lines">): JSX.Element {
  const language = useLanguage();
  const { title, caption, x, y, series } = figure;
  const draw = useCallback(
    (plot: Plot, width: number) => drawLines(plot, figure, width, language),
    [figure, language],
  );
  return (
    <FigureFrame
      title={title}
      caption={caption}
      axes={axesName(x, y, title, language)}
      legend={legendOf(series, language, 0)}
    >
      <PlotDrawing label={title[language]} draw={draw} />
    </FigureFrame>
  );
}

function DotsFigure({ figure }: FigureOf<"dots">): JSX.Element {
  const language = useLanguage();
  const { title, caption, x, y } = figure;
  const draw = useCallback((plot: Plot, width: number) => drawDots(plot, figure, width), [figure]);
  const colours = faultColours(dotCategories(figure));
  return (
    <FigureFrame
      title={title}
      caption={caption}
      axes={axesName(x, y, title, language)}
      legend={[...colours].map(([name, colour]) => ({ name, colour }))}
    >
      <PlotDrawing label={title[language]} draw={draw} />
    </FigureFrame>
  );
}

/** @param firstLine from this series on, they are drawn as lines */
function legendOf(
  series: readonly { readonly name: Text }[],
  language: Language,
  firstLine: number,
): LegendEntry[] {
  const colours = seriesColours(series.map(({ name }) => name.en));
  return series.map(({ name }, order) => ({
    name: name[language],
    colour: fillClass(colours[order] ?? "accent"),
    isLine: order >= firstLine,
  }));
}

/** What the axes of counts show; what the title says already is not said again. */
function countsName(x: Axis, title: Text, language: Language): string {
  const rows = figureTexts.rows[language];
  const comma = { en: ", ", zh: "，" }[language];
  if (x.label[language] !== title[language]) return rows + comma + axisName(x, language);
  return x.scale === "log" ? rows + comma + figureTexts.logarithmic[language] : rows;
}

function axesName(x: Axis, y: Axis, title: Text, language: Language): string {
  const { en } = figureTexts.overAxis(y.label.en, x.label.en);
  if (title.en === en && x.scale !== "log" && y.scale !== "log") return "";
  if (title.en === y.label.en) return figureTexts.alongAxis(axisName(x, language))[language];
  return figureTexts.overAxis(axisName(y, language), axisName(x, language))[language];
}

function axisName({ label, scale }: Axis, language: Language): string {
  return scale === "log"
    ? `${label[language]} (${figureTexts.logarithmic[language]})`
    : label[language];
}
