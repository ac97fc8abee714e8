import { z } from "zod";
import { recipeSchema } from "../model/recipe.ts";
import type { Problem } from "../problem.ts";

/**
 * How a trial ended: `scored` on all folds; `dropped` since it did not do well on the first ones; `failed`; or
 * `stopped` since it took too long.
 */
export const trialStates = ["scored", "dropped", "failed", "stopped"] as const;

const textSchema = z.strictObject({ en: z.string(), zh: z.string() });

const problemSchema: z.ZodType<Problem> = z.strictObject({
  code: z.string(),
  message: textSchema,
  place: z.record(z.string(), z.unknown()),
  hint: textSchema,
});

/** What a recipe is worth on its folds. */
export const trialScoresSchema = z.strictObject({
  /** Of all rows that were tested. */
  macro_f1: z.number(),
  log_loss: z.number(),
  /** The macro-F1 of each fold that was tested, in their order. */
  fold_macro_f1: z.array(z.number()),
  /** Mean wall time of training on one fold. */
  fit_seconds: z.number(),
  /** Mean wall time of predicting a row. */
  predict_seconds_per_row: z.number(),
});

/** See {@linkcode trialScoresSchema}. */
export type TrialScores = z.infer<typeof trialScoresSchema>;

/** One recipe that was tried, and what came of it; without its predictions. */
export const trialSchema = z.strictObject({
  /** From 1, in the order of the search. */
  number: z.int().min(1),
  recipe: recipeSchema,
  state: z.enum(trialStates),
  /** On the first folds, which tell early what is not worth the others; null where these were not reached. */
  screening_macro_f1: z.number().nullable(),
  /** Null where no fold was finished. */
  scores: trialScoresSchema.nullable(),
  /** Why it failed. */
  problem: problemSchema.nullable(),
});

export type Trial = Readonly<z.infer<typeof trialSchema>>;

/** A trial in memory; those that were scored have the predictions of all folds. */
export interface FinishedTrial extends Trial {
  /** n×k out-of-fold probabilities of a trial that was scored. */
  readonly probabilities: Float32Array | null;
}

/** A trial that may become the model. */
export interface ScoredTrial extends FinishedTrial {
  readonly scores: TrialScores;
  readonly probabilities: Float32Array;
}

/** Whether a trial may become the model. */
export function isScored(trial: FinishedTrial): trial is ScoredTrial {
  return trial.state === "scored" && trial.scores !== null && trial.probabilities !== null;
}

/** How many trials keep their predictions in memory; no ensemble is chosen from more. */
export const mostCandidates = 30;

/** Takes the predictions from all scored trials but the best, so that a long search does not fill the memory. */
export function forgetTheRest(trials: FinishedTrial[]): void {
  const kept = new Set(trials.filter(isScored).sort(byScore).slice(0, mostCandidates + 1));
  for (const [index, trial] of trials.entries()) {
    if (isScored(trial) && !kept.has(trial)) trials[index] = { ...trial, probabilities: null };
  }
}

/** For sorting: the better trial first; of equal scores the one of smaller log-loss, then the earlier one. */
export function byScore(left: Trial, right: Trial): number {
  return (right.scores?.macro_f1 ?? -1) - (left.scores?.macro_f1 ?? -1) ||
    (left.scores?.log_loss ?? Infinity) - (right.scores?.log_loss ?? Infinity) ||
    left.number - right.number;
}
