import { byScore, type FinishedTrial, isScored } from "./trial.ts";

/** How long to search: so many trials, which can be repeated, or so much wall time. */
export type SearchLimit = { readonly trials: number } | { readonly seconds: number };

/** What a clock has to know of a search. */
export interface ClockOptions {
  readonly limit: SearchLimit;
  /** How many models the final one may be made of: time is set aside for training them. */
  readonly members: number;
  /** How long earlier runs of the same search took. */
  readonly earlier?: { readonly elapsedSeconds: number };
  /** Milliseconds of a clock that only goes forward; the machine's own by default. */
  readonly now?: () => number;
}

/** One trial may take this share of the time left, or so many times what the longest took that was scored. */
const trialShare = 0.35, trialFactor = 2;
/** Training on all rows takes longer than on those of a fold, and is then to be proved. */
const finalFactor = 1.5, finalShare = 0.05;

/** Knows when a search is over; its times are seconds since the beginning, earlier runs counted in. */
export class SearchClock {
  private readonly now: () => number;
  private readonly start: number;

  /** @param threads How many folds are trained at the same time. */
  constructor(private readonly options: ClockOptions, private readonly threads = 1) {
    this.now = options.now ?? (() => performance.now());
    this.start = this.now() - 1000 * (options.earlier?.elapsedSeconds ?? 0);
  }

  elapsedSeconds(): number {
    return (this.now() - this.start) / 1000;
  }

  /** Whether no more trial is to begin: the limit is reached, or the time left is not enough for any. */
  isOver(trials: readonly FinishedTrial[]): boolean {
    const { limit } = this.options;
    if ("trials" in limit) return trials.length >= limit.trials;
    if (trials.length === 0) return false;
    const shortest = Math.min(...this.secondsOfLearners(trials), Infinity);
    const needed = Number.isFinite(shortest) ? shortest : 0;
    return this.elapsedSeconds() + needed >= this.end(trials);
  }

  /** How much of the search is done after a number of trials. */
  fraction(trials: number): number {
    const { limit } = this.options;
    const share = "trials" in limit ? trials / limit.trials : this.elapsedSeconds() / limit.seconds;
    return Math.min(1, share);
  }

  /** When the next trial has to be over; the first one is never cut short. */
  endOfTrial(trials: readonly FinishedTrial[]): number {
    if (trials.length === 0) return Infinity;
    const elapsed = this.elapsedSeconds(), end = this.end(trials);
    const longest = Math.max(...this.secondsOfLearners(trials), 0);
    const allowed = Math.max(trialShare * (end - elapsed), trialFactor * longest);
    return Math.min(end, elapsed + allowed);
  }

  /** When the search has to be over, so that the final model can be trained within the budget. */
  private end(trials: readonly FinishedTrial[]): number {
    const { limit, members } = this.options;
    if ("trials" in limit) return Infinity;
    const final = trials.filter(isScored).toSorted(byScore).slice(0, members)
      .reduce((sum, { scores }) => sum + scores.fit_seconds, 0);
    const reserve = finalFactor * final + finalShare * limit.seconds;
    return limit.seconds - Math.min(limit.seconds / 2, reserve);
  }

  /** About how long each trial took that was scored, but for the first, which is the baseline. */
  private secondsOfLearners(trials: readonly FinishedTrial[]): number[] {
    return trials.slice(1).flatMap(({ state, scores }) => {
      if (state !== "scored" || scores === null) return [];
      const folds = scores.fold_macro_f1.length;
      return scores.fit_seconds * Math.ceil(folds / Math.min(folds, this.threads));
    });
  }
}
