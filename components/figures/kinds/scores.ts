import type { FigureOf } from "@/pipeline/cells/figure.ts";
import { countWords, scoreWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import { bandHeight, drawBands } from "../band_plot.ts";
import type { Drawing, DrawingRequest, FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import type { Plot } from "../plot_frame.ts";
import { listed, rangeOf, topOf } from "../sentences.ts";
import { nameIn } from "../shown_names.ts";

type Scores = FigureOf<"scores">;

/** So many classes are named in the sentence. */
const named = 2;

/** The marks of the measures, the last one the strongest: it is what the others add up to. */
const measureColours = ["c7", "c5", "accent", "c8", "c4", "c6"];

/** The shape of each measure's mark, so that colour is not all that tells them apart. */
const symbols = ["triangle", "square", "circle", "diamond", "star", "cross"] as const;

/** Scores of each class as dots with their intervals, a line of its own for each measure. */
export function scoresFigure(figure: Scores): FigureKind {
  const { value, measures, rows } = figure;
  return {
    isWide: rows.length > 12,
    height: () => bandHeight(rows.length, rowHeightOf(figure), true),
    axes: (language) => value.label[language],
    legend: (language) =>
      measures.map((measure, order) => ({
        name: measure[language],
        colour: legendClass(order),
      })),
    draw: (plot, request) => drawScores(plot, figure, request),
    statements: (language) => {
      const last = measures.length - 1;
      const main = rows.map(({ scores }) => scores[last]?.value ?? null);
      const known = main.flatMap((score, row) => score === null ? [] : [{ score, row }]);
      if (known.length === 0) return [];
      const tell = (places: readonly number[]) =>
        listed(
          language,
          places.map((place) => {
            const { row, score } = known[place] ?? { row: 0, score: 0 };
            return `${nameIn(rows[row]?.name ?? "", language)} ${scoreWords(score)}`;
          }),
        );
      const scores = known.map(({ score }) => score);
      return [
        { en: measures[last]?.en ?? "", zh: measures[last]?.zh ?? "" },
        words.highest(tell(topOf(scores, named))),
        words.lowest(tell(topOf(scores.map((score) => -score), named))),
      ];
    },
    data: (language) => ({
      columns: [
        words.name[language],
        words.measure[language],
        words.value[language],
        words.low[language],
        words.high[language],
        figureTexts.rows[language],
      ],
      rows: rows.flatMap(({ name, scores, support }) =>
        scores.map((score, order) => [
          nameIn(name, language),
          measures[order]?.[language] ?? "",
          score.value,
          score.low ?? null,
          score.high ?? null,
          support ?? null,
        ])
      ),
    }),
  };
}

function rowHeightOf({ measures }: Scores): number {
  return Math.max(20, 8 + 8 * measures.length);
}

function legendClass(order: number): string {
  const colour = measureColours[order % measureColours.length] ?? "accent";
  return colour === "accent" ? "accent-ink" : colour;
}

/** Out to whole tenths, so that the ends are ticks. */
function roundedRange({ low, high }: { low: number; high: number }): [number, number] {
  const [from, to] = [Math.floor(low * 10) / 10, Math.ceil(high * 10) / 10];
  return from < to ? [from, to] : [from, from + 0.1];
}

function drawScores(plot: Plot, figure: Scores, request: DrawingRequest): Drawing {
  const { measures, rows, value } = figure;
  const { language } = request;
  const marks = rows.flatMap(({ scores }, row) =>
    scores.slice(0, measures.length).flatMap(({ value, low, high }, order) =>
      value === null ? [] : [{ row, order, value, low: low ?? value, high: high ?? value }]
    )
  );
  const range = rangeOf(marks.flatMap(({ value, low, high }) => [value, low, high]));
  if (range === undefined) return emptyDrawing(plot, request);
  const names = rows.map(({ name }) => nameIn(name, language));
  const last = measures.length - 1;
  return drawBands(
    plot,
    request,
    {
      names,
      values: rows.map(({ scores }) => {
        const main = scores[last]?.value ?? null;
        return main === null ? "–" : scoreWords(main);
      }),
      axis: value,
      domain: value.domain ?? roundedRange(range),
      hasTicks: true,
      rowHeight: rowHeightOf(figure),
      padding: 0,
    },
    () =>
      measures.flatMap((_, order) => {
        const own = marks.filter((mark) => mark.order === order);
        const colour = `var(--${measureColours[order % measureColours.length]})`;
        const dy = 8 * (order - last / 2);
        return [
          plot.ruleY(own, {
            x1: "low",
            x2: "high",
            y: "row",
            dy,
            stroke: colour,
            strokeWidth: 1.5,
          }),
          plot.dot(own, {
            x: "value",
            y: "row",
            dy,
            r: 3,
            fill: colour,
            symbol: symbols[order % symbols.length] ?? "circle",
          }),
        ];
      }),
    rows.map(({ scores, support }, row) => ({
      along: scores[last]?.value ?? range.low,
      lines: () => [
        names[row] ?? "",
        ...measures.map((measure, order) => {
          const { value = null, low, high } = scores[order] ?? {};
          const told = value === null ? "–" : scoreWords(value);
          return `${measure[language]} ${told}` +
            (low === undefined || high === undefined
              ? ""
              : ` (${figureTexts.fromTo(scoreWords(low), scoreWords(high))[language]})`);
        }),
        ...(support === undefined ? [] : [figureTexts.rowsOf(countWords(support))[language]]),
      ],
    })),
  );
}
