import type { Attribute, OnnxNode } from "../onnx/onnx_model.ts";
import { emptyTrees, type TreeEnsemble } from "./tree_ensemble.ts";

/**
 * The trees of a TreeEnsembleRegressor as {@linkcode lowerTrees} writes it, the weight of the training rows at
 * each node among them; null for a node of any other form: another operator, splits other than BRANCH_LEQ,
 * base values, a mean instead of a sum, nodes out of order, no weights, or nodes that make up no trees.
 */
export function readTrees(node: OnnxNode): TreeEnsemble | null {
  if (node.op !== "TreeEnsembleRegressor" || node.domain !== "ai.onnx.ml") return null;
  const { attributes } = node;
  if (textOf(attributes["aggregate_function"], "SUM") !== "SUM") return null;
  if (textOf(attributes["post_transform"], "NONE") !== "NONE") return null;
  if (floatsOf(attributes["base_values"]).some((value) => value !== 0)) return null;
  const treeIds = intsOf(attributes["nodes_treeids"]);
  const roots = rootsOf(treeIds, intsOf(attributes["nodes_nodeids"]));
  const outputs = attributes["n_targets"];
  if (roots === null || outputs === undefined || !("int" in outputs)) return null;

  const entries = intsOf(attributes["target_ids"]).length;
  const size = { trees: roots.length - 1, nodes: treeIds.length, entries, outputs: outputs.int };
  const trees = emptyTrees(size);
  trees.roots.set(roots);
  return readNodes(node, trees) && readLeaves(node, trees) && isForest(trees) ? trees : null;
}

/** Where each tree starts; null where the nodes of a tree do not follow each other, counted from 0. */
function rootsOf(treeIds: readonly number[], nodeIds: readonly number[]): number[] | null {
  const roots: number[] = [];
  const seen = new Set<number>();
  for (const [node, tree] of treeIds.entries()) {
    if (node === 0 || tree !== treeIds[node - 1]) {
      if (seen.has(tree)) return null;
      seen.add(tree);
      roots.push(node);
    }
    if (nodeIds[node] !== node - roots.at(-1)!) return null;
  }
  return roots.length === 0 || nodeIds.length !== treeIds.length
    ? null
    : [...roots, treeIds.length];
}

/** Fills in splits and weights; false where a list has another length than there are nodes. */
function readNodes({ attributes }: OnnxNode, trees: TreeEnsemble): boolean {
  const modes = attributes["nodes_modes"];
  const splits = intsOf(attributes["nodes_featureids"]);
  const thresholds = floatsOf(attributes["nodes_values"]);
  const left = intsOf(attributes["nodes_truenodeids"]);
  const right = intsOf(attributes["nodes_falsenodeids"]);
  const covers = floatsOf(attributes["nodes_hitrates"]);
  const holes = intsOf(attributes["nodes_missing_value_tracks_true"]);
  if (modes === undefined || !("strings" in modes)) return false;
  const nodes = trees.feature.length;
  const lists = [modes.strings, splits, thresholds, left, right, covers];
  if (lists.some(({ length }) => length !== nodes)) return false;
  if (holes.length !== 0 && holes.length !== nodes) return false;

  trees.threshold.set(thresholds);
  trees.cover.set(covers);
  trees.missingLeft.set(holes);
  for (let tree = 0; tree < trees.roots.length - 1; tree++) {
    const root = trees.roots[tree]!;
    for (let node = root; node < trees.roots[tree + 1]!; node++) {
      const mode = modes.strings[node];
      if (mode !== "LEAF" && mode !== "BRANCH_LEQ") return false;
      trees.feature[node] = mode === "LEAF" ? -1 : splits[node]!;
      if (mode === "LEAF") continue;
      trees.left[node] = root + left[node]!;
      trees.right[node] = root + right[node]!;
    }
  }
  return true;
}

/** Fills in what leaves add; false where an entry names no leaf or output, or comes out of order. */
function readLeaves({ attributes }: OnnxNode, trees: TreeEnsemble): boolean {
  const treeIds = intsOf(attributes["target_treeids"]);
  const nodeIds = intsOf(attributes["target_nodeids"]);
  const outputs = intsOf(attributes["target_ids"]);
  const weights = floatsOf(attributes["target_weights"]);
  const lists = [treeIds, nodeIds, outputs, weights];
  if (lists.some(({ length }) => length !== outputs.length)) return false;
  const numbers = intsOf(attributes["nodes_treeids"]);
  const rootOf = new Map([...trees.roots.subarray(0, -1)].map((root) => [numbers[root]!, root]));
  let last = 0;
  for (const [entry, output] of outputs.entries()) {
    const node = (rootOf.get(treeIds[entry]!) ?? NaN) + nodeIds[entry]!;
    if (!(node >= last) || trees.feature[node] !== -1) return false;
    if (output < 0 || output >= trees.outputs) return false;
    trees.leafStart[node + 1]!++;
    last = node;
  }
  for (let node = 0; node < trees.feature.length; node++) {
    trees.leafStart[node + 1]! += trees.leafStart[node]!;
  }
  trees.leafOutput.set(outputs);
  trees.leafValue.set(weights);
  return true;
}

/** Whether every node is reached from the root of its tree, in just one way. */
function isForest({ roots, feature, left, right }: TreeEnsemble): boolean {
  const reached = new Uint8Array(feature.length);
  let count = 0;
  for (let tree = 0; tree < roots.length - 1; tree++) {
    const stack = [roots[tree]!];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (node < roots[tree]! || node >= roots[tree + 1]! || reached[node] === 1) return false;
      reached[node] = 1;
      count++;
      if (feature[node]! >= 0) stack.push(left[node]!, right[node]!);
    }
  }
  return count === feature.length;
}

function textOf(attribute: Attribute | undefined, absent: string): string {
  return attribute !== undefined && "string" in attribute ? attribute.string : absent;
}

function intsOf(attribute: Attribute | undefined): readonly number[] {
  return attribute !== undefined && "ints" in attribute ? attribute.ints : [];
}

function floatsOf(attribute: Attribute | undefined): Float32Array {
  return attribute !== undefined && "floats" in attribute ? attribute.floats : new Float32Array();
}
