import { planFolds } from "@/pipeline/model/cross_validation.ts";
import type { TrainingTable } from "@/pipeline/model/training_table.ts";
import { quietContext, type RunContext } from "@/pipeline/run_context.ts";
import { search, type SearchOptions, type SearchResult } from "@/pipeline/tuning/search.ts";
import type { FinishedTrial } from "@/pipeline/tuning/trial.ts";
import { sampleTable } from "../model/sample_tables.ts";

/** Learners that are fitted in no time. */
export const quickLearners = ["dummy", "gaussian-naive-bayes", "decision-tree"];

/** Rows that are easy to tell apart, in four folds. */
export function smallTable(): TrainingTable {
  return sampleTable({ rows: 96, width: 5, classes: 3, signal: 2 });
}

/** A search over quick learners, by trials unless told otherwise. */
export async function smallSearch(
  options: Partial<SearchOptions> = {},
  context: RunContext = quietContext(5),
): Promise<SearchResult> {
  const { matrix, labels } = smallTable();
  const foldOptions = { folds: 4 };
  return await search(matrix, labels, {
    learners: quickLearners,
    steps: [],
    limit: { trials: 12 },
    splits: planFolds(labels, foldOptions, context.seed).splits,
    foldOptions,
    members: 1,
    ...options,
  }, context);
}

/** A trial without what differs from run to run. */
export function timeless({ scores, probabilities, ...trial }: FinishedTrial): unknown {
  if (scores === null) return { ...trial, probabilities };
  const { fit_seconds: _, predict_seconds_per_row: __, ...rest } = scores;
  return { ...trial, scores: rest, probabilities };
}
