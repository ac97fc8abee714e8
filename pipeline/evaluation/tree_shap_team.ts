import type { TreeEnsemble } from "../learners/tree_ensemble.ts";
import type { RunContext } from "../run_context.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import { WorkerTeam } from "../worker_team.ts";
import { treeShap, type TreeShapOptions } from "./tree_shap.ts";

/** Some rows for a worker. */
export interface TreeShapTask {
  readonly trees: TreeEnsemble;
  readonly matrix: FeatureMatrix;
  readonly options: TreeShapOptions;
}

/** Fewer visits of a row to a node than this, some 0.2 s of work, are not worth starting a thread. */
const visitsPerThread = 2_000_000;

/** What {@linkcode treeShap} gives, the rows shared out over as many threads as the context allows. */
export async function treeShapOnThreads(
  trees: TreeEnsemble,
  matrix: FeatureMatrix,
  options: TreeShapOptions,
  context: RunContext,
): Promise<Float64Array> {
  const visits = matrix.rows * trees.feature.length;
  const worth = Math.min(matrix.rows, Math.floor(visits / visitsPerThread));
  const threads = Math.min(context.threads ?? 1, worth);
  if (threads < 2) return treeShap(trees, matrix, options, context);
  const edges = Array.from(
    { length: threads + 1 },
    (_, index) => Math.floor(index * matrix.rows / threads),
  );
  const tasks = edges.slice(1).map((to, index): TreeShapTask => {
    const from = edges[index]!;
    const width = matrix.names.length;
    const { outputOf } = options;
    return {
      trees,
      matrix: {
        names: matrix.names,
        rows: to - from,
        values: matrix.values.slice(from * width, to * width),
      },
      options: { ...options, ...(outputOf ? { outputOf: outputOf.slice(from, to) } : {}) },
    };
  });
  const module = new URL("./tree_shap_worker.ts", import.meta.url);
  using team = new WorkerTeam<TreeShapTask, Float64Array>(module, threads);
  const parts = await team.run(tasks, context);
  const contributions = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    contributions.set(part, start);
    start += part.length;
  }
  return contributions;
}
