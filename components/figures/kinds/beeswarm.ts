import type { FigureOf } from "@/pipeline/cells/figure.ts";
import { countWords, shortNumberWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import { bandHeight, drawBands } from "../band_plot.ts";
import type { Drawing, DrawingRequest, FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import { inkPaths } from "../ink_paths.ts";
import type { Plot } from "../plot_frame.ts";
import { rangeOf } from "../sentences.ts";
import { nameIn } from "../shown_names.ts";
import { shadeInk, shadesOf, swarmPlaces } from "../swarm_places.ts";

type Beeswarm = FigureOf<"beeswarm">;

const rowHeight = 30;

/** How thick a dot is. */
const dotSize = 3.5;

/** So many features are told one by one. */
const toldFeatures = 3;

/** Swarms of dots below one another, piled up where they crowd, shaded by how high the value is. */
export function beeswarmFigure(figure: Beeswarm): FigureKind {
  const { x, swarms } = figure;
  const hasHoles = swarms.some(({ shade }) => shade.includes(null));
  return {
    isWide: true,
    height: () => bandHeight(swarms.length, rowHeight, true),
    axes: (language) => x.label[language],
    legend: (language) => [
      { name: figureTexts.lowValue[language], colour: "low-ink" },
      { name: figureTexts.highValue[language], colour: "high-ink" },
      ...(hasHoles ? [{ name: figureTexts.missingValue[language], colour: "c0" }] : []),
    ],
    draw: (plot, request) => drawSwarms(plot, figure, request),
    statements: (language) => {
      if (swarms.length === 0) return [];
      const dots = swarms.reduce((sum, { x: places }) => sum + places.length, 0);
      return [
        words.swarms(countWords(swarms.length), countWords(dots)),
        ...swarms.slice(0, toldFeatures).flatMap(({ name, x: places }) => {
          const range = rangeOf(places);
          return range
            ? [words.reaches(nameIn(name, language), told(range.low), told(range.high))]
            : [];
        }),
      ];
    },
    data: (language) => ({
      columns: [words.feature[language], x.label[language], words.shade[language]],
      rows: swarms.flatMap(({ name, x: places, shade }) =>
        places.map((place, dot) => [name, place, shade[dot] ?? null])
      ),
    }),
  };
}

/** A number in two digits. */
function told(value: number): string {
  return shortNumberWords(Number(value.toPrecision(2)));
}

function drawSwarms(plot: Plot, { swarms }: Beeswarm, request: DrawingRequest): Drawing {
  const range = rangeOf(swarms.flatMap(({ x }) => x));
  if (range === undefined) return emptyDrawing(plot, request);
  const { language } = request;
  const names = swarms.map(({ name }) => nameIn(name, language));
  const domain: [number, number] = [Math.min(0, range.low), Math.max(0, range.high)];
  if (domain[0] === domain[1]) domain[1] = 1;
  return drawBands(
    plot,
    request,
    { names, axis: { scale: "linear" }, domain, hasTicks: true, rowHeight, padding: 0.1 },
    () => [
      plot.ruleX([0], { stroke: "var(--line-2)" }),
      (_index, scales, _values, _dimensions, { document }) => {
        const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
        for (const [row, swarm] of swarms.entries()) {
          const top = Number(scales.y?.(row) ?? 0);
          const places = swarmPlaces(swarm.x.map((x) => Number(scales.x?.(x) ?? 0)), rowHeight - 3);
          const dots = [...shadesOf(swarm)].flatMap(([shade, numbers]) =>
            numbers.map((dot) => ({ fill: shadeInk(shade), place: places[dot] }))
          );
          group.append(
            inkPaths(
              document,
              dots,
              ({ place }) => place ? `M${place.x.toFixed(1)} ${(top + place.y).toFixed(1)}h0` : "",
              dotSize,
            ),
          );
        }
        return group;
      },
    ],
    swarms.map(({ x: places, shade }, row) => {
      const reach = rangeOf(places);
      return reach && {
        along: reach.high,
        lines: () => [
          names[row] ?? "",
          figureTexts.fromTo(told(reach.low), told(reach.high))[language],
          figureTexts.rowsOf(countWords(places.length))[language],
          ...(shade.includes(null)
            ? [
              `${figureTexts.missingValue[language]} ${
                countWords(shade.filter((value) => value === null).length)
              }`,
            ]
            : []),
        ],
      };
    }),
  );
}
