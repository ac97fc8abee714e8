import type { FigureOf } from "@/pipeline/cells/figure.ts";
import type { Language } from "@/web/language.ts";
import { numberWords, percentWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import { bandHeight, drawBands } from "../band_plot.ts";
import type { Drawing, DrawingRequest, FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import type { Plot } from "../plot_frame.ts";
import { listed, rangeOf, topOf } from "../sentences.ts";
import { nameIn } from "../shown_names.ts";

type Ranks = FigureOf<"ranks">;

const rowHeight = 20;

/** So many features are named in the sentence. */
const named = 3;

/** Features from the best rank down, with the range of their ranks and how often they were chosen. */
export function ranksFigure(figure: Ranks): FigureKind {
  const { rows } = figure;
  const hasChosen = rows.some(({ chosen }) => chosen !== null);
  return {
    height: () => bandHeight(rows.length, rowHeight, true),
    axes: (language) => figureTexts[hasChosen ? "rankAxes" : "rankAlone"][language],
    draw: (plot, request) => drawRanks(plot, figure, request),
    statements: (language) => {
      if (rows.length === 0) return [];
      const best = topOf(rows.map(({ rank }) => -rank), named);
      return [
        words.ranked(listed(language, best.map((row) => told(rows[row], language)))),
      ];
    },
    data: (language) => ({
      columns: [
        words.feature[language],
        figureTexts.rank[language],
        words.low[language],
        words.high[language],
        ...(hasChosen ? [words.chosenShare[language]] : []),
      ],
      rows: rows.map(({ name, rank, low, high, chosen }) => [
        name,
        rank,
        low,
        high,
        ...(hasChosen ? [chosen] : []),
      ]),
    }),
  };
}

function told(row: Ranks["rows"][number] | undefined, language: Language): string {
  if (row === undefined) return "";
  const rank = figureTexts.rankOf(numberWords(row.rank))[language];
  const chosen = row.chosen === null
    ? ""
    : `, ${figureTexts.chosenBy(percentWords(row.chosen, language))[language]}`;
  const said = `${rank}${chosen}`;
  return `${nameIn(row.name, language)} (${language === "zh" ? said.replace(", ", "，") : said})`;
}

function drawRanks(plot: Plot, { rows }: Ranks, request: DrawingRequest): Drawing {
  const range = rangeOf(rows.flatMap(({ rank, low, high }) => [rank, low, high]));
  if (range === undefined) return emptyDrawing(plot, request);
  const { language } = request;
  const names = rows.map(({ name }) => nameIn(name, language));
  const hasChosen = rows.some(({ chosen }) => chosen !== null);
  return drawBands(
    plot,
    request,
    {
      names,
      ...(hasChosen
        ? {
          values: rows.map(({ chosen }) => chosen === null ? "–" : percentWords(chosen, language)),
        }
        : {}),
      axis: { scale: "linear" },
      domain: [Math.min(1, range.low), Math.max(range.high, range.low + 1)],
      hasTicks: true,
      rowHeight,
    },
    (numbers) => [
      plot.ruleY(numbers, {
        x1: (row: number) => rows[row]?.low ?? 1,
        x2: (row: number) => rows[row]?.high ?? 1,
        y: (row: number) => row,
        stroke: "var(--mark)",
        strokeWidth: 2,
      }),
      plot.dot(numbers, {
        x: (row: number) => rows[row]?.rank ?? 1,
        y: (row: number) => row,
        fill: "var(--accent)",
        r: 4,
      }),
    ],
    rows.map(({ rank, low, high, chosen }, row) => ({
      along: rank,
      lines: () => [
        names[row] ?? "",
        figureTexts.rankOf(numberWords(rank))[language],
        figureTexts.fromTo(numberWords(low), numberWords(high))[language],
        ...(chosen === null
          ? []
          : [figureTexts.chosenBy(percentWords(chosen, language))[language]]),
      ],
    })),
  );
}
