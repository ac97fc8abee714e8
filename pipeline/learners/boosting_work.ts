import type { RunContext } from "../run_context.ts";
import { type BinnedTree, BoostedTreeGrower } from "./boosted_tree.ts";
import type { BoostingData } from "./boosting_data.ts";
import { updateProbabilities } from "./boosting_gradients.ts";

/** A share of a boosting round that one thread does. */
export type BoostingTask =
  | {
    readonly type: "probabilities";
    readonly data: BoostingData;
    readonly firstBlock: number;
    readonly endBlock: number;
  }
  | {
    /** Grow trees in one area as long as there are classes that wait for theirs. */
    readonly type: "trees";
    readonly data: BoostingData;
    readonly area: number;
    /** A seed for the tree of each class. */
    readonly seeds: readonly number[];
  };

/** The tree of one class. */
export interface ClassTree {
  readonly code: number;
  readonly tree: BinnedTree;
}

/** Does the tasks of one boosting in one thread; returns the trees that were grown. */
export function boostingWork(): (task: BoostingTask, context: RunContext) => ClassTree[] {
  const growers = new Map<number, BoostedTreeGrower>();
  return (task, context) => {
    if (task.type === "probabilities") {
      updateProbabilities(task.data, task.firstBlock, task.endBlock, context);
      return [];
    }
    const { data, area, seeds } = task;
    const grower = growers.get(area) ?? new BoostedTreeGrower(data, data.areas[area]!);
    growers.set(area, grower);
    return growTrees(grower, data, seeds, context);
  };
}

function growTrees(
  grower: BoostedTreeGrower,
  { memory, nextClass, classCount, areas }: BoostingData,
  seeds: readonly number[],
  context: RunContext,
): ClassTree[] {
  const next = new Int32Array(memory.buffer, nextClass, 1);
  const grown: ClassTree[] = [];
  const alive = (): void => context.progress(Math.min(1, grown.length * areas.length / classCount));
  for (;;) {
    const code = Atomics.add(next, 0, 1);
    if (code >= classCount) return grown;
    alive();
    grown.push({ code, tree: grower.grow(code, seeds[code]!, alive) });
  }
}
