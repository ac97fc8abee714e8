import type { TreeEnsemble } from "@/pipeline/learners/tree_ensemble.ts";

/**
 * Two trees over two features and three outputs:
 *
 *     feature 0 ≤ 1.5, holes right            feature 1 ≤ −2, holes left: output 1 gets 8
 *     ├ output 0 gets 1                       └ else output 0 gets 16
 *     └ feature 1 ≤ 0, holes left
 *       ├ output 1 gets 2
 *       └ output 0 gets 0.5, output 2 gets 4
 */
export function twoTrees(): TreeEnsemble {
  return {
    outputs: 3,
    roots: Int32Array.of(0, 5, 8),
    feature: Int32Array.of(0, -1, 1, -1, -1, 1, -1, -1),
    threshold: Float32Array.of(1.5, 0, 0, 0, 0, -2, 0, 0),
    missingLeft: Uint8Array.of(0, 0, 1, 0, 0, 1, 0, 0),
    left: Int32Array.of(1, 0, 3, 0, 0, 6, 0, 0),
    right: Int32Array.of(2, 0, 4, 0, 0, 7, 0, 0),
    cover: Float32Array.of(10, 4, 6, 3, 3, 10, 2, 8),
    leafStart: Int32Array.of(0, 0, 1, 1, 2, 4, 4, 5, 6),
    leafOutput: Int32Array.of(0, 1, 0, 2, 1, 0),
    leafValue: Float32Array.of(1, 2, 0.5, 4, 8, 16),
  };
}

/** A tree that is one leaf: every row gets `value` for `output`. */
export function oneLeaf(outputs: number, output: number, value: number): TreeEnsemble {
  return {
    outputs,
    roots: Int32Array.of(0, 1),
    feature: Int32Array.of(-1),
    threshold: Float32Array.of(0),
    missingLeft: Uint8Array.of(0),
    left: Int32Array.of(0),
    right: Int32Array.of(0),
    cover: Float32Array.of(1),
    leafStart: Int32Array.of(0, 1),
    leafOutput: Int32Array.of(output),
    leafValue: Float32Array.of(value),
  };
}

/** Rows for {@linkcode twoTrees}, and beside each the sums it gets. */
export const sumsOfRows: readonly { row: readonly [number, number]; sums: readonly number[] }[] = [
  { row: [1, 5], sums: [17, 0, 0] },
  { row: [1.5, -2], sums: [1, 8, 0] },
  { row: [1.5 + 2 ** -23, 0], sums: [16, 2, 0] },
  { row: [2, -0], sums: [16, 2, 0] },
  { row: [3e38, 1e-40], sums: [16.5, 0, 4] },
  { row: [NaN, 1], sums: [16.5, 0, 4] },
  { row: [NaN, NaN], sums: [0, 10, 0] },
  { row: [-1e17, NaN], sums: [1, 8, 0] },
];
