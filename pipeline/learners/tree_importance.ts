import type { TreeEnsemble } from "./tree_ensemble.ts";

/** How much each of d features does in a forest. */
export interface TreeImportance {
  /** Means over the trees that split at all; they sum to 1, or are all 0 where none does. */
  readonly scores: Float64Array;
  /** The standard deviations over these trees. */
  readonly deviations: Float64Array;
}

/**
 * The mean decrease in impurity of each feature (Breiman et al., "Classification and Regression Trees",
 * 1984; as `feature_importances_` of scikit-learn): the Gini impurity, weighted by the rows, that its splits
 * take away, of each tree as a share of all that the tree takes away. The leaves hold class shares.
 */
export function meanDecreaseInImpurity(
  trees: TreeEnsemble,
  features: number,
): TreeImportance {
  const decreases = decreaseInImpurity(trees, features);
  const shares = decreases.flatMap((decrease) => {
    const total = decrease.reduce((sum, value) => sum + value, 0);
    return total > 0 ? [decrease.map((value) => value / total)] : [];
  });
  const scores = new Float64Array(features);
  const deviations = new Float64Array(features);
  for (const share of shares) {
    for (let feature = 0; feature < features; feature++) {
      scores[feature]! += share[feature]! / shares.length;
    }
  }
  for (const share of shares) {
    for (let feature = 0; feature < features; feature++) {
      deviations[feature]! += (share[feature]! - scores[feature]!) ** 2 / shares.length;
    }
  }
  return { scores, deviations: deviations.map(Math.sqrt) };
}

/** The weighted impurity that the splits of each tree take away, by feature. */
function decreaseInImpurity(trees: TreeEnsemble, features: number): Float64Array[] {
  const { outputs, roots, feature, left, right, cover, leafStart, leafOutput, leafValue } = trees;
  const weights = new Float64Array(feature.length * outputs);
  const decreases = Array.from({ length: roots.length - 1 }, () => new Float64Array(features));
  const squaresOverWeight = (node: number): number => {
    let squares = 0, weight = 0;
    for (let cell = node * outputs; cell < (node + 1) * outputs; cell++) {
      squares += weights[cell]! * weights[cell]!;
      weight += weights[cell]!;
    }
    return squares / weight;
  };
  // Children come after their parent, so that backwards they are known when it is met.
  for (let node = feature.length - 1, tree = decreases.length - 1; node >= 0; node--) {
    if (node < roots[tree]!) tree--;
    const start = node * outputs;
    if (feature[node]! < 0) {
      for (let entry = leafStart[node]!; entry < leafStart[node + 1]!; entry++) {
        weights[start + leafOutput[entry]!] = leafValue[entry]! * cover[node]!;
      }
      continue;
    }
    const first = left[node]!, second = right[node]!;
    for (let output = 0; output < outputs; output++) {
      weights[start + output] = weights[first * outputs + output]! +
        weights[second * outputs + output]!;
    }
    // Weight·Gini is weight − Σ (class weight)² / weight, and the weights of the two sides sum up.
    decreases[tree]![feature[node]!]! += squaresOverWeight(first) + squaresOverWeight(second) -
      squaresOverWeight(node);
  }
  return decreases;
}
