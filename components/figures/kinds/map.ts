import { countWords } from "../../number_words.ts";
import { mapTexts } from "../../texts_map.ts";
import type { Drawable } from "../drawable.ts";
import { colourValue, type MapData, mapGroups } from "../map_groups.ts";
import { drawMap, hasUnits, mapHeight } from "../map_plot.ts";
import { nameIn } from "../shown_names.ts";

/** Rows on a plane, each in the colour of its class. */
export function mapFigure(figure: MapData): Drawable {
  const { title, caption, colour, details, points, x, y } = figure;
  const groups = mapGroups(figure);
  const colourName = (language: "en" | "zh"): string =>
    colour === null
      ? ""
      : colour.name === "cluster"
      ? mapTexts.cluster[language]
      : nameIn(colour.name, language);
  return {
    title,
    caption,
    variants: [],
    isWide: true,
    height: mapHeight,
    axes: (language) =>
      [
        colour === null ? "" : mapTexts.colouredBy(colourName(language))[language],
        hasUnits(figure) ? mapTexts.axes(x.label[language], y.label[language])[language] : "",
      ].filter((words) => words !== "").join({ en: "; ", zh: "；" }[language]),
    legend: (language) =>
      groups.filter(({ name }) => name !== "")
        .map(({ name, fill }) => ({ name: nameIn(name, language), colour: fill })),
    draw: (plot, request) => {
      const { element } = drawMap(plot, figure, groups, new Set(), request);
      return { svg: element, points: [], nearest: "xy" };
    },
    sentence: (language) => {
      const classes = groups.filter(({ name }) => name !== "")
        .map(({ name, points }) => `${nameIn(name, language)} ${countWords(points.length)}`);
      return mapTexts.described(
        countWords(points.rows.length),
        classes.join({ en: ", ", zh: "，" }[language]),
      )[language];
    },
    data: (language) => ({
      columns: [
        mapTexts.rowNumber[language],
        ...(colour === null ? [] : [colourName(language)]),
        x.label[language],
        y.label[language],
        ...details.map(({ name }) => name),
      ],
      rows: points.rows.map((row, point) => [
        row,
        ...(colour === null ? [] : [colourValue(figure, point) ?? null]),
        points.x[point] ?? null,
        points.y[point] ?? null,
        ...details.map(({ values }) => values[point] ?? null),
      ]),
    }),
  };
}
