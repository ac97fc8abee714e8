import { partOf, type RunContext } from "../run_context.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import { WorkerTeam } from "../worker_team.ts";
import { type ForestOptions, type ForestTask, growTrees, treeSeeds } from "./grow_forest.ts";
import { binMatrix } from "./histogram_bins.ts";
import { leafVotes } from "./leaf_votes.ts";
import type { TrainingContext } from "./learner.ts";
import { outOfBagNotice, type OutOfBagScore, outOfBagScore } from "./out_of_bag.ts";
import { joinTrees, type TreeEnsemble } from "./tree_ensemble.ts";

/** What a forest has learnt: trees whose leaves sum up to class probabilities. */
export interface ForestFitted {
  readonly trees: TreeEnsemble;
  /** How well the trees tell the rows they have not seen; null where they have seen all. */
  readonly outOfBag: OutOfBagScore | null;
}

/** The share of the progress that the bins take. */
const binningShare = 0.05;

/** Below so many values × trees one thread is done before another has started. */
const leastSharedWork = 2e7;

/** Small tasks keep all workers busy until the end. */
const tasksPerThread = 4;

/** A forest of `treeCount` trees; the same for any number of threads. */
export async function fitForest(
  matrix: FeatureMatrix,
  labels: Labels,
  options: ForestOptions,
  treeCount: number,
  context: TrainingContext,
): Promise<ForestFitted> {
  const binned = binMatrix(matrix, partOf(context, 0, binningShare));
  const seeds = treeSeeds(context.seed, treeCount);
  const votes = new Int32Array(new SharedArrayBuffer(4 * matrix.rows * labels.classes.length));
  const trees = joinTrees(
    await growParts({ binned, labels, options, seeds, votes }, partOf(context, binningShare, 1)),
    labels.classes.length,
  );
  const outOfBag = outOfBagScore(labels, votes);
  if (outOfBag !== null) context.notice(outOfBagNotice(outOfBag));
  return { trees: { ...trees, leafValue: leafVotes(trees) }, outOfBag };
}

async function growParts(task: ForestTask, context: RunContext): Promise<TreeEnsemble[]> {
  const { binned, seeds } = task;
  const threads = Math.min(context.threads ?? 1, seeds.length);
  if (threads < 2 || binned.bins.length * seeds.length < leastSharedWork) {
    return [growTrees(task, context)];
  }
  const size = Math.ceil(seeds.length / (tasksPerThread * threads));
  const tasks = Array.from({ length: Math.ceil(seeds.length / size) }, (_, index): ForestTask => ({
    ...task,
    seeds: seeds.slice(index * size, (index + 1) * size),
  }));
  using team = new WorkerTeam<ForestTask, TreeEnsemble>(
    new URL("./forest_worker.ts", import.meta.url),
    threads,
  );
  return await team.run(tasks, context);
}
