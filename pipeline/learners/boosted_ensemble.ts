import type { BinnedTree } from "./boosted_tree.ts";
import type { BinnedMatrix } from "./histogram_bins.ts";
import { emptyTrees, type TreeEnsemble } from "./tree_ensemble.ts";

/** As a threshold: all finite values go left. */
const largestFloat32 = 3.4028234663852886e38;

/** All trees as one ensemble over all classes; those of `rounds` stand for the classes `indices`. */
export function boostedEnsemble(
  rounds: readonly (readonly BinnedTree[])[],
  { thresholds }: BinnedMatrix,
  indices: readonly number[],
  classCount: number,
): TreeEnsemble {
  const trees = rounds.flat();
  const nodes = trees.reduce((sum, { column }) => sum + column.length, 0);
  // A tree that only ever splits in two has one leaf more than it has splits.
  const entries = (nodes + trees.length) / 2;
  const ensemble = emptyTrees({ trees: trees.length, nodes, entries, outputs: classCount });
  let node = 0, entry = 0;
  for (const [index, tree] of trees.entries()) {
    const root = node;
    ensemble.roots[index] = root;
    for (const [own, column] of tree.column.entries()) {
      ensemble.feature[node] = column;
      ensemble.cover[node] = tree.cover[own]!;
      ensemble.leafStart[node] = entry;
      if (column < 0) {
        ensemble.leafOutput[entry] = indices[index % indices.length]!;
        ensemble.leafValue[entry++] = tree.value[own]!;
      } else {
        ensemble.threshold[node] = thresholds[column]![tree.bin[own]!] ?? largestFloat32;
        ensemble.missingLeft[node] = tree.missingLeft[own]!;
        ensemble.left[node] = root + tree.left[own]!;
        ensemble.right[node] = root + tree.left[own]! + 1;
      }
      node++;
    }
  }
  ensemble.roots[trees.length] = node;
  ensemble.leafStart[node] = entry;
  return ensemble;
}
