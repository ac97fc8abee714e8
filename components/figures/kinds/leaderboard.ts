import type { FigureOf } from "@/pipeline/cells/figure.ts";
import type { Language } from "@/web/language.ts";
import { countWords, scoreWords, secondsWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import { bandHeight, drawBands } from "../band_plot.ts";
import type { Drawing, DrawingRequest, FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import type { Plot } from "../plot_frame.ts";
import { listed, rangeOf } from "../sentences.ts";
import { nameIn } from "../shown_names.ts";

type Leaderboard = FigureOf<"leaderboard">;
type Row = Leaderboard["rows"][number];

const rowHeight = 22;

/** So many recipes are named in the sentence. */
const named = 3;

/** What was tried, the best first: score with its interval, and how long training takes. */
export function leaderboardFigure(figure: Leaderboard): FigureKind {
  const { score, rows } = figure;
  return {
    isWide: true,
    height: () => bandHeight(rows.length, rowHeight, true),
    axes: (language) => score.label[language],
    draw: (plot, request) => drawLeaderboard(plot, figure, request),
    statements: (language) => {
      if (rows.length === 0) return [];
      const best = rows.slice(0, named).map((row) => `${rowName(row, language)} ${scoreOf(row)}`);
      return [
        words.tried(countWords(rows.length), listed(language, best)),
      ];
    },
    data: (language) => ({
      columns: [
        figureTexts.tried[language],
        words.recipe[language],
        words.params[language],
        score.label[language],
        words.low[language],
        words.high[language],
        words.seconds[language],
        words.isChosen[language],
      ],
      rows: rows.map((row) => [
        row.trial,
        row.name[language],
        row.details[language],
        row.value,
        row.low ?? null,
        row.high ?? null,
        row.seconds,
        words[row.isChosen ? "yes" : "no"][language],
      ]),
    }),
  };
}

function rowName({ trial, name }: Row, language: Language): string {
  const words = nameIn(name, language);
  return trial === null ? words : `${trial} ${words}`;
}

function scoreOf({ value }: Row): string {
  return value === null ? "–" : scoreWords(value);
}

function drawLeaderboard(
  plot: Plot,
  { rows, score }: Leaderboard,
  request: DrawingRequest,
): Drawing {
  const range = rangeOf(
    rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
  );
  if (range === undefined) return emptyDrawing(plot, request);
  const { language } = request;
  const hasTimes = rows.some(({ seconds }) => seconds !== null);
  const spread = range.high - range.low || 0.1;
  const scored = rows.keys().filter((row) => rows[row]?.value !== null).toArray();
  const at = (row: number) => rows[row]?.value ?? range.low;
  return drawBands(
    plot,
    request,
    {
      names: rows.map((row) =>
        `${rowName(row, language)} ${nameIn(row.details, language)}`.trimEnd()
      ),
      nameShare: 0.45,
      values: rows.map((row) =>
        scoreOf(row) +
        (hasTimes && row.seconds !== null ? `  ${secondsWords(row.seconds, language)}` : "")
      ),
      axis: { scale: "linear" },
      domain: score.domain ?? [range.low - 0.05 * spread, range.high + 0.05 * spread],
      hasTicks: true,
      rowHeight,
    },
    () => [
      plot.ruleY(scored, {
        x1: (row: number) => rows[row]?.low ?? at(row),
        x2: (row: number) => rows[row]?.high ?? at(row),
        y: (row: number) => row,
        stroke: "var(--mark)",
        strokeWidth: 2,
      }),
      plot.dot(scored, {
        x: at,
        y: (row: number) => row,
        fill: (row: number) => rows[row]?.isChosen ? "var(--accent)" : "var(--bg)",
        stroke: "var(--accent)",
        strokeWidth: 1.5,
        r: 4,
      }),
    ],
    rows.map((row, index) => ({
      along: at(index),
      lines: () => [
        row.trial === null
          ? nameIn(row.name, language)
          : `${figureTexts.trial(String(row.trial))[language]}: ${nameIn(row.name, language)}`,
        `${score.label[language]} ${scoreOf(row)}` +
        (row.low === undefined || row.high === undefined
          ? ""
          : ` (${figureTexts.fromTo(scoreWords(row.low), scoreWords(row.high))[language]})`),
        ...(row.details[language] === "" ? [] : [nameIn(row.details, language)]),
        ...(row.seconds === null
          ? []
          : [figureTexts.trainedIn(secondsWords(row.seconds, language))[language]]),
        ...(row.isChosen ? [figureTexts.chosen[language]] : []),
      ],
    })),
  );
}
