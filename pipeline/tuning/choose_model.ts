import { macroF1 } from "../evaluation/classification_metrics.ts";
import { confusionMatrix } from "../evaluation/confusion_matrix.ts";
import type { Split } from "../evaluation/split.ts";
import { choosePostProcessing } from "../model/choose_post_processing.ts";
import { type CrossValidation, type FoldOptions, validationOf } from "../model/cross_validation.ts";
import { outOfFold } from "../model/out_of_fold.ts";
import type { PostProcessingOptions } from "../model/post_processing.ts";
import type { Recipe } from "../model/recipe.ts";
import { HealerError } from "../problem.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { bestAlone, ensembleOf, equalsOfBest, greedily } from "./ensemble.ts";
import { ensembleRow, leaderboard, type LeaderboardRow } from "./leaderboard.ts";
import { baseline } from "./portfolio.ts";
import { tuningProblem } from "./problems.ts";
import { byScore, type FinishedTrial, isScored, mostCandidates } from "./trial.ts";

/** What a search has found on its folds. */
export interface SearchedFolds extends PostProcessingOptions {
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

/**
 * The recipe of the best out-of-fold predictions, the ensemble of its equals, or an ensemble weighed for a small
 * log-loss: whichever has the best macro-F1, the decision tuned where it will be, by choices made without the fold
 * that judges them.
 *
 * @param onStep Is called often.
 * @throws {HealerError} `tuning/none-scored`
 */
export function chooseModel(labels: Labels, searched: SearchedFolds, onStep = () => {}): Choice {
  const { foldOptions, splits, trials, members } = searched;
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
  const alone: Choice = {
    recipe: best.recipe,
    scored: validated(best.probabilities),
    leaderboard: leaderboard(trials, best.number),
  };
  if (members < 2 || candidates.length < 2) return alone;
  const judged = [
    equalsOfBest(candidates, labels, members),
    greedily(candidates, labels, members),
    bestAlone(candidates, labels),
  ].map((weigh) => {
    const ensemble = ensembleOf(candidates, splits, labels.classes.length, weigh);
    const together = validated(ensemble.probabilities);
    return { ensemble, together, score: decidedScore(labels, together, searched, onStep) };
  });
  const winner = judged.reduce((first, next) => next.score > first.score ? next : first);
  const isChosen = winner.ensemble.members.length > 1;
  const shown = isChosen ? winner : judged.find(({ ensemble }) => ensemble.members.length > 1);
  if (shown === undefined) return alone;
  const row = ensembleRow(shown.ensemble, shown.together, { labels, splits, isChosen });
  if (!isChosen) return { ...alone, leaderboard: [...alone.leaderboard, row] };
  const { ensemble: { recipe }, together } = winner;
  return { recipe, scored: together, leaderboard: [row, ...leaderboard(trials, null)] };
}

/** The cross-fitted macro-F1 after calibration and the tuning of the decision. */
function decidedScore(
  labels: Labels,
  together: Choice["scored"],
  { calibration, tuneDecision }: SearchedFolds,
  onStep: () => void,
): number {
  const { outOfFold: decided } = choosePostProcessing(
    outOfFold({ labels, groups: null }, together),
    { calibration, tuneDecision },
    onStep,
  );
  const { counts, classes } = confusionMatrix(decided.labels, decided.predictions);
  return macroF1(counts, classes.length);
}
