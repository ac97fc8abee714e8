import type { Split } from "../evaluation/split.ts";
import type { FoldOptions } from "../model/cross_validation.ts";
import type { Notice } from "../problem.ts";
import { cancelled, type RunContext } from "../run_context.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import { tuningNotice } from "./problems.ts";
import { type PlannedTrial, SearchPlan, type SearchPlanOptions } from "./search_plan.ts";
import { byScore, type FinishedTrial, forgetTheRest, isScored } from "./trial.ts";
import { TrialRunner, TrialStopped } from "./trial_runner.ts";

/** How long to search: so many trials, which can be repeated, or so much wall time. */
export type SearchLimit = { readonly trials: number } | { readonly seconds: number };

/** What is searched, and how long. */
export interface SearchOptions extends Omit<SearchPlanOptions, "seed" | "width"> {
  readonly limit: SearchLimit;
  /** The folds on which every recipe is tried. */
  readonly splits: readonly Split[];
  readonly foldOptions: FoldOptions;
  /** How many models the final one may be made of: time is set aside for training them. */
  readonly members: number;
  /** The trials of an earlier run of the same search, and how long they took. */
  readonly earlier?: { readonly trials: readonly FinishedTrial[]; readonly elapsedSeconds: number };
  /** Is told every trial once it is over, with the time the search has taken. */
  readonly onTrial?: (trial: FinishedTrial, elapsedSeconds: number) => void;
  /** Whether the user wants the best so far, now. */
  readonly isEnding?: () => boolean;
  /** Milliseconds of a clock that only goes forward; the machine's own by default. */
  readonly now?: () => number;
}

/** What a search found, in the order in which it was tried. */
export interface SearchResult {
  readonly trials: readonly FinishedTrial[];
  readonly notices: readonly Notice[];
}

/** The share of the time left that one trial may take. */
const trialShare = 0.35;
/** Training on all rows takes longer than on those of a fold, and is then to be proved. */
const finalFactor = 1.5, finalShare = 0.05;

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
  const clock = new SearchClock(options);
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

/** Knows when a search is over; its times are seconds since the beginning, earlier runs counted in. */
class SearchClock {
  private readonly now: () => number;
  private readonly start: number;
  private readonly limit: SearchLimit;
  private readonly members: number;

  constructor({ now = () => performance.now(), earlier, limit, members }: SearchOptions) {
    this.now = now;
    this.start = now() - 1000 * (earlier?.elapsedSeconds ?? 0);
    this.limit = limit;
    this.members = members;
  }

  elapsedSeconds(): number {
    return (this.now() - this.start) / 1000;
  }

  isOver(trials: readonly FinishedTrial[]): boolean {
    if ("trials" in this.limit) return trials.length >= this.limit.trials;
    return trials.length > 0 && this.elapsedSeconds() >= this.end(trials);
  }

  /** How much of the search is done after a number of trials. */
  fraction(trials: number): number {
    const share = "trials" in this.limit
      ? trials / this.limit.trials
      : this.elapsedSeconds() / this.limit.seconds;
    return Math.min(1, share);
  }

  /** When the next trial has to be over. */
  endOfTrial(trials: readonly FinishedTrial[]): number {
    if (trials.length === 0) return Infinity;
    const elapsed = this.elapsedSeconds();
    return elapsed + trialShare * Math.max(0, this.end(trials) - elapsed);
  }

  /** When the search has to be over, so that the final model can be trained within the budget. */
  private end(trials: readonly FinishedTrial[]): number {
    if ("trials" in this.limit) return Infinity;
    const { seconds } = this.limit;
    const final = trials.filter(isScored).toSorted(byScore).slice(0, this.members)
      .reduce((sum, { scores }) => sum + scores.fit_seconds, 0);
    return seconds - Math.min(seconds / 2, finalFactor * final + finalShare * seconds);
  }
}
