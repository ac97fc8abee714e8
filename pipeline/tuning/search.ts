import type { Split } from "../evaluation/split.ts";
import type { FoldOptions } from "../model/cross_validation.ts";
import type { Notice } from "../problem.ts";
import { cancelled, type RunContext } from "../run_context.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import { tuningNotice } from "./problems.ts";
import { type ClockOptions, SearchClock } from "./search_clock.ts";
import { type PlannedTrial, SearchPlan, type SearchPlanOptions } from "./search_plan.ts";
import { byScore, type FinishedTrial, forgetTheRest, isScored } from "./trial.ts";
import { TrialRunner, TrialStopped } from "./trial_runner.ts";

/** What is searched, and how long. */
export interface SearchOptions extends Omit<SearchPlanOptions, "seed" | "width">, ClockOptions {
  /** The folds on which every recipe is tried. */
  readonly splits: readonly Split[];
  readonly foldOptions: FoldOptions;
  /** The trials of an earlier run of the same search, and how long they took. */
  readonly earlier?: { readonly trials: readonly FinishedTrial[]; readonly elapsedSeconds: number };
  /** Is told every trial once it is over, with the time the search has taken. */
  readonly onTrial?: (trial: FinishedTrial, elapsedSeconds: number) => void;
  /** Whether the user wants the best so far, now. */
  readonly isEnding?: () => boolean;
}

/** What a search found, in the order in which it was tried. */
export interface SearchResult {
  readonly trials: readonly FinishedTrial[];
  readonly notices: readonly Notice[];
}

/**
 * Tries recipes until the limit is reached, nothing is left to try, or the user wants the best so far. The first
 * trial, the baseline, is never cut short.
 *
 * @throws {HealerError} `run/cancelled`
 */
export async function search(
  matrix: FeatureMatrix,
  labels: Labels,
  options: SearchOptions,
  context: RunContext,
): Promise<SearchResult> {
  const { splits, foldOptions, limit, isEnding = () => false, earlier } = options;
  const plan = new SearchPlan({ ...options, seed: context.seed, width: matrix.names.length });
  const clock = new SearchClock(options, context.threads);
  const trials = [...earlier?.trials ?? []];
  forgetTheRest(trials);
  const notices: Notice[] = trials.length > 0 ? [tuningNotice.resumed(trials.length)] : [];
  using runner = new TrialRunner(matrix, labels, splits, foldOptions, context);
  while (!clock.isOver(trials)) {
    if (isEnding()) {
      notices.push(tuningNotice.endedEarly(trials.length));
      break;
    }
    const planned = plan.next(trials);
    if (planned === undefined) {
      notices.push(tuningNotice.spaceExhausted(trials.length));
      break;
    }
    const trial = await runTrial(planned, trials, { runner, clock, isEnding }, context);
    // What the user has cut short is to be tried again should the search go on one day.
    if (trial.state === "stopped" && isEnding()) continue;
    trials.push(trial);
    options.onTrial?.(trial, clock.elapsedSeconds());
    forgetTheRest(trials);
    const best = trials.filter(isScored).toSorted(byScore)[0];
    if (best) context.metric?.("best macro-F1", trials.length, best.scores.macro_f1);
  }
  if (isEnding() && !trials.some(isScored)) throw cancelled();
  if ("trials" in limit) return { trials: trials.slice(0, limit.trials), notices };
  return { trials, notices };
}

async function runTrial(
  { recipe, isScreened }: PlannedTrial,
  trials: readonly FinishedTrial[],
  { runner, clock, isEnding }: {
    readonly runner: TrialRunner;
    readonly clock: SearchClock;
    readonly isEnding: () => boolean;
  },
  context: RunContext,
): Promise<FinishedTrial> {
  const number = trials.length + 1;
  const end = clock.endOfTrial(trials);
  const message = { en: `trial ${number}`, zh: `第 ${number} 次试验` };
  const { threads } = context;
  const outcome = await runner.run(recipe, isScreened, trials, {
    seed: context.seed,
    ...(threads === undefined ? {} : { threads }),
    progress: (fraction) => {
      context.progress(clock.fraction(trials.length + fraction), message);
      if (isEnding() || clock.elapsedSeconds() > end) throw new TrialStopped();
    },
  });
  return { number, recipe, ...outcome };
}
