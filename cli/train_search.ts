import { HealerError, type Problem, type Text } from "@/pipeline/problem.ts";
import type { TrainingOptions } from "@/pipeline/model/train_model.ts";
import type { TrainingTable } from "@/pipeline/model/training_table.ts";
import type { RunContext } from "@/pipeline/run_context.ts";
import { findModel, type FoundModel, searchedLearners } from "@/pipeline/tuning/find_model.ts";
import type { SearchLimit } from "@/pipeline/tuning/search_clock.ts";
import { endingOnInterrupt } from "./ending.ts";
import { userPath } from "./terminal.ts";

/** The name that stands for all learners: the search finds which one is best. */
export const automatic = "auto";

/** Seconds that the search among all learners takes unless told otherwise. */
const defaultBudget = 120;

/** What the command line says of a search. */
export interface SearchRequest {
  readonly learner: string;
  readonly budget?: number;
  readonly trials?: number;
  readonly ensemble: boolean;
  readonly param: readonly string[];
  readonly out: string;
}

/**
 * How long to search; undefined where nobody asked for a search.
 *
 * @throws {HealerError} `usage/not-in-a-search`
 */
export function searchLimit(
  { learner, budget, trials, param }: SearchRequest,
  folds: number,
): SearchLimit | undefined {
  const limit = trials !== undefined
    ? { trials }
    : budget !== undefined
    ? { seconds: budget }
    : learner === automatic
    ? { seconds: defaultBudget }
    : undefined;
  if (limit === undefined) return undefined;
  if (param.length > 0) {
    throw new HealerError(notInSearch("param", {
      en: "the search chooses the params",
      zh: "参数由搜索选择",
    }));
  }
  if (folds < 2) {
    throw new HealerError(notInSearch("folds", {
      en: "a search needs at least 2 folds",
      zh: "搜索至少需要 2 折",
    }));
  }
  return limit;
}

/** Where the list of trials of a model is. */
export function journalPath(out: string): string {
  return `${userPath(out)}.trials.jsonl`;
}

/** Searches for a model, writing down every trial beside it; the first Ctrl-C takes the best so far. */
export async function searchModel(
  table: TrainingTable,
  { learner, ensemble, out }: SearchRequest,
  limit: SearchLimit,
  options: Pick<
    TrainingOptions,
    "folds" | "validation" | "calibration" | "tuneDecision" | "keepRows"
  >,
  context: RunContext,
): Promise<FoundModel> {
  using isEnding = endingOnInterrupt();
  return await findModel(table, {
    ...options,
    limit,
    isEnding,
    learners: learner === automatic ? searchedLearners() : [learner],
    steps: [],
    ensemble: ensemble && learner === automatic,
    journal: journalPath(out),
  }, context);
}

function notInSearch(param: string, reason: Text): Problem<"usage/not-in-a-search"> {
  return {
    code: "usage/not-in-a-search",
    message: {
      en: `Cannot search with --${param}: ${reason.en}.`,
      zh: `搜索时不能使用 --${param}：${reason.zh}。`,
    },
    place: { param },
    hint: {
      en: `Leave out --${param}, or train one learner without --trials and --budget.`,
      zh: `请去掉 --${param}，或不带 --trials 与 --budget 训练单个学习器。`,
    },
  };
}
