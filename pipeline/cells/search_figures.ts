import { findLearner } from "../learners/registry.ts";
import type { Text } from "../problem.ts";
import type { LeaderboardRow } from "../tuning/leaderboard.ts";
import { axisOf, type Figure } from "./figure.ts";

/** How many recipes the figure shows. */
const shownRecipes = 12;

const score = axisOf({ en: "macro-F1", zh: "宏平均 F1" });

/** The best recipes with one standard error to either side, and what became the model. */
export function leaderboardFigure(rows: readonly LeaderboardRow[], hasTimes: boolean): Figure {
  const scored = rows.filter(({ state, macro_f1 }) => state === "scored" && macro_f1 !== null);
  return {
    type: "leaderboard",
    title: { en: "Leaderboard", zh: "排行榜" },
    caption: {
      en: "Macro-F1 of the out-of-fold predictions; the lines are one standard error over the " +
        "folds. The filled dot is the model.",
      zh: "折外预测的宏平均 F1；线段为各折的一个标准误。实心点为最终模型。",
    },
    score,
    rows: scored.slice(0, shownRecipes).map((row) => {
      const { macro_f1: value, macro_f1_error: error, is_chosen: isChosen } = row;
      const ends = value === null || error === null
        ? {}
        : { low: Math.max(0, value - error), high: Math.min(1, value + error) };
      return { ...attemptOf(row, hasTimes), value, ...ends, isChosen };
    }),
  };
}

/** The score of each trial in their order, and how the best one grew. */
export function trialsFigure(rows: readonly LeaderboardRow[], hasTimes: boolean): Figure {
  let best: number | null = null;
  return {
    type: "trials",
    title: { en: "Score of each trial", zh: "各次试验的得分" },
    score,
    trials: rows.filter(({ trial }) => trial !== null)
      .sort((left, right) => (left.trial ?? 0) - (right.trial ?? 0))
      .map((row) => {
        const scored = row.state === "scored" ? row.macro_f1 : null;
        if (scored !== null) best = Math.max(best ?? 0, scored);
        return { ...attemptOf(row, hasTimes), score: scored, best };
      }),
  };
}

/** Times differ from run to run: only a search that cannot be repeated anyway tells them. */
function attemptOf({ trial, recipe, words, fit_seconds }: LeaderboardRow, hasTimes: boolean) {
  const title: Text = trial === null ? words : findLearner(recipe.learner.name).title;
  return {
    trial,
    name: { ...title },
    details: trial === null
      ? { en: "", zh: "" }
      : { en: behind(words.en, title.en), zh: behind(words.zh, title.zh) },
    seconds: hasTimes ? fit_seconds : null,
  };
}

/** What words about a recipe say beyond the name of its learner: the params that differ, and the steps. */
function behind(words: string, title: string): string {
  return words.startsWith(title) ? words.slice(title.length).replace(/^[,，\s]+/, "") : words;
}
