import type { Split } from "../evaluation/split.ts";
import { type CrossValidation, type FoldOptions, validationOf } from "../model/cross_validation.ts";
import type { Recipe } from "../model/recipe.ts";
import { HealerError } from "../problem.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { buildEnsemble, chosenWithoutFold } from "./ensemble.ts";
import { ensembleRow, leaderboard, type LeaderboardRow } from "./leaderboard.ts";
import { baseline } from "./portfolio.ts";
import { tuningProblem } from "./problems.ts";
import { byScore, type FinishedTrial, isScored } from "./trial.ts";

/** What a search has found on its folds. */
export interface SearchedFolds {
  readonly foldOptions: FoldOptions;
  readonly splits: readonly Split[];
  readonly trials: readonly FinishedTrial[];
  /** How many models the final one may be made of. */
  readonly members: number;
}

/** What is to be trained on all rows, and what it is worth. */
export interface Choice {
  readonly recipe: Recipe;
  readonly scored: Omit<CrossValidation, "notices">;
  readonly leaderboard: readonly LeaderboardRow[];
}

/** How many of the best trials an ensemble is chosen from. */
const mostCandidates = 30;

/**
 * The recipe of the best out-of-fold predictions, or the ensemble of several where that does as well: both are
 * compared by choices made without the fold that judges them.
 *
 * @throws {HealerError} `tuning/none-scored`
 */
export function chooseModel(labels: Labels, searched: SearchedFolds): Choice {
  const { foldOptions, splits, trials } = searched;
  const scored = trials.filter(isScored).sort(byScore);
  const [best] = scored;
  if (best === undefined) {
    const reason = trials.find(({ problem }) => problem !== null)?.problem ?? null;
    throw new HealerError(tuningProblem.noneScored(reason));
  }
  const validated = (probabilities: Float32Array): Choice["scored"] => ({
    ...validationOf(labels, foldOptions, splits, probabilities),
    timings: [],
  });
  const candidates = scored.filter(({ recipe }) => recipe.learner.name !== baseline)
    .slice(0, mostCandidates);
  const mayCombine = searched.members > 1 && candidates.length > 1;
  const ensemble = mayCombine
    ? buildEnsemble(candidates, labels, splits, searched.members)
    : undefined;
  if (ensemble === undefined || ensemble.members.length < 2) {
    return {
      recipe: best.recipe,
      scored: validated(best.probabilities),
      leaderboard: leaderboard(trials, best.number),
    };
  }
  const together = validated(ensemble.probabilities);
  const alone = validated(chosenWithoutFold(candidates, labels, splits));
  const isBetter = together.evaluation.macro_f1 >= alone.evaluation.macro_f1;
  const rows = leaderboard(trials, isBetter ? null : best.number);
  const row = ensembleRow(ensemble, together, { labels, splits, isChosen: isBetter });
  return {
    recipe: isBetter ? ensemble.recipe : best.recipe,
    scored: isBetter ? together : validated(best.probabilities),
    leaderboard: [row, ...rows],
  };
}
