import type { FigureOf } from "@/pipeline/cells/figure.ts";
import type { Text } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { faultColours } from "../../fault_colours.ts";
import { countWords, numberWords, shortNumberWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { axesName, placeWords } from "../axis_words.ts";
import type { Drawing, DrawingRequest, FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import { linePoints } from "../line_points.ts";
import {
  axisValues,
  dressed,
  frameHeight,
  hairline,
  placeOn,
  type Plot,
  plotFrame,
} from "../plot_frame.ts";
import { rangeOf } from "../sentences.ts";
import { fillClass, inkOf, type SeriesColour, seriesColours } from "../series_colours.ts";
import { nameIn } from "../shown_names.ts";

type Lines = FigureOf<"lines">;

/** The points of lines this short are marked. */
const markedPoints = 30;

/** So many lines are told one by one. */
const toldLines = 8;

/** Square figures, of shares over shares, are this high. */
const squareHeight = 264;

/** Lines over a common axis. */
export function linesFigure(figure: Lines): FigureKind {
  const { title, x, y, series, rules = [] } = figure;
  return {
    height: (width) => heightOf(figure, width),
    axes: (language) => axesName(x, y, title, language),
    legend: (language) => {
      const colours = lineColours(figure);
      return series.map(({ name, detail }, order) => ({
        name: nameIn(name, language) + (detail ? ` ${detail[language]}` : ""),
        colour: fillClass(colours[order] ?? "accent"),
        isLine: true,
      }));
    },
    draw: (plot, request) => drawLines(plot, figure, request),
    statements: (language) => {
      const measured = series.filter(({ isReference }) => !isReference);
      const told = measured.slice(0, toldLines)
        .flatMap((line) => lineStatement(figure, line, language));
      if (told.length === 0) return [];
      return [
        ...told,
        ...(measured.length > toldLines
          ? [words.moreLines(countWords(measured.length - toldLines))]
          : []),
        ...rules.map(({ x: place, name }) =>
          words.ruleAt(nameIn(name, language), placeWords(x, place, language))
        ),
      ];
    },
    data: (language) => ({
      columns: [words.series[language], x.label[language], y.label[language]],
      rows: series.flatMap((line) =>
        line.x.map((place, index) => [
          nameIn(line.name, language),
          place !== null && x.scale === "time" ? placeWords(x, place, language) : place,
          line.y[index] ?? null,
        ])
      ),
    }),
  };
}

function heightOf({ x, y }: Lines, width: number): number {
  return x.domain && y.domain ? Math.min(squareHeight, width) : frameHeight;
}

function drawLines(plot: Plot, figure: Lines, request: DrawingRequest): Drawing {
  const { language, width } = request;
  const { x, y, series, rules = [] } = figure;
  const colours = lineColours(figure);
  const lines = series.map((line) => {
    const places = axisValues(x, line.x);
    const heights = axisValues(y, line.y);
    const points = places.map((place, index) => ({ x: place, y: heights[index] ?? null, index }));
    return linePoints(points, width);
  });
  if (lines.every((points) => points.every((point) => point.x === null || point.y === null))) {
    return emptyDrawing(plot, request);
  }
  const marks = series.map(({ isReference, curve }, order) => {
    const points = lines[order] ?? [];
    const ink = isReference ? "var(--line-2)" : inkOf(colours[order] ?? "accent");
    // A line of one point would be nothing to see.
    if (points.length === 1) return plot.dot(points, { x: "x", y: "y", fill: ink, r: 3 });
    return plot.lineY(points, {
      x: "x",
      y: "y",
      stroke: ink,
      strokeWidth: isReference ? 1 : 1.5,
      ...(isReference ? { strokeDasharray: "3 3" } : {}),
      ...(curve === "step" ? { curve: "step-before" as const } : {}),
      ...(points.length <= markedPoints && !isReference && !x.domain && curve !== "step"
        ? { marker: "dot" as const }
        : {}),
    });
  });
  const frame = plotFrame(request, { x, y });
  const along = rangeOf(series.flatMap((line) => line.x));
  const middle = along ? along.low / 2 + along.high / 2 : 0;
  const drawing = plot.plot({
    ...frame,
    height: heightOf(figure, width),
    x: { ...frame.x, ...wholeTicks(series, width), ...(x.domain ? { grid: hairline } : {}) },
    marks: [
      plot.ruleX(rules, {
        x: ({ x: place }: { x: number }) => x.scale === "time" ? new Date(place) : place,
        stroke: "var(--text-2)",
        strokeDasharray: "2 3",
      }),
      ...[false, true].map((isLate) =>
        plot.text(rules.filter(({ x: place }) => place > middle === isLate), {
          x: ({ x: place }: { x: number }) => x.scale === "time" ? new Date(place) : place,
          text: ({ name }: { name: Text }) => nameIn(name, language),
          frameAnchor: "top",
          textAnchor: isLate ? "end" : "start",
          dx: isLate ? -4 : 4,
          fill: "var(--text-2)",
        })
      ),
      ...marks,
    ],
  });
  return {
    svg: dressed(drawing),
    points: stops(figure, lines, drawing, language),
    nearest: sharesPlaces(series) ? "x" : "xy",
  };
}

type Place = number | Date | null;
type Point = { readonly x: Place; readonly y: Place; readonly index: number };

/** Where the lines have the same places, what all have there; else every point by itself. */
function stops(
  { x, series }: Lines,
  lines: readonly (readonly Point[])[],
  drawing: ReturnType<Plot["plot"]>,
  language: Language,
): Drawing["points"] {
  const [across, up] = [placeOn(drawing, "x"), placeOn(drawing, "y")];
  const measured = series.map((line, order) => ({ line, points: lines[order] ?? [] }))
    .filter(({ line }) => !line.isReference);
  const isShared = sharesPlaces(series);
  const byPlace = new Map<string, Stop>();
  for (const [order, { line, points }] of measured.entries()) {
    for (const { x: at, y: height, index } of points) {
      const [left, top] = [across(at), up(height)];
      const [place = null, value = null] = [line.x[index], line.y[index]];
      if (left === null || top === null || place === null || value === null) continue;
      const key = isShared ? String(place) : `${order} ${index}`;
      const found = byPlace.get(key);
      if (found) found.values.push({ name: line.name, value });
      else byPlace.set(key, { x: left, y: top, place, values: [{ name: line.name, value }] });
    }
  }
  const found = [...byPlace.values()].map(({ x: left, y: top, place, values }) => ({
    x: left,
    y: top,
    lines: () => [
      `${x.label[language]} ${placeWords(x, place, language)}`,
      ...values.map(({ name, value }) => `${nameIn(name, language)} ${numberWords(value)}`),
    ],
  }));
  return isShared ? found.sort((a, b) => a.x - b.x) : found;
}

/** A place of the axis and what lines have there. */
interface Stop {
  readonly x: number;
  readonly y: number;
  readonly place: number;
  readonly values: { readonly name: Text; readonly value: number }[];
}

function sharesPlaces(series: Lines["series"]): boolean {
  const measured = series.filter(({ isReference }) => !isReference);
  const [first, ...others] = measured;
  return others.every(({ x }) =>
    x.slice(0, 3).every((place, index) => place === (first?.x[index] ?? place))
  );
}

/** Those that others are held against take no colour from them. */
function lineColours({ series, classes }: Lines): SeriesColour[] {
  const names = series.filter(({ isReference }) => !isReference).map(({ name }) => name.en);
  const ofClasses = classes && faultColours(classes);
  const colours =
    (ofClasses ? names.map((name) => ofClasses.get(name) ?? "c0") : seriesColours(names))
      .values();
  return series.map(({ isReference }) => isReference ? "reference" : colours.next().value ?? "c0");
}

function lineStatement(
  { x }: Lines,
  { name, x: places, y: heights, detail }: Lines["series"][number],
  language: Language,
): Text[] {
  const known = heights.map((height, index) => ({ height, place: places[index] ?? null }))
    .filter(({ height, place }) => height !== null && place !== null);
  const [first, last] = [known[0], known.at(-1)];
  const range = rangeOf(heights);
  if (!first || !last || !range) return [];
  const told = ({ height, place }: typeof first) =>
    `${numberWords(height ?? 0)} (${x.label[language]} ${placeWords(x, place ?? 0, language)})`;
  const spread = words.leastMost(shortNumberWords(range.low), shortNumberWords(range.high));
  return [
    words.line(nameIn(name, language), told(first), told(last), (detail ?? spread)[language]),
  ];
}

/** Along few whole numbers, such as folds, there are no ticks between them. */
function wholeTicks(series: Lines["series"], width: number): { ticks?: number } {
  const places = series.flatMap(({ x }) => x).filter((place) => place !== null);
  const range = rangeOf(places);
  if (range === undefined || !places.every(Number.isInteger)) return {};
  const length = range.high - range.low;
  return length > 0 && length < width / 90 ? { ticks: length } : {};
}
