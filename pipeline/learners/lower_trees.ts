import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { TreeEnsemble } from "./tree_ensemble.ts";

/**
 * Adds `ensemble` as one TreeEnsembleRegressor (ai.onnx.ml 3) that sums its trees; returns the name of the
 * sums, float32 [n, k]. The weight of the training rows at each node stands in `nodes_hitrates`.
 *
 * A regressor also for classes: TreeEnsembleClassifier gives wrong labels for two classes in onnxruntime.
 */
export function lowerTrees(ensemble: TreeEnsemble, graph: GraphBuilder, input: string): string {
  const { roots, feature, leafStart } = ensemble;
  const nodes = feature.length;
  const tree = new Array<number>(nodes);
  const id = new Array<number>(nodes);
  const left = new Array<number>(nodes);
  const right = new Array<number>(nodes);
  const leafTree: number[] = [];
  const leafNode: number[] = [];
  for (let index = 0; index < roots.length - 1; index++) {
    const root = roots[index]!;
    for (let node = root; node < roots[index + 1]!; node++) {
      const isLeaf = feature[node]! < 0;
      tree[node] = index;
      id[node] = node - root;
      left[node] = isLeaf ? 0 : ensemble.left[node]! - root;
      right[node] = isLeaf ? 0 : ensemble.right[node]! - root;
      for (let entry = leafStart[node]!; entry < leafStart[node + 1]!; entry++) {
        leafTree.push(index);
        leafNode.push(node - root);
      }
    }
  }
  return graph.machineLearningNode("TreeEnsembleRegressor", [input], {
    n_targets: { int: ensemble.outputs },
    aggregate_function: { string: "SUM" },
    post_transform: { string: "NONE" },
    nodes_treeids: { ints: tree },
    nodes_nodeids: { ints: id },
    nodes_modes: { strings: Array.from(feature, (split) => split < 0 ? "LEAF" : "BRANCH_LEQ") },
    nodes_featureids: { ints: Array.from(feature, (split) => Math.max(split, 0)) },
    nodes_values: { floats: ensemble.threshold },
    nodes_truenodeids: { ints: left },
    nodes_falsenodeids: { ints: right },
    nodes_missing_value_tracks_true: { ints: Array.from(ensemble.missingLeft) },
    nodes_hitrates: { floats: ensemble.cover },
    target_treeids: { ints: leafTree },
    target_nodeids: { ints: leafNode },
    target_ids: { ints: Array.from(ensemble.leafOutput) },
    target_weights: { floats: ensemble.leafValue },
  });
}
