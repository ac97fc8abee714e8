import type { Split } from "../evaluation/split.ts";
import { type CrossValidation, type FoldOptions, validationOf } from "../model/cross_validation.ts";
import type { Recipe } from "../model/recipe.ts";
import { HealerError } from "../problem.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { leaderboard, type LeaderboardRow } from "./leaderboard.ts";
import { tuningProblem } from "./problems.ts";
import { byScore, type FinishedTrial, isScored } from "./trial.ts";

/** What a search has found on its folds. */
export interface SearchedFolds {
  readonly foldOptions: FoldOptions;
  readonly splits: readonly Split[];
  readonly trials: readonly FinishedTrial[];
}

/** What is to be trained on all rows, and what it is worth. */
export interface Choice {
  readonly recipe: Recipe;
  readonly scored: Omit<CrossValidation, "notices">;
  readonly leaderboard: readonly LeaderboardRow[];
}

/**
 * The recipe of the best out-of-fold predictions.
 *
 * @throws {HealerError} `tuning/none-scored`
 */
export function chooseModel(
  labels: Labels,
  { foldOptions, splits, trials }: SearchedFolds,
): Choice {
  const [best] = trials.filter(isScored).sort(byScore);
  if (best === undefined) {
    const reason = trials.find(({ problem }) => problem !== null)?.problem ?? null;
    throw new HealerError(tuningProblem.noneScored(reason));
  }
  return {
    recipe: best.recipe,
    scored: { ...validationOf(labels, foldOptions, splits, best.probabilities), timings: [] },
    leaderboard: leaderboard(trials, best.number),
  };
}
