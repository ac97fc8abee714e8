import type { TreeEnsemble } from "./tree_ensemble.ts";

/** How many bits of a float32 hold whole numbers. */
const mantissaBits = 24;

/** Trees whose sums start from base scores. */
export interface ScoredTrees {
  readonly trees: TreeEnsemble;
  /** One for each output. */
  readonly baseScores: Float32Array;
}

/**
 * Rounds leaf values and base scores to whole multiples of one power of two, so coarse that no sum over the
 * trees has more than 24 bits. Float32 adds such numbers without rounding, so that no order of adding, here
 * or in onnxruntime, can change a score. Base scores of outputs without trees stay as they are.
 */
export function exactSums(trees: TreeEnsemble, baseScores: Float64Array): ScoredTrees {
  const { roots, leafStart, leafOutput, leafValue } = trees;
  const greatest = new Float64Array(trees.outputs);
  const treeGreatest = new Float64Array(trees.outputs);
  for (let tree = 0; tree < roots.length - 1; tree++) {
    const start = leafStart[roots[tree]!]!, end = leafStart[roots[tree + 1]!]!;
    for (let entry = start; entry < end; entry++) {
      const output = leafOutput[entry]!;
      treeGreatest[output] = Math.max(treeGreatest[output]!, Math.abs(leafValue[entry]!));
    }
    for (let entry = start; entry < end; entry++) {
      const output = leafOutput[entry]!;
      greatest[output]! += treeGreatest[output]!;
      treeGreatest[output] = 0;
    }
  }
  const largest = greatest.reduce(
    (so, sum, output) => sum > 0 ? Math.max(so, sum + Math.abs(baseScores[output]!)) : so,
    0,
  );
  if (largest === 0) return { trees, baseScores: Float32Array.from(baseScores) };
  // Rounding up adds half a unit for each tree at most: the bit to spare takes them.
  const unit = 2 ** (Math.ceil(Math.log2(largest)) + 1 - mantissaBits);
  const toUnits = (value: number): number => Math.round(value / unit) * unit;
  return {
    trees: { ...trees, leafValue: leafValue.map(toUnits) },
    baseScores: Float32Array.from(
      baseScores,
      (score, output) => greatest[output]! > 0 ? toUnits(score) : score,
    ),
  };
}
