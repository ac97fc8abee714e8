import type { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";

/** A decision tree as parallel arrays over its nodes; node 0 is the root. */
export interface DecisionTree {
  /** The feature a node splits on, or -1 for a leaf. */
  readonly features: ArrayLike<number>;
  /** A value up to the threshold goes left; both are float32. */
  readonly thresholds: ArrayLike<number>;
  /** The node where values up to the threshold go on. */
  readonly left: ArrayLike<number>;
  /** The node where values above the threshold go on. */
  readonly right: ArrayLike<number>;
  /** Nonzero where a missing value goes left. */
  readonly missingLeft: ArrayLike<number>;
  /** The targets that the leaves of this tree add to. */
  readonly targets: readonly number[];
  /** nodes×targets row-major: what a leaf adds to each of them; splits are not looked at. */
  readonly weights: ArrayLike<number>;
}

/**
 * Adds a sum of trees as one TreeEnsembleRegressor; returns the name of its float32 [n, targetCount]. The base
 * values are an attribute of the node.
 */
export function treeEnsemble(
  graph: GraphBuilder,
  input: string,
  trees: readonly DecisionTree[],
  targetCount: number,
  baseValues?: ArrayLike<number>,
): string {
  const nodes = {
    trees: [] as number[],
    ids: [] as number[],
    features: [] as number[],
    thresholds: [] as number[],
    modes: [] as string[],
    left: [] as number[],
    right: [] as number[],
    missingLeft: [] as number[],
  };
  const leaves = {
    trees: [] as number[],
    nodes: [] as number[],
    targets: [] as number[],
    weights: [] as number[],
  };
  for (const [treeId, tree] of trees.entries()) {
    for (let node = 0; node < tree.features.length; node++) {
      const isLeaf = tree.features[node]! < 0;
      nodes.trees.push(treeId);
      nodes.ids.push(node);
      nodes.features.push(isLeaf ? 0 : tree.features[node]!);
      nodes.thresholds.push(isLeaf ? 0 : tree.thresholds[node]!);
      nodes.modes.push(isLeaf ? "LEAF" : "BRANCH_LEQ");
      nodes.left.push(isLeaf ? 0 : tree.left[node]!);
      nodes.right.push(isLeaf ? 0 : tree.right[node]!);
      nodes.missingLeft.push(!isLeaf && tree.missingLeft[node]! !== 0 ? 1 : 0);
      if (!isLeaf) continue;
      for (const [index, target] of tree.targets.entries()) {
        leaves.trees.push(treeId);
        leaves.nodes.push(node);
        leaves.targets.push(target);
        leaves.weights.push(tree.weights[node * tree.targets.length + index]!);
      }
    }
  }
  return graph.machineLearningNode("TreeEnsembleRegressor", [input], {
    n_targets: { int: targetCount },
    aggregate_function: { string: "SUM" },
    post_transform: { string: "NONE" },
    nodes_treeids: { ints: nodes.trees },
    nodes_nodeids: { ints: nodes.ids },
    nodes_featureids: { ints: nodes.features },
    nodes_values: { floats: Float32Array.from(nodes.thresholds) },
    nodes_modes: { strings: nodes.modes },
    nodes_truenodeids: { ints: nodes.left },
    nodes_falsenodeids: { ints: nodes.right },
    nodes_missing_value_tracks_true: { ints: nodes.missingLeft },
    target_treeids: { ints: leaves.trees },
    target_nodeids: { ints: leaves.nodes },
    target_ids: { ints: leaves.targets },
    target_weights: { floats: Float32Array.from(leaves.weights) },
    ...(baseValues && { base_values: { floats: Float32Array.from(baseValues) } }),
  });
}
