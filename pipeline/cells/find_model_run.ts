import { checkpointOf } from "../checkpoint.ts";
import { partOf } from "../run_context.ts";
import { findModel, searchedLearners } from "../tuning/find_model.ts";
import type { LeaderboardRow } from "../tuning/leaderboard.ts";
import type { CellContext, CellInputs, CellOutput, CellTable } from "./cell_kind.ts";
import { axisOf, type Figure } from "./figure.ts";
import { type FindModelParams, isOverAll } from "./find_model.ts";
import { modelResult } from "./model_result.ts";
import { counted, countText, joinTexts } from "./number_text.ts";
import { preparedInput } from "./prepared_value.ts";
import { keepTable } from "./stored_table.ts";
import { readTrainingRows } from "./training_rows.ts";

/** How many recipes the figure shows. */
const shownRecipes = 12;

/** See {@linkcode findModelCell}. */
export async function runFindModel(
  inputs: CellInputs,
  params: FindModelParams,
  context: CellContext,
): Promise<CellOutput> {
  const prepared = preparedInput(inputs);
  const training = await readTrainingRows(prepared, context);
  const { table } = training;
  for (const notice of table.notices) context.notice(notice);
  const { folds, keepRows, calibration, tuneDecision, seed } = params;
  const found = await findModel(table, {
    folds,
    keepRows,
    calibration,
    tuneDecision,
    learners: isOverAll(params) ? searchedLearners() : [params.learner],
    steps: prepared.steps,
    limit: params.limit === "trials" ? { trials: params.trials } : { seconds: params.budget },
    ensemble: params.ensemble && isOverAll(params),
  }, { ...partOf(context, 0.02, 1, seed), ...checkpointOf(context, "search") });
  for (const notice of found.notices) context.notice(notice);
  const result = await modelResult(found, prepared, training, context);
  const { leaderboard } = found;
  const tried = leaderboard.filter(({ trial }) => trial !== null).length;
  return {
    ...result,
    summary: joinTexts([result.summary, {
      en: `best of ${counted(tried, "trial")}`,
      zh: `${countText(tried)} 次试验中的最佳`,
    }], { en: "; ", zh: "；" }),
    figures: [leaderboardFigure(leaderboard), progressFigure(leaderboard), ...result.figures],
    tables: [
      await leaderboardTable(leaderboard, params.limit === "budget", context),
      ...result.tables,
    ],
  };
}

/** The best recipes with one standard error to either side. */
function leaderboardFigure(rows: readonly LeaderboardRow[]): Figure {
  const scored = rows.filter(({ state }) => state === "scored");
  return {
    type: "bars",
    title: { en: "Leaderboard", zh: "排行榜" },
    caption: {
      en:
        "Macro-F1 of the out-of-fold predictions; the lines are one standard error over the folds.",
      zh: "折外预测的宏平均 F1；线段为各折的一个标准误。",
    },
    value: axisOf({ en: "macro-F1", zh: "宏平均 F1" }),
    bars: scored.slice(0, shownRecipes).map(({ trial, recipe, macro_f1, macro_f1_error }) => {
      const value = macro_f1 ?? 0;
      const name = trial === null ? recipe.learner.name : `${trial} ${recipe.learner.name}`;
      if (macro_f1_error === null) return { name, value };
      const [low, high] = [value - macro_f1_error, value + macro_f1_error];
      return { name, value, low: Math.max(0, low), high: Math.min(1, high) };
    }),
  };
}

/** How the best score grew with the trials. */
function progressFigure(rows: readonly LeaderboardRow[]): Figure {
  const trials = rows.flatMap(({ trial, state, macro_f1 }) =>
    trial === null ? [] : [{ trial, score: state === "scored" ? macro_f1 : null }]
  ).sort((left, right) => left.trial - right.trial);
  let best: number | null = null;
  const line = trials.map(({ score }) => {
    if (score !== null) best = Math.max(best ?? 0, score);
    return best;
  });
  const x = trials.map(({ trial }) => trial);
  return {
    type: "lines",
    title: { en: "Best so far", zh: "当前最佳" },
    x: axisOf({ en: "trial", zh: "试验" }),
    y: axisOf({ en: "macro-F1", zh: "宏平均 F1" }),
    series: [{ name: { en: "best so far", zh: "当前最佳" }, x, y: line }],
  };
}

/** Times differ from run to run: only a search that cannot be repeated anyway tells them. */
async function leaderboardTable(
  rows: readonly LeaderboardRow[],
  hasTimes: boolean,
  context: CellContext,
): Promise<CellTable> {
  const numbers = (name: string, valueOf: (row: LeaderboardRow) => number | null) =>
    ({ name, type: "number", values: rows.map(valueOf) }) as const;
  const texts = (name: string, valueOf: (row: LeaderboardRow) => string | null) =>
    ({ name, type: "text", values: rows.map(valueOf) }) as const;
  return await keepTable("leaderboard", { en: "Leaderboard", zh: "排行榜" }, [
    numbers("trial", ({ trial }) => trial),
    texts("recipe", ({ words }) => words.en),
    texts("方案", ({ words }) => words.zh),
    numbers("macro-F1", ({ macro_f1 }) => macro_f1),
    numbers("±", ({ macro_f1_error }) => macro_f1_error),
    numbers("log-loss", ({ log_loss }) => log_loss),
    ...(hasTimes
      ? [
        numbers("fit seconds", ({ fit_seconds }) => fit_seconds),
        numbers("predict µs/row", (row) => row.predict_microseconds_per_row),
      ]
      : []),
    texts("state", ({ state, is_chosen }) => is_chosen ? "chosen" : state),
    texts("reason", ({ problem }) => problem && `${problem.message.en} ${problem.message.zh}`),
  ], context);
}
