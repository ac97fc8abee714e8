import type { FigureOf } from "@/pipeline/cells/figure.ts";
import { countWords, shortNumberWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import { axesName, placeWords } from "../axis_words.ts";
import { categoryInks, together } from "../category_inks.ts";
import { dotFields, fieldSize } from "../dot_fields.ts";
import type { Drawing, DrawingRequest, FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import { inkOfClass } from "../figure_inks.ts";
import { axisValues, dressed, hairline, placeOn, type Plot, plotFrame } from "../plot_frame.ts";
import { inkPaths } from "../ink_paths.ts";
import { listed, rangeOf } from "../sentences.ts";
import { nameIn } from "../shown_names.ts";

type Dots = FigureOf<"dots">;

/** How thick a dot is. */
const dotSize = 4;

/** More dots than these are drawn as shaded fields, so that no page freezes. */
const drawnDots = 5000;

/** A dot for each row, in the colour of its category. */
export function dotsFigure(figure: Dots): FigureKind {
  const { title, x, y, points } = figure;
  return {
    height: heightAt,
    axes: (language) => axesName(x, y, title, language),
    legend: (language) =>
      [...dotInks(figure)]
        .map(([name, colour]) => ({ name: nameIn(name, language), colour })),
    draw: (plot, request) => drawDots(plot, figure, request),
    statements: (language) => {
      const [across, up] = [rangeOf(points.x), rangeOf(points.y)];
      if (!across || !up) return [];
      const tell = (axis: Dots["x"], { low, high }: NonNullable<typeof across>) =>
        `${axis.label[language]} ${
          figureTexts.fromTo(placeWords(axis, low, language), placeWords(axis, high, language))[
            language
          ]
        }`;
      const categories = [...dotInks(figure).keys()].slice(0, 12)
        .map((name) => nameIn(name, language));
      return [
        words.dots(countWords(points.x.length), tell(x, across), tell(y, up)),
        ...(categories.length > 0 ? [words.categories(listed(language, categories))] : []),
      ];
    },
    data: (language) => ({
      columns: [
        x.label[language],
        y.label[language],
        ...(points.category ? [words.category[language]] : []),
      ],
      rows: points.x.map((place, index) => [
        place !== null && x.scale === "time" ? placeWords(x, place, language) : place,
        points.y[index] ?? null,
        ...(points.category ? [points.category[index] ?? null] : []),
      ]),
    }),
  };
}

/** The categories of a cloud of dots, in the order of their names, each with the class of its colour. */
function dotInks({ points }: Pick<Dots, "points">): ReadonlyMap<string, string> {
  const names = [...new Set(points.category ?? [])]
    .sort((a, b) => Number(a === together) - Number(b === together) || (a < b ? -1 : 1));
  const inks = categoryInks(names);
  return new Map(names.map((name, index) => [name, inks[index] ?? "mark"]));
}

function heightAt(width: number): number {
  return Math.max(200, Math.min(360, Math.round(width * 0.6)));
}

function drawDots(plot: Plot, figure: Dots, request: DrawingRequest): Drawing {
  const { language, width } = request;
  const { x, y, points: { category = [], ...points } } = figure;
  const inks = dotInks(figure);
  const [places, heights] = [axisValues(x, points.x), axisValues(y, points.y)];
  const dots = places.map((place, index) => ({
    x: place,
    y: heights[index] ?? null,
    index,
    fill: inkOfClass(inks.get(category[index] ?? "") ?? "mark"),
  })).filter((dot) => dot.x !== null && dot.y !== null);
  if (dots.length === 0) return emptyDrawing(plot, request);
  const isBinned = dots.length > drawnDots;
  const frame = plotFrame(request, { x, y });
  const options = { ...frame, height: heightAt(width), x: { ...frame.x, grid: hairline } };
  // Plot places the dots; they are drawn all together once it is known how many there are.
  const drawing = plot.plot({
    ...options,
    marks: [plot.dot(dots, { x: "x", y: "y", r: 2, render: () => null })],
  });
  const [across, up] = [placeOn(drawing, "x"), placeOn(drawing, "y")];
  const placed = dots.flatMap(({ x: place, y: height, index, fill }) => {
    const [left, top] = [across(place), up(height)];
    return left === null || top === null ? [] : [{ x: left, y: top, index, fill, opacity: 0.8 }];
  });
  if (isBinned) {
    const fields = dotFields(placed);
    drawing.append(
      inkPaths(
        drawing.ownerDocument,
        fields,
        ({ x: left, y: top }) => `M${left} ${top}h${fieldSize}v${fieldSize}h-${fieldSize}z`,
      ),
    );
    return {
      svg: dressed(drawing),
      nearest: "xy",
      points: fields.map(({ x: left, y: top, count, first }) => ({
        x: left + fieldSize / 2,
        y: top + fieldSize / 2,
        box: { x: left, y: top, width: fieldSize, height: fieldSize },
        lines: () => [
          figureTexts.rowsOf(countWords(count))[language],
          ...(category[first] === undefined ? [] : [nameIn(category[first], language)]),
        ],
      })),
    };
  }
  const dotOf = ({ x: left, y: top }: (typeof placed)[number]) =>
    `M${left.toFixed(1)} ${top.toFixed(1)}h0`;
  drawing.append(inkPaths(drawing.ownerDocument, placed, dotOf, dotSize));
  return {
    svg: dressed(drawing),
    nearest: "xy",
    points: placed.map(({ x: left, y: top, index }) => ({
      x: left,
      y: top,
      lines: () => [
        ...(category[index] === undefined ? [] : [nameIn(category[index], language)]),
        `${x.label[language]} ${told(x, points.x[index] ?? 0)}`,
        `${y.label[language]} ${told(y, points.y[index] ?? 0)}`,
      ],
    })),
  };

  function told(axis: Dots["x"], value: number): string {
    return axis.scale === "time" ? placeWords(axis, value, language) : shortNumberWords(value);
  }
}
