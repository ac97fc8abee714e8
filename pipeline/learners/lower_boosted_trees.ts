import type { GraphBuilder } from "../onnx/graph_builder.ts";
import { lowerTrees } from "./lower_trees.ts";
import { emptyTrees, firstNodes, joinTrees, type TreeEnsemble } from "./tree_ensemble.ts";

/** With more classes, a node for each costs more than it saves. */
const mostNodes = 64;

/**
 * Adds trees that each have values for one output only, in the form that onnxruntime sums up fastest (by half, on
 * 600 trees): a TreeEnsembleRegressor for each output, and no splits that take holes left, see
 * {@linkcode withHolesRight}. Returns the name of the sums, float32 [n, k].
 */
export function lowerBoostedTrees(
  ensemble: TreeEnsemble,
  graph: GraphBuilder,
  input: string,
): string {
  const { trees, negated } = withHolesRight(ensemble);
  const columns = negated.length === 0 ? input : graph.node("Concat", [
    graph.node("Neg", [
      graph.node("Gather", [input, graph.integers("negated_columns", negated)], {
        axis: { int: 1 },
      }),
    ]),
    input,
  ], { axis: { int: 1 } });
  if (trees.outputs === 1 || trees.outputs > mostNodes) return lowerTrees(trees, graph, columns);
  const sums = treesByOutput(trees).map((own) => lowerTrees(own, graph, columns));
  return graph.node("Concat", sums, { axis: { int: 1 } });
}

/**
 * The same trees on the columns `negated`, with their signs turned, in front of all columns: no split of them
 * takes holes left. One that did, `x <= t`, asks of the negated column whether −x is below −t instead, which is
 * so for what went right and for no hole, and its sides change places.
 */
export function withHolesRight(
  ensemble: TreeEnsemble,
): { readonly trees: TreeEnsemble; readonly negated: readonly number[] } {
  const { feature, missingLeft, left, right, threshold } = ensemble;
  const turned = (node: number): boolean => feature[node]! >= 0 && missingLeft[node] === 1;
  const negated = [...new Set(feature.filter((_, node) => turned(node)))].sort((a, b) => a - b);
  const placeOf = new Map(negated.map((column, place) => [column, place]));
  return {
    negated,
    trees: {
      ...ensemble,
      missingLeft: new Uint8Array(missingLeft.length),
      feature: feature.map((column, node) =>
        turned(node) ? placeOf.get(column)! : column < 0 ? column : column + negated.length
      ),
      threshold: threshold.map((value, node) => turned(node) ? nextBelow(-value) : value),
      left: left.map((child, node) => turned(node) ? right[node]! : child),
      right: right.map((child, node) => turned(node) ? left[node]! : child),
    },
  };
}

/** For each output the trees that have a value for it, as an ensemble of one output; a zero where there is none. */
function treesByOutput(ensemble: TreeEnsemble): TreeEnsemble[] {
  const { outputs, roots, leafStart, leafOutput } = ensemble;
  const parts = Array.from({ length: outputs }, (): TreeEnsemble[] => []);
  for (let tree = 0; tree < roots.length - 1; tree++) {
    const entry = leafStart[roots[tree]!]!;
    if (entry < leafStart[roots[tree + 1]!]!) {
      parts[leafOutput[entry]!]!.push(oneTree(ensemble, tree));
    }
  }
  return parts.map((trees) => joinTrees(trees.length > 0 ? trees : [zeroLeaf()], 1));
}

/** A tree of the ensemble by itself, all its values for the one output. */
function oneTree(ensemble: TreeEnsemble, tree: number): TreeEnsemble {
  const first = ensemble.roots[tree]!, end = ensemble.roots[tree + 1]!;
  const firstEntry = ensemble.leafStart[first]!, endEntry = ensemble.leafStart[end]!;
  const children = (numbers: Int32Array): Int32Array =>
    numbers.subarray(first, end).map((child) => Math.max(0, child - first));
  return {
    outputs: 1,
    roots: Int32Array.of(0, end - first),
    feature: ensemble.feature.subarray(first, end),
    threshold: ensemble.threshold.subarray(first, end),
    missingLeft: ensemble.missingLeft.subarray(first, end),
    left: children(ensemble.left),
    right: children(ensemble.right),
    cover: ensemble.cover.subarray(first, end),
    leafStart: ensemble.leafStart.subarray(first, end + 1).map((entry) => entry - firstEntry),
    leafOutput: new Int32Array(endEntry - firstEntry),
    leafValue: ensemble.leafValue.subarray(firstEntry, endEntry),
  };
}

function zeroLeaf(): TreeEnsemble {
  const trees = emptyTrees({ trees: 1, nodes: 1, entries: 1, outputs: 1 });
  trees.feature[0] = -1;
  trees.leafStart[1] = 1;
  return firstNodes(trees, 1);
}

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** The greatest float32 below `value`. */
function nextBelow(value: number): number {
  if (value === 0) return -(2 ** -149);
  float[0] = value;
  bits[0]! += value > 0 ? -1 : 1;
  return float[0]!;
}
