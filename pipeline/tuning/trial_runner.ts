import { evaluatePredictions } from "../evaluation/evaluate_predictions.ts";
import type { Split } from "../evaluation/split.ts";
import { stratifiedSample } from "../learners/stratified_sample.ts";
import {
  type CrossValidation,
  crossValidationOf,
  type FoldOptions,
} from "../model/cross_validation.ts";
import type { FoldAnswer } from "../model/fold_task.ts";
import { FoldTeam } from "../model/fold_team.ts";
import type { Recipe } from "../model/recipe.ts";
import { HealerError, type Problem } from "../problem.ts";
import { Random } from "../random.ts";
import { partOf, type RunContext } from "../run_context.ts";
import { type FeatureMatrix, type Labels, takeLabels } from "../table/feature_matrix.ts";
import { tuningProblem } from "./problems.ts";
import type { FinishedTrial, Trial, TrialScores } from "./trial.ts";

/** Thrown by the progress of a trial that shall end while the search goes on. */
export class TrialStopped extends Error {
  override readonly name = "TrialStopped";
}

/** How many folds screen a recipe. */
const screeningFolds = 2;
/** On larger folds, so many of their training rows screen a recipe. */
const screeningRows = 10_000;
/** One in so many recipes comes through the screening. */
const reduction = 3;

/** What a trial gives beside its number and its recipe. */
type Outcome = Omit<FinishedTrial, "number" | "recipe">;

/**
 * Tries recipes on one set of folds, the same for all. A recipe that is screened is tried on the first folds alone,
 * on few of their rows where they have many, and gets the others only if it is among the best third there:
 * successive halving (Jamieson & Talwalkar, "Non-stochastic best arm identification", AISTATS 2016) with two
 * rungs, decided as each trial gets there (Li et al., "A system for massively parallel hyperparameter
 * tuning", MLSys 2020).
 */
export class TrialRunner implements Disposable {
  private readonly team: FoldTeam;
  /** The folds that screen; as many and as large as the others where screening would save nothing. */
  private readonly screening: readonly Split[];
  private readonly isSampled: boolean;

  constructor(
    matrix: FeatureMatrix,
    private readonly labels: Labels,
    private readonly splits: readonly Split[],
    private readonly options: FoldOptions,
    context: RunContext,
  ) {
    this.team = new FoldTeam(matrix, labels, context.threads);
    const first = splits.slice(0, splits.length > screeningFolds + 1 ? screeningFolds : 0);
    this.screening = first.map((split) => sampled(split, labels, context.seed));
    this.isSampled = this.screening.some((split, fold) => split !== first[fold]);
  }

  /**
   * Tries one recipe; whatever is wrong with it becomes part of the outcome.
   *
   * @param earlier The trials so far, with which it is compared.
   * @throws {HealerError} `run/cancelled`
   */
  async run(
    recipe: Recipe,
    isScreened: boolean,
    earlier: readonly Trial[],
    context: RunContext,
  ): Promise<Outcome> {
    const nothing = { screening_macro_f1: null, scores: null, problem: null, probabilities: null };
    try {
      return await this.onFolds(recipe, isScreened, earlier, context);
    } catch (error) {
      if (error instanceof TrialStopped) return { ...nothing, state: "stopped" };
      if (error instanceof HealerError && error.problem.code === "run/cancelled") throw error;
      return { ...nothing, state: "failed", problem: problemOf(error) };
    }
  }

  /**
   * Fits a recipe on all folds.
   *
   * @throws {HealerError} for rows that a step or the learner cannot learn from, when cancelled.
   */
  async crossValidate(
    recipe: Recipe,
    context: RunContext,
  ): Promise<Omit<CrossValidation, "notices">> {
    return this.validated(await this.team.run(recipe, this.splits, context));
  }

  [Symbol.dispose](): void {
    this.team[Symbol.dispose]();
  }

  private async onFolds(
    recipe: Recipe,
    isScreened: boolean,
    earlier: readonly Trial[],
    context: RunContext,
  ): Promise<Outcome> {
    const { splits, screening } = this;
    const share = screening.length / (splits.length + (this.isSampled ? screening.length : 0));
    const first = await this.team.run(recipe, screening, partOf(context, 0, share));
    const screened = this.screeningScore(first);
    if (isScreened && screened !== null && !comesThrough(screened, earlier)) {
      return {
        state: "dropped",
        screening_macro_f1: screened,
        scores: this.scoresOf(screening, first),
        problem: null,
        probabilities: null,
      };
    }
    const known = this.isSampled ? [] : first;
    const rest = await this.team.run(
      recipe,
      splits.slice(known.length),
      partOf(context, share, 1),
    );
    const answers = [...known, ...rest];
    return {
      state: "scored",
      screening_macro_f1: screened,
      scores: this.scoresOf(splits, answers),
      problem: null,
      probabilities: this.validated(answers).probabilities,
    };
  }

  private validated(answers: readonly FoldAnswer[]): Omit<CrossValidation, "notices"> {
    return crossValidationOf(this.labels, this.options, this.splits, answers);
  }

  private screeningScore(answers: readonly FoldAnswer[]): number | null {
    return answers.length === 0 ? null : this.scoresOf(this.screening, answers).macro_f1;
  }

  private scoresOf(splits: readonly Split[], answers: readonly FoldAnswer[]): TrialScores {
    const { evaluation, timings } = crossValidationOf(this.labels, this.options, splits, answers);
    return {
      macro_f1: evaluation.macro_f1,
      log_loss: evaluation.log_loss,
      fold_macro_f1: splits.map(({ test }, fold) =>
        evaluatePredictions(takeLabels(this.labels, test), answers[fold]!.probabilities).macro_f1
      ),
      fit_seconds: mean(timings.map(({ fitSeconds }) => fitSeconds)),
      predict_seconds_per_row: mean(
        timings.map(({ predictSecondsPerRow }) => predictSecondsPerRow),
      ),
    };
  }
}

/** Whether a screening score is among the best third of all. */
function comesThrough(score: number, earlier: readonly Trial[]): boolean {
  const others = earlier.flatMap(({ screening_macro_f1 }) => screening_macro_f1 ?? []);
  const better = others.filter((other) => other > score).length;
  return better < Math.ceil((others.length + 1) / reduction);
}

function sampled(split: Split, labels: Labels, seed: number): Split {
  if (split.train.length <= screeningRows) return split;
  const { codes } = takeLabels(labels, split.train);
  const chosen = stratifiedSample(codes, screeningRows, new Random(seed));
  return { ...split, train: Int32Array.from(chosen, (position) => split.train[position]!).sort() };
}

function problemOf(error: unknown): Problem {
  if (error instanceof HealerError) return error.problem;
  const [line = ""] = String(error).split("\n");
  return tuningProblem.defect(line);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
