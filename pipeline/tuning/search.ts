import type { Split } from "../evaluation/split.ts";
import type { FoldOptions } from "../model/cross_validation.ts";
import { metricNames } from "../metric.ts";
import type { Notice, Text } from "../problem.ts";
import { cancelled, type RunContext } from "../run_context.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import { tuningNotice } from "./problems.ts";
import { recipeWords } from "./recipe_words.ts";
import { type ClockOptions, SearchClock } from "./search_clock.ts";
import { type PlannedTrial, SearchPlan, type SearchPlanOptions } from "./search_plan.ts";
import { type FinishedTrial, forgetTheRest, isScored } from "./trial.ts";
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
  const notices: Notice[] = [];
  for (const count of trials.keys()) tellBest(trials.slice(0, count + 1), context);
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
    tellBest(trials, context);
    context.log?.(trialWords(trial));
  }
  if (isEnding() && !trials.some(isScored)) throw cancelled();
  if ("trials" in limit) return { trials: trials.slice(0, limit.trials), notices };
  return { trials, notices };
}

/** Adds the best score so far to its curve. */
function tellBest(trials: readonly FinishedTrial[], context: RunContext): void {
  const scores = trials.flatMap(({ state, scores }) =>
    state === "scored" && scores !== null ? scores.macro_f1 : []
  );
  if (scores.length === 0) return;
  context.metric?.(metricNames.bestScore, trials.length, Math.max(...scores));
}

function trialWords({ number, recipe, state, scores }: FinishedTrial): Text {
  const words = recipeWords(recipe);
  const score = scores?.macro_f1.toFixed(3);
  const came: Text = {
    scored: { en: `macro-F1 ${score}`, zh: `宏平均 F1 ${score}` },
    dropped: { en: "dropped after the first folds", zh: "在前几折后淘汰" },
    failed: { en: "failed", zh: "失败" },
    stopped: { en: "took too long", zh: "耗时过长" },
  }[state];
  return {
    en: `trial ${number}, ${words.en}: ${came.en}`,
    zh: `第 ${number} 次试验，${words.zh}：${came.zh}`,
  };
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
