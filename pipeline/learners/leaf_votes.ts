import type { TreeEnsemble } from "./tree_ensemble.ts";

/** Float32 holds every whole number up to this one. */
const units = 2 ** 24;

/**
 * The leaf values of trees whose leaves hold class shares, as whole multiples of 2⁻²⁴ that sum to exactly 1
 * over the trees, whichever leaves a row falls into. Float32 adds such numbers without rounding, so that no
 * order of adding, here or in onnxruntime, can change a probability or break a tie differently.
 */
export function leafVotes({ roots, leafStart, leafValue }: TreeEnsemble): Float32Array {
  const votes = new Float32Array(leafValue.length);
  const trees = roots.length - 1;
  for (let tree = 0; tree < trees; tree++) {
    const treeUnits = Math.floor((tree + 1) * units / trees) - Math.floor(tree * units / trees);
    for (let node = roots[tree]!; node < roots[tree + 1]!; node++) {
      const start = leafStart[node]!, end = leafStart[node + 1]!;
      let whole = 0;
      for (let entry = start; entry < end; entry++) whole += leafValue[entry]!;
      // Rounding the running sum instead of each share makes the parts sum up to the whole.
      let sum = 0, given = 0;
      for (let entry = start; entry < end; entry++) {
        sum += leafValue[entry]!;
        const upToHere = Math.round(sum / whole * treeUnits);
        votes[entry] = (upToHere - given) / units;
        given = upToHere;
      }
    }
  }
  return votes;
}
