import { checkpointOf } from "../checkpoint.ts";
import { partOf } from "../run_context.ts";
import { findModel, searchedLearners } from "../tuning/find_model.ts";
import type { LeaderboardRow } from "../tuning/leaderboard.ts";
import type { CellContext, CellInputs, CellOutput, CellTable } from "./cell_kind.ts";
import { type FindModelParams, isOverAll } from "./find_model.ts";
import { modelResult } from "./model_result.ts";
import { counted, countText, joinTexts } from "./number_text.ts";
import { preparedInput } from "./prepared_value.ts";
import { leaderboardFigure, trialsFigure } from "./search_figures.ts";
import { keepTable } from "./stored_table.ts";
import { readTrainingRows } from "./training_rows.ts";

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
  const hasTimes = params.limit === "budget";
  const tried = leaderboard.filter(({ trial }) => trial !== null).length;
  return {
    ...result,
    summary: joinTexts([result.summary, {
      en: `best of ${counted(tried, "trial")}`,
      zh: `${countText(tried)} 次试验中的最佳`,
    }], { en: "; ", zh: "；" }),
    figures: [
      leaderboardFigure(leaderboard, hasTimes),
      trialsFigure(leaderboard, hasTimes),
      ...result.figures,
    ],
    tables: [
      await leaderboardTable(leaderboard, hasTimes, context),
      ...result.tables,
    ],
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
