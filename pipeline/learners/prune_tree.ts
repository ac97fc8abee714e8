import { emptyTrees, firstNodes, type TreeEnsemble } from "./tree_ensemble.ts";

/**
 * The smallest subtree of one tree that has the least cost: its Gini impurity, each leaf by its share of the
 * rows, plus `costPerLeaf` for every leaf (minimal cost-complexity pruning of Breiman et al., "Classification
 * and Regression Trees", 1984; scikit-learn's `ccp_alpha`). The leaves hold class shares, before and after.
 */
export function pruneTree(tree: TreeEnsemble, costPerLeaf: number): TreeEnsemble {
  const nodes = tree.feature.length;
  const weights = classWeights(tree);
  const isLeaf = new Uint8Array(nodes);
  const cost = new Float64Array(nodes);
  // Children stand behind their parents.
  for (let node = nodes - 1; node >= 0; node--) {
    const asLeaf = leafCost(tree, weights, node) + costPerLeaf;
    const asSplit = tree.feature[node]! < 0
      ? Infinity
      : cost[tree.left[node]!]! + cost[tree.right[node]!]!;
    // Rounding must not keep a split that gains nothing.
    isLeaf[node] = asLeaf <= asSplit * (1 + 1e-12) ? 1 : 0;
    cost[node] = Math.min(asLeaf, asSplit);
  }
  return copyUpTo(tree, isLeaf, weights);
}

/** nodes×k: the weight of each class among the rows that come by each node. */
function classWeights({ feature, left, right, cover, ...tree }: TreeEnsemble): Float64Array {
  const { outputs, leafStart, leafOutput, leafValue } = tree;
  const weights = new Float64Array(feature.length * outputs);
  for (let node = feature.length - 1; node >= 0; node--) {
    const own = node * outputs;
    if (feature[node]! < 0) {
      for (let entry = leafStart[node]!; entry < leafStart[node + 1]!; entry++) {
        weights[own + leafOutput[entry]!] = leafValue[entry]! * cover[node]!;
      }
      continue;
    }
    for (let output = 0; output < outputs; output++) {
      weights[own + output] = weights[left[node]! * outputs + output]! +
        weights[right[node]! * outputs + output]!;
    }
  }
  return weights;
}

/** The Gini impurity of a node times its share of all rows. */
function leafCost({ outputs, cover }: TreeEnsemble, weights: Float64Array, node: number): number {
  let squares = 0;
  for (let output = 0; output < outputs; output++) {
    squares += weights[node * outputs + output]! ** 2;
  }
  return (cover[node]! - squares / cover[node]!) / cover[0]!;
}

/** The tree down to the first node of every branch that `isLeaf` marks. */
function copyUpTo(tree: TreeEnsemble, isLeaf: Uint8Array, weights: Float64Array): TreeEnsemble {
  const { outputs } = tree;
  const nodes = tree.feature.length;
  const copy = emptyTrees({ trees: 1, nodes, entries: nodes * outputs, outputs });
  const waiting: [node: number, parent: number][] = [[0, -1]];
  let count = 0, entries = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, parent] = next;
    const target = count++;
    if (parent >= 0) copy.right[parent] = target;
    copy.cover[target] = tree.cover[node]!;
    copy.leafStart[target] = entries;
    if (isLeaf[node] === 0) {
      copy.feature[target] = tree.feature[node]!;
      copy.threshold[target] = tree.threshold[node]!;
      copy.missingLeft[target] = tree.missingLeft[node]!;
      copy.left[target] = target + 1;
      waiting.push([tree.right[node]!, target], [tree.left[node]!, -1]);
      continue;
    }
    copy.feature[target] = -1;
    for (let output = 0; output < outputs; output++) {
      const weight = weights[node * outputs + output]!;
      if (weight === 0) continue;
      copy.leafOutput[entries] = output;
      copy.leafValue[entries++] = weight / tree.cover[node]!;
    }
  }
  copy.leafStart[count] = entries;
  return firstNodes(copy, count);
}
