import { evaluatePredictions } from "../evaluation/evaluate_predictions.ts";
import type { Split } from "../evaluation/split.ts";
import type { CrossValidation } from "../model/cross_validation.ts";
import { takePredictions } from "../model/out_of_fold.ts";
import type { Recipe } from "../model/recipe.ts";
import type { SearchRecord } from "../model/search_record.ts";
import type { Problem, Text } from "../problem.ts";
import { type Labels, takeLabels } from "../table/feature_matrix.ts";
import type { Ensemble } from "./ensemble.ts";
import { baseline } from "./portfolio.ts";
import { recipeWords } from "./recipe_words.ts";
import { byScore, type Trial, type TrialScores } from "./trial.ts";

/** One line of the list of all that was tried. */
export interface LeaderboardRow {
  /** The number of the trial; null = the ensemble of several. */
  readonly trial: number | null;
  readonly recipe: Recipe;
  readonly words: Text;
  readonly state: Trial["state"];
  /** Of the out-of-fold predictions of all rows; null where no fold was finished. */
  readonly macro_f1: number | null;
  /** The standard error of the mean of the folds' macro-F1. */
  readonly macro_f1_error: number | null;
  readonly log_loss: number | null;
  /** Mean wall time of training on one fold. */
  readonly fit_seconds: number | null;
  readonly predict_microseconds_per_row: number | null;
  /** Why it failed. */
  readonly problem: Problem | null;
  /** Whether it became the model. */
  readonly is_chosen: boolean;
}

/** How many recipes a model card names. */
const recorded = 10;

/** All trials: those that were scored from the best on, then those that were dropped, stopped or failed. */
export function leaderboard(trials: readonly Trial[], chosen: number | null): LeaderboardRow[] {
  return trials.toSorted((left, right) => place(left) - place(right) || byScore(left, right))
    .map((trial) => rowOf(trial, trial.number === chosen));
}

/** The line of an ensemble, which takes the time of all its members. */
export function ensembleRow(
  { recipe, members }: Ensemble,
  { evaluation, probabilities }: Pick<CrossValidation, "evaluation" | "probabilities">,
  { labels, splits, isChosen }: {
    readonly labels: Labels;
    readonly splits: readonly Split[];
    readonly isChosen: boolean;
  },
): LeaderboardRow {
  const sum = (valueOf: (scores: TrialScores) => number): number =>
    members.reduce((total, { scores }) => total + valueOf(scores), 0);
  const foldScores = splits.map(({ test }) => {
    const predicted = takePredictions(probabilities, labels.classes.length, test);
    return evaluatePredictions(takeLabels(labels, test), predicted).macro_f1;
  });
  return {
    trial: null,
    recipe,
    words: ensembleWords(members),
    state: "scored",
    macro_f1: evaluation.macro_f1,
    macro_f1_error: standardError(foldScores),
    log_loss: evaluation.log_loss,
    fit_seconds: sum(({ fit_seconds }) => fit_seconds),
    predict_microseconds_per_row: 1e6 * sum((scores) => scores.predict_seconds_per_row),
    problem: null,
    is_chosen: isChosen,
  };
}

function ensembleWords(members: readonly Trial[]): Text {
  const numbers = members.map(({ number }) => number).sort((left, right) => left - right);
  return {
    en: `Ensemble of the trials ${numbers.join(", ")}`,
    zh: `试验 ${numbers.join("、")} 的集成`,
  };
}

/** What a model card keeps of the leaderboard. */
export function searchRecord(
  rows: readonly LeaderboardRow[],
  limit: SearchRecord["limit"],
): SearchRecord {
  const scored = rows.filter(({ state }) => state === "scored");
  const best = scored.filter(({ recipe, is_chosen }, index) =>
    index < recorded || is_chosen || recipe.learner.name === baseline
  );
  return {
    limit,
    trials: rows.filter(({ trial }) => trial !== null).length,
    failed: rows.filter(({ state }) => state === "failed").length,
    best: best.map(({ trial, words, macro_f1, log_loss }) => ({
      trial,
      words,
      macro_f1: macro_f1 ?? 0,
      log_loss: log_loss ?? 0,
    })),
  };
}

function rowOf(
  { number, recipe, state, scores, problem }: Trial,
  isChosen: boolean,
): LeaderboardRow {
  return {
    trial: number,
    recipe,
    words: recipeWords(recipe),
    state,
    macro_f1: scores?.macro_f1 ?? null,
    macro_f1_error: scores && standardError(scores.fold_macro_f1),
    log_loss: scores?.log_loss ?? null,
    fit_seconds: scores?.fit_seconds ?? null,
    predict_microseconds_per_row: scores && scores.predict_seconds_per_row * 1e6,
    problem,
    is_chosen: isChosen,
  };
}

/** The standard error of the mean; null for fewer than two values. */
export function standardError(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

function place({ state }: Trial): number {
  return ["scored", "dropped", "stopped", "failed"].indexOf(state);
}
