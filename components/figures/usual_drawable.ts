import type { DrawnFigure } from "@/pipeline/cells/figure.ts";
import type { Drawable, FigureKind } from "./drawable.ts";
import { barsFigure } from "./kinds/bars.ts";
import { beeswarmFigure } from "./kinds/beeswarm.ts";
import { beforeAfterFigure } from "./kinds/before_after.ts";
import { confusionFigure } from "./kinds/confusion.ts";
import { correlationFigure } from "./kinds/correlation.ts";
import { dotsFigure } from "./kinds/dots.ts";
import { histogramFigure } from "./kinds/histogram.ts";
import { leaderboardFigure } from "./kinds/leaderboard.ts";
import { linesFigure } from "./kinds/lines.ts";
import { missingMapFigure } from "./kinds/missing_map.ts";
import { ranksFigure } from "./kinds/ranks.ts";
import { reliabilityFigure } from "./kinds/reliability.ts";
import { scoresFigure } from "./kinds/scores.ts";
import { sharesFigure } from "./kinds/shares.ts";
import { trialsFigure } from "./kinds/trials.ts";
import { sentences } from "./sentences.ts";
import { plainText } from "./shown_names.ts";

/** The most letters of what is said about axes and points, and of the whole. */
const lineLetters = 300;
const sentenceLetters = 3000;

/** A figure whose marks are fixed by its type. */
export type UsualFigure = Exclude<DrawnFigure, { type: "plot" }>;

/** How a figure of a usual kind is drawn and told; see `drawable_of.ts` for every kind. */
export function usualDrawable(figure: UsualFigure): Drawable {
  return finishedDrawable(figure, kindOf(figure));
}

/**
 * A kind of figure made complete: drawn in one way, beside others and without a legend where it does not say more.
 * Whatever its labels are, nothing that it says runs on for ever.
 */
export function finishedDrawable(
  figure: Pick<DrawnFigure, "title" | "caption">,
  { statements, ...kind }: FigureKind,
): Drawable {
  return {
    title: figure.title,
    caption: figure.caption,
    variants: [],
    isWide: false,
    legend: () => [],
    ...kind,
    axes: (...asked) => shortened(kind.axes(...asked), lineLetters),
    draw: (...asked) => {
      const drawing = kind.draw(...asked);
      const points = drawing.points.map((point) => ({
        ...point,
        lines: () => point.lines().map((line) => shortened(line, lineLetters)),
      }));
      return { ...drawing, points };
    },
    sentence: (language) => shortened(sentences(language, statements(language)), sentenceLetters),
  };
}

/** The end stays, as it closes the sentence. */
function shortened(words: string, letters: number): string {
  const text = plainText(words);
  return text.length <= letters ? text : `${text.slice(0, letters).toWellFormed()}…${text.at(-1)}`;
}

/** One file a type in `kinds/`, one line here. */
function kindOf(figure: UsualFigure): FigureKind {
  switch (figure.type) {
    case "histogram":
      return histogramFigure(figure);
    case "before-after":
      return beforeAfterFigure(figure);
    case "bars":
      return barsFigure(figure);
    case "confusion":
      return confusionFigure(figure);
    case "lines":
      return linesFigure(figure);
    case "dots":
      return dotsFigure(figure);
    case "beeswarm":
      return beeswarmFigure(figure);
    case "missing-map":
      return missingMapFigure(figure);
    case "correlation":
      return correlationFigure(figure);
    case "shares":
      return sharesFigure(figure);
    case "scores":
      return scoresFigure(figure);
    case "reliability":
      return reliabilityFigure(figure);
    case "ranks":
      return ranksFigure(figure);
    case "leaderboard":
      return leaderboardFigure(figure);
    case "trials":
      return trialsFigure(figure);
  }
}
