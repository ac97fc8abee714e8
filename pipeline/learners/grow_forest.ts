import { Random } from "../random.ts";
import type { RunContext } from "../run_context.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { classWeights } from "./class_weight.ts";
import type { BinnedMatrix } from "./histogram_bins.ts";
import { joinTrees, type TreeEnsemble } from "./tree_ensemble.ts";
import { TreeGrower, type TreeOptions } from "./tree_grower.ts";

/** How the trees of a forest are grown. */
export interface ForestOptions {
  readonly tree: TreeOptions;
  /** Whether each tree gets rows drawn with replacement; else it gets all rows. */
  readonly bootstrap: boolean;
  /** Whether classes weigh the same: over all rows, over the rows of each tree, or not at all. */
  readonly classWeight: "none" | "balanced" | "balanced-subsample";
}

/** Some of the trees of a forest, and what they are grown on. */
export interface ForestTask {
  readonly binned: BinnedMatrix;
  readonly labels: Labels;
  readonly options: ForestOptions;
  /** One for each tree. */
  readonly seeds: readonly number[];
  /** n×k: gets what each tree says of the rows it has not seen (`TreeGrower.addVotes`); without bootstrap nothing. */
  readonly votes: Int32Array<SharedArrayBuffer>;
}

/** A seed for each tree, so that trees can be grown in any order and place. */
export function treeSeeds(seed: number, count: number): number[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => random.uint32());
}

/** A tree for each of the seeds, in their order, whose leaves hold the shares of their classes. */
export function growTrees(task: ForestTask, context: RunContext): TreeEnsemble {
  const { binned, labels, seeds, votes } = task;
  const { tree, bootstrap, classWeight } = task.options;
  const classCount = labels.classes.length;
  const grower = new TreeGrower(binned, labels, tree);
  const draws = new Uint8Array(binned.rows).fill(1);
  const weights = classWeight === "none"
    ? new Float64Array(classCount).fill(1)
    : balancedWeights(labels, draws);
  const trees = seeds.map((seed, index) => {
    const alive = () => context.progress(index / seeds.length);
    alive();
    const random = new Random(seed);
    if (bootstrap) drawRows(draws, random);
    const treeWeights = classWeight === "balanced-subsample"
      ? balancedWeights(labels, draws)
      : weights;
    const grown = grower.grow(draws, treeWeights, random, alive);
    if (bootstrap) grower.addVotes(draws, votes);
    return grown;
  });
  return joinTrees(trees, classCount);
}

/** Draws as many rows as there are, with replacement. */
function drawRows(draws: Uint8Array, random: Random): void {
  draws.fill(0);
  for (let draw = 0; draw < draws.length; draw++) draws[random.below(draws.length)]!++;
}

/** What one draw of each class weighs, so that all classes that were drawn weigh the same in sum. */
export function balancedWeights({ classes, codes }: Labels, draws: Uint8Array): Float64Array {
  const counts = new Float64Array(classes.length);
  for (let row = 0; row < draws.length; row++) counts[codes[row]!]! += draws[row]!;
  return classWeights(counts, "balanced");
}
