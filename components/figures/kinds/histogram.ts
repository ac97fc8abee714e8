import type { Markish } from "@observablehq/plot";
import type { Axis, FigureOf } from "@/pipeline/cells/figure.ts";
import type { Text } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { countWords, shortNumberWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import { placeWords } from "../axis_words.ts";
import type { Drawing, DrawingRequest, FigureData, FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import { axisValues, dressed, frameHeight, placeOn, type Plot, plotFrame } from "../plot_frame.ts";
import { fillClass, inkOf, seriesColours } from "../series_colours.ts";
import { nameIn } from "../shown_names.ts";
import { countsName } from "../axis_words.ts";

/** What a histogram shows: `k + 1` edges, and `k` counts of each series. */
export interface HistogramData {
  readonly x: Axis;
  readonly edges: readonly number[];
  readonly series: readonly { readonly name: Text; readonly counts: readonly number[] }[];
}

/** The distribution of one or several series over the same bins. */
export function histogramFigure(figure: FigureOf<"histogram">): FigureKind {
  const { title, x, series } = figure;
  return {
    height: () => frameHeight,
    axes: (language) => countsName(x, title, language),
    legend: (language) => {
      const colours = seriesColours(series.map(({ name }) => name.en));
      return series.map(({ name }, order) => ({
        name: nameIn(name, language),
        colour: fillClass(colours[order] ?? "accent"),
        isLine: order >= (series.length === 2 ? 1 : 0),
      }));
    },
    draw: (plot, request) => drawHistogram(plot, figure, request),
    statements: (language) => histogramStatements(figure, language),
    data: (language) => histogramData(figure, language),
  };
}

/** Bars where there is one series; of several, the first as grey bars and the others as steps over them. */
export function drawHistogram(
  plot: Plot,
  { x, edges, series }: HistogramData,
  request: DrawingRequest,
): Drawing {
  const { language } = request;
  const places = axisValues(x, edges);
  const bins = places.slice(1).map((to, index) => ({ from: places[index] ?? null, to, index }))
    .filter(({ from, to }) => from !== null && to !== null);
  if (bins.length === 0 || series.length === 0) return emptyDrawing(plot, request);
  const colours = seriesColours(series.map(({ name }) => name.en));
  const marks = series.map(({ counts }, order): Markish =>
    order === 0 && series.length <= 2
      ? plot.rectY(bins, {
        x1: "from",
        x2: "to",
        y: ({ index }: { index: number }) => counts[index] ?? 0,
        fill: series.length === 1 ? "var(--mark)" : "var(--c0)",
        insetLeft: 0.5,
        insetRight: 0.5,
      })
      : plot.lineY(steps(places, counts), {
        x: "x",
        y: "y",
        stroke: inkOf(colours[order] ?? "accent"),
        strokeWidth: 1.5,
      })
  );
  const drawing = plot.plot({
    ...plotFrame(request, { x, y: undefined }),
    marks: [...marks, plot.ruleY([0], { stroke: "var(--line-2)" })],
  });
  const [across, up] = [placeOn(drawing, "x"), placeOn(drawing, "y")];
  const ground = up(0) ?? frameHeight;
  return {
    svg: dressed(drawing),
    nearest: "x",
    points: bins.flatMap(({ from, to, index }) => {
      const [left, right] = [across(from), across(to)];
      if (left === null || right === null) return [];
      const height = Math.min(...series.map(({ counts }) => up(counts[index] ?? 0) ?? ground));
      return [{
        x: (left + right) / 2,
        y: height,
        box: { x: left, y: height, width: Math.max(1, right - left), height: ground - height },
        lines: () => [
          binWords(x, edges, index, language),
          ...series.map(({ name, counts }) => {
            const rows = countWords(counts[index] ?? 0);
            return series.length === 1
              ? figureTexts.rowsOf(rows)[language]
              : `${nameIn(name, language)} ${rows}`;
          }),
        ],
      }];
    }),
  };
}

/** How many rows each series has, from where to where, and where most of them are. */
export function histogramStatements(
  { x, edges, series }: HistogramData,
  language: Language,
): Text[] {
  const [first] = edges, last = edges.at(-1);
  if (first === undefined || last === undefined || edges.length < 2) return [words.empty];
  const say = (place: number) => placeWords(x, place, language);
  return series.slice(0, 4).flatMap(({ name, counts }) => {
    const rows = counts.reduce((sum, count) => sum + count, 0);
    const fullest = counts.reduce(
      (best, count, bin) => count > (counts[best] ?? 0) ? bin : best,
      0,
    );
    return [
      series.length === 1
        ? words.oneHistogram(countWords(rows), say(first), say(last))
        : words.histogram(nameIn(name, language), countWords(rows), say(first), say(last)),
      words.fullestBin(
        countWords(counts[fullest] ?? 0),
        say(edges[fullest] ?? first),
        say(edges[fullest + 1] ?? last),
      ),
    ];
  });
}

/** A row a bin, a column a series. */
export function histogramData(
  { edges, series }: HistogramData,
  language: Language,
): FigureData {
  return {
    columns: [
      words.from[language],
      words.to[language],
      ...series.map(({ name }) => nameIn(name, language)),
    ],
    rows: edges.slice(1).map((to, bin) => [
      edges[bin] ?? null,
      to,
      ...series.map(({ counts }) => counts[bin] ?? 0),
    ]),
  };
}

function binWords(
  { scale }: Axis,
  edges: readonly number[],
  bin: number,
  language: Language,
): string {
  const words = (edge: number | undefined) =>
    edge === undefined
      ? ""
      : scale === "time"
      ? placeWords({ scale }, edge, language)
      : shortNumberWords(edge);
  return figureTexts.fromTo(words(edges[bin]), words(edges[bin + 1]))[language];
}

/** The outline of bars, from the ground and back to it. */
function steps<Place>(
  places: readonly Place[],
  counts: readonly number[],
): { x: Place; y: number }[] {
  return places.flatMap((x, index) => [
    { x, y: counts[index - 1] ?? 0 },
    { x, y: counts[index] ?? 0 },
  ]);
}
