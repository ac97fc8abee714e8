import { learners as allLearners } from "../learners/registry.ts";
import { singleLearners } from "../learners/single_learners.ts";
import { type CrossValidation, type FoldOptions, planFolds } from "../model/cross_validation.ts";
import type { PostProcessingOptions } from "../model/post_processing.ts";
import type { Recipe } from "../model/recipe.ts";
import { type TrainedModel, type TrainingOptions, trainModel } from "../model/train_model.ts";
import type { TrainingTable } from "../model/training_table.ts";
import { foldOptionsOf } from "../model/validation.ts";
import type { Notice } from "../problem.ts";
import { partOf, type RunContext } from "../run_context.ts";
import { columnSteps, rowSteps } from "../steps/registry.ts";
import { engineVersion } from "../version.ts";
import { chooseModel } from "./choose_model.ts";
import { type LeaderboardRow, searchRecord } from "./leaderboard.ts";
import { baseline } from "./portfolio.ts";
import { tuningNotice } from "./problems.ts";
import { search, type SearchOptions } from "./search.ts";
import type { SearchLimit } from "./search_clock.ts";
import { type FinishedTrial, isScored } from "./trial.ts";
import { KeptTrials } from "./kept_trials.ts";
import { type SearchHeader, TrialJournal } from "./trial_journal.ts";

/** What is searched for, and how. */
export interface FindOptions
  extends
    Pick<TrainingOptions, "folds" | "keepRows" | "validation">,
    Partial<PostProcessingOptions>,
    Pick<SearchOptions, "isEnding" | "now"> {
  /** The learners to try beside the baseline. */
  readonly learners: readonly string[];
  /** Steps that stand in front of every recipe. */
  readonly steps: Recipe["steps"];
  readonly limit: SearchLimit;
  /** Whether the model may be made of several. */
  readonly ensemble: boolean;
  /** Where every trial is written down at once, so that the search goes on there after its end. */
  readonly journal?: string;
}

/** A model, and all that was tried to find it. */
export interface FoundModel extends TrainedModel {
  readonly leaderboard: readonly LeaderboardRow[];
}

/** The learners that are tried where none is named: all that stand alone. */
export function searchedLearners(): string[] {
  return singleLearners.map(({ name }) => name).filter((name) => name !== baseline);
}

/** How many models one may be made of. */
export const mostMembers = 8;

/** The share of the progress that the search takes. */
const searchShare = 0.85;

/**
 * Searches for the recipe, or the ensemble of several, whose out-of-fold predictions have the best macro-F1, and
 * trains it on all rows. Every recipe is scored on the same folds.
 *
 * @throws {HealerError} where the rows do not allow training, no recipe could be trained, or when cancelled.
 */
export async function findModel(
  table: TrainingTable,
  options: FindOptions,
  context: RunContext,
): Promise<FoundModel> {
  const foldOptions = foldOptionsOf(table, options);
  const plan = planFolds(table.labels, foldOptions, context.seed);
  const header = searchHeader(table, options, context.seed);
  using journal = options.journal === undefined
    ? new KeptTrials(context)
    : await TrialJournal.open(options.journal, header);
  const found = await search(table.matrix, table.labels, {
    ...options,
    learners: header.learners,
    splits: plan.splits,
    foldOptions,
    members: options.ensemble ? mostMembers : 1,
    earlier: journal,
    onTrial: (trial, elapsed) => journal.append(trial, elapsed),
  }, partOf(context, 0, searchShare));
  // Whoever names a journal wants to know; what goes on from a checkpoint gives what it would have given anyway.
  const isResumed = options.journal !== undefined && journal.trials.length > 0;
  const resumed = isResumed ? [tuningNotice.resumed(journal.trials.length)] : [];
  const notices = [...plan.notices, ...resumed, ...found.notices];
  const { trials } = found;
  const part = partOf(context, searchShare, 1);
  return await trainBest(table, { ...options, foldOptions, trials, notices }, part);
}

/** A finished search. */
export interface SearchedTrials
  extends
    Pick<FindOptions, "folds" | "keepRows" | "limit" | "ensemble">,
    Partial<PostProcessingOptions> {
  readonly foldOptions: FoldOptions;
  readonly trials: readonly FinishedTrial[];
  readonly notices: readonly Notice[];
}

/**
 * Trains what the trials say is best on all rows.
 *
 * @throws {HealerError} `tuning/none-scored`; where the proof fails; when cancelled.
 */
export async function trainBest(
  table: TrainingTable,
  searched: SearchedTrials,
  context: RunContext,
): Promise<FoundModel> {
  const { folds, keepRows, limit, ensemble, foldOptions, trials, notices } = searched;
  const { calibration = "none", tuneDecision = false } = searched;
  const { splits } = planFolds(table.labels, foldOptions, context.seed);
  const { recipe, scored, leaderboard } = chooseModel(
    table.labels,
    {
      foldOptions,
      splits,
      trials,
      calibration,
      tuneDecision,
      members: ensemble ? mostMembers : 1,
    },
    () => context.progress(0),
  );
  const all = [...notices, ...searchNotices(trials, recipe, limit)];
  const whole: CrossValidation = { ...scored, notices: all };
  const search = searchRecord(leaderboard, limit);
  const trained = await trainModel(
    table,
    recipe,
    { folds, keepRows, calibration, tuneDecision, scored: whole, search },
    context,
  );
  return { ...trained, leaderboard };
}

function searchNotices(
  trials: readonly FinishedTrial[],
  { learner }: Recipe,
  limit: SearchLimit,
): Notice[] {
  const failed = trials.filter(({ state }) => state === "failed").length;
  const notices = failed > 0 ? [tuningNotice.failed(failed, trials.length)] : [];
  if (learner.name !== baseline) return notices;
  const hasOthers = trials.some((trial) =>
    isScored(trial) && trial.recipe.learner.name !== baseline
  );
  if (hasOthers) return [...notices, tuningNotice.noBetterThanGuessing()];
  return "seconds" in limit ? [...notices, tuningNotice.budgetSpent(limit.seconds)] : notices;
}

/** What the trials of a search depend on. */
export function searchHeader(
  table: TrainingTable,
  options: FindOptions,
  seed: number,
): SearchHeader {
  const { learners, steps, folds, validation = "auto", limit, ensemble } = options;
  const { calibration = "none", tuneDecision = false } = options;
  const hasBaseline = allLearners.some(({ name }) => name === baseline);
  const others = learners.filter((name) => name !== baseline);
  return {
    format: 1,
    engine: engineVersion,
    versions: Object.fromEntries(
      [...columnSteps, ...rowSteps, ...allLearners].map(({ name, version }) => [name, version]),
    ),
    data: {
      sha256: table.source.sha256,
      rows: table.matrix.rows,
      features: [...table.matrix.names],
      columns: table.columns,
    },
    learners: hasBaseline ? [baseline, ...others] : others,
    steps: [...steps],
    folds,
    validation,
    seed,
    limit,
    ensemble,
    calibration,
    tuneDecision,
  };
}
