import type { TreeEnsemble } from "../learners/tree_ensemble.ts";
import type { RunContext } from "../run_context.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import { TreePaths } from "./tree_paths.ts";

/** Who gets the contributions, and to which outputs. */
export interface TreeShapOptions {
  /**
   * The player of each column of the matrix, in [0, d): columns that were made of one raw feature share what
   * they contribute. Each column on its own where this is absent.
   */
  readonly players?: Int32Array;
  /** d: how many players there are; as many as columns where this is absent. */
  readonly playerCount?: number;
  /** One output for each row, where only the contributions to that one are wanted. */
  readonly outputOf?: Int32Array;
}

/** So many numbers are multiplied between two signs of life: some milliseconds of work. */
const productsPerSign = 1_000_000;

/**
 * The exact path-dependent SHAP values of trees (Lundberg, Erion & Lee, "Consistent individualized feature
 * attribution for tree ensembles", 2018): by how much each player moves each sum away from its mean
 * {@linkcode treeShapBase}, so that the mean and all contributions of a row make up the sum of its leaves. A
 * row without a player goes both ways at its splits, in the shares of the training rows (`cover`).
 *
 * A Shapley value is an integral over t in [0, 1], the chance by which every other player takes part (Owen,
 * "Multilinear extensions of games", 1972). For a leaf the integrand is the product of one factor a player, a
 * polynomial that Gauss–Legendre quadrature integrates exactly with half as many points as players. One pass
 * down the tree makes the products, one pass up sums the leaves below each edge (as in Yu et al., "Linear
 * TreeSHAP", 2022), so a row takes nodes × depth / 2 steps a tree; all factors are positive, so no digits are lost.
 *
 * @returns n×k×d contributions, row-major; n×d where there is an `outputOf`
 */
export function treeShap(
  trees: TreeEnsemble,
  matrix: FeatureMatrix,
  options: TreeShapOptions,
  context: RunContext,
): Float64Array {
  const width = matrix.names.length;
  const { players = Int32Array.from({ length: width }, (_, column) => column), outputOf } = options;
  const playerCount = options.playerCount ?? width;
  const outputs = outputOf ? 1 : trees.outputs;
  const contributions = new Float64Array(matrix.rows * outputs * playerCount);
  const paths = new TreePaths(trees, players);
  const walk = new TreeWalk(paths);
  const treeCount = trees.roots.length - 1;
  let work = 0;
  const wantedOutputs = outputOf ? new Set(outputOf) : null;
  for (let tree = 0; tree < treeCount; tree++) {
    if (wantedOutputs !== null && !namesAny(trees, tree, wantedOutputs)) continue;
    paths.load(tree);
    for (let row = 0; row < matrix.rows; row++) {
      if (work > productsPerSign) {
        work = 0;
        context.progress((tree + row / matrix.rows) / treeCount);
      }
      const wanted = outputOf?.[row];
      if (wanted !== undefined) {
        const nodes = paths.nodesNaming(wanted);
        walk.down(nodes, matrix.values, row * width);
        walk.up(nodes, wanted, contributions, row * playerCount);
        work += 2 * nodes.length * paths.points;
        continue;
      }
      walk.down(paths.allNodes(), matrix.values, row * width);
      work += paths.nodes * paths.points;
      for (let index = 0; index < paths.outputCount; index++) {
        const output = paths.outputs[index]!;
        const nodes = paths.nodesNaming(output);
        walk.up(nodes, output, contributions, (row * outputs + output) * playerCount);
        work += nodes.length * paths.points;
      }
    }
  }
  return contributions;
}

/** Whether a leaf of the tree has a value for one of the outputs: the trees of other classes say nothing. */
function namesAny(
  { roots, leafStart, leafOutput }: TreeEnsemble,
  tree: number,
  outputs: ReadonlySet<number>,
): boolean {
  const end = leafStart[roots[tree + 1]!]!;
  for (let entry = leafStart[roots[tree]!]!; entry < end; entry++) {
    if (outputs.has(leafOutput[entry]!)) return true;
  }
  return false;
}

/** k numbers: the mean of each sum over the training rows, as the covers tell. */
export function treeShapBase(trees: TreeEnsemble): Float64Array {
  const { roots, feature, left, right, cover, leafStart, leafOutput, leafValue } = trees;
  const base = new Float64Array(trees.outputs);
  const reached = new Float64Array(feature.length);
  const stack: number[] = [];
  for (let tree = 0; tree < roots.length - 1; tree++) {
    reached[roots[tree]!] = 1;
    stack.push(roots[tree]!);
  }
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (let entry = leafStart[node]!; entry < leafStart[node + 1]!; entry++) {
      base[leafOutput[entry]!]! += reached[node]! * leafValue[entry]!;
    }
    if (feature[node]! < 0) continue;
    for (const child of [left[node]!, right[node]!]) {
      const share = cover[node]! > 0 ? cover[child]! / cover[node]! : 0.5;
      reached[child] = reached[node]! * share;
      stack.push(child);
    }
  }
  return base;
}

/** The way of one row through the tree that is loaded. */
class TreeWalk {
  /** nodes×q: the product of the factors of all players on the path to a node. */
  private readonly product: Float64Array;
  /** nodes×q: the sum of value times product over the leaves below a node. */
  private readonly sum: Float64Array;
  /** 1 where the row goes along the edge to the node and all above it of the same player. */
  private readonly isOn: Uint8Array;
  private readonly goesLeft: Uint8Array;

  constructor(private readonly paths: TreePaths) {
    this.product = new Float64Array(paths.onFactor.length);
    this.sum = new Float64Array(paths.onFactor.length);
    this.isOn = new Uint8Array(paths.parent.length);
    this.goesLeft = new Uint8Array(paths.parent.length);
    this.isOn[0] = 1;
  }

  /** Multiplies the factors along the paths to `nodes` for the row that starts at `start`. */
  down(nodes: Int32Array, values: Float32Array, start: number): void {
    const { points, parent, isLeft, column, threshold, missingLeft, previous } = this.paths;
    const { share, onFactor, offFactor } = this.paths;
    const { product, isOn, goesLeft } = this;
    product.fill(1, 0, points);
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index]!;
      const split = column[node]!;
      if (split >= 0) {
        const value = values[start + split]!;
        const isHole = value !== value;
        goesLeft[node] = (isHole ? missingLeft[node] === 1 : value <= threshold[node]!) ? 1 : 0;
      }
      if (node === 0) continue;
      const above = parent[node]!;
      let from = above * points, at = node * points;
      const end = at + points;
      if (isOn[previous[node]!] === 0) {
        isOn[node] = 0;
        const factor = share[node]!;
        for (; at < end; at++, from++) product[at] = product[from]! * factor;
      } else {
        const on = goesLeft[above] === isLeft[node];
        isOn[node] = on ? 1 : 0;
        const factors = on ? onFactor : offFactor;
        for (; at < end; at++, from++) product[at] = product[from]! * factors[at]!;
      }
    }
  }

  /** Adds what the players contribute to `output`, which `nodes` lead to, to the places from `start` on. */
  up(nodes: Int32Array, output: number, contributions: Float64Array, start: number): void {
    const { points, parent, column, previous, player, onWeight, offWeight } = this.paths;
    const { product, sum, isOn } = this;
    const { leafValue } = this.paths;
    const values = output * this.paths.nodes;
    sum.fill(0, 0, this.paths.nodes * points);
    for (let index = nodes.length - 1; index > 0; index--) {
      const node = nodes[index]!;
      const first = node * points, end = first + points;
      if (column[node]! < 0) {
        const value = leafValue[values + node]!;
        if (value === 0) continue;
        for (let at = first; at < end; at++) sum[at] = value * product[at]!;
      }
      let to = parent[node]! * points;
      if (isOn[previous[node]!] === 0) {
        for (let at = first; at < end; at++, to++) sum[to]! += sum[at]!;
        continue;
      }
      const weights = isOn[node] === 1 ? onWeight : offWeight;
      let given = 0;
      for (let at = first; at < end; at++, to++) {
        const below = sum[at]!;
        given += weights[at]! * below;
        sum[to]! += below;
      }
      contributions[start + player[node]!]! += given;
    }
  }
}
