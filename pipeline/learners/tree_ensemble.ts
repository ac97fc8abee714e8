import type { FeatureMatrix } from "../table/feature_matrix.ts";

/**
 * Decision trees whose leaves are summed up, as parallel arrays over the nodes of all trees. The nodes of a
 * tree follow each other and start with its root.
 */
export interface TreeEnsemble {
  /** k: how many sums a row gets. */
  readonly outputs: number;
  /** The root of each tree, and at the end the number of all nodes. */
  readonly roots: Int32Array;
  /** The feature that a node splits on; -1 for a leaf. */
  readonly feature: Int32Array;
  /** `value <= threshold`, compared in float32, goes left. */
  readonly threshold: Float32Array;
  /** 1 where a missing value goes left. */
  readonly missingLeft: Uint8Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** The weight of the training rows that came by. */
  readonly cover: Float32Array;
  /**
   * What node `i` adds is `leafValue[e]` to output `leafOutput[e]`, for `e` from `leafStart[i]` up to but
   * not with `leafStart[i + 1]`: nothing for a split, and for a leaf only the outputs it has a value for,
   * each at most once (for a single output onnxruntime takes the first value only).
   */
  readonly leafStart: Int32Array;
  readonly leafOutput: Int32Array;
  readonly leafValue: Float32Array;
}

/** An ensemble of zeros with room for as much as `size` says. */
export function emptyTrees(
  size: { trees: number; nodes: number; entries: number; outputs: number },
): TreeEnsemble {
  return {
    outputs: size.outputs,
    roots: new Int32Array(size.trees + 1),
    feature: new Int32Array(size.nodes),
    threshold: new Float32Array(size.nodes),
    missingLeft: new Uint8Array(size.nodes),
    left: new Int32Array(size.nodes),
    right: new Int32Array(size.nodes),
    cover: new Float32Array(size.nodes),
    leafStart: new Int32Array(size.nodes + 1),
    leafOutput: new Int32Array(size.entries),
    leafValue: new Float32Array(size.entries),
  };
}

/** A copy of the first `nodes` nodes of `buffer`, as an ensemble of one tree. */
export function firstNodes(buffer: TreeEnsemble, nodes: number): TreeEnsemble {
  const entries = buffer.leafStart[nodes]!;
  return {
    outputs: buffer.outputs,
    roots: Int32Array.of(0, nodes),
    feature: buffer.feature.slice(0, nodes),
    threshold: buffer.threshold.slice(0, nodes),
    missingLeft: buffer.missingLeft.slice(0, nodes),
    left: buffer.left.slice(0, nodes),
    right: buffer.right.slice(0, nodes),
    cover: buffer.cover.slice(0, nodes),
    leafStart: buffer.leafStart.slice(0, nodes + 1),
    leafOutput: buffer.leafOutput.slice(0, entries),
    leafValue: buffer.leafValue.slice(0, entries),
  };
}

/** One ensemble of the trees of all `parts`, in that order. */
export function joinTrees(parts: readonly TreeEnsemble[], outputs: number): TreeEnsemble {
  const joined = emptyTrees({
    trees: total(parts, (part) => part.roots.length - 1),
    nodes: total(parts, (part) => part.feature.length),
    entries: total(parts, (part) => part.leafValue.length),
    outputs,
  });
  let tree = 0, firstNode = 0, firstEntry = 0;
  for (const part of parts) {
    joined.feature.set(part.feature, firstNode);
    joined.threshold.set(part.threshold, firstNode);
    joined.missingLeft.set(part.missingLeft, firstNode);
    joined.left.set(part.left.map((node) => node + firstNode), firstNode);
    joined.right.set(part.right.map((node) => node + firstNode), firstNode);
    joined.cover.set(part.cover, firstNode);
    joined.leafStart.set(part.leafStart.map((entry) => entry + firstEntry), firstNode);
    joined.leafOutput.set(part.leafOutput, firstEntry);
    joined.leafValue.set(part.leafValue, firstEntry);
    joined.roots.set(part.roots.map((root) => root + firstNode), tree);
    tree += part.roots.length - 1;
    firstNode += part.feature.length;
    firstEntry += part.leafValue.length;
  }
  return joined;
}

/** n×k row-major: the sums over all trees for each row, added in float32 in the order of the trees. */
export function sumTrees(ensemble: TreeEnsemble, matrix: FeatureMatrix): Float32Array {
  const { outputs, roots, feature, threshold, missingLeft, left, right } = ensemble;
  const { leafStart, leafOutput, leafValue } = ensemble;
  const { rows, values } = matrix;
  const width = matrix.names.length;
  const sums = new Float32Array(rows * outputs);
  for (let tree = 0; tree < roots.length - 1; tree++) {
    const root = roots[tree]!;
    for (let row = 0; row < rows; row++) {
      const start = row * width;
      let node = root;
      let split = feature[node]!;
      while (split >= 0) {
        const value = values[start + split]!;
        const goesLeft = value === value ? value <= threshold[node]! : missingLeft[node] === 1;
        node = goesLeft ? left[node]! : right[node]!;
        split = feature[node]!;
      }
      const end = leafStart[node + 1]!;
      for (let entry = leafStart[node]!; entry < end; entry++) {
        sums[row * outputs + leafOutput[entry]!]! += leafValue[entry]!;
      }
    }
  }
  return sums;
}

function total<T>(parts: readonly T[], size: (part: T) => number): number {
  return parts.reduce((sum, part) => sum + size(part), 0);
}
