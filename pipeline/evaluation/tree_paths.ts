import type { TreeEnsemble } from "../learners/tree_ensemble.ts";
import { gaussLegendre, type Quadrature } from "./gauss_legendre.ts";

/**
 * One tree of an ensemble, made ready for TreeSHAP: its nodes from the root down, every parent before its
 * children, each with what {@linkcode treeShap} multiplies by on the way to it. All memory is taken once, for
 * the largest tree, and filled anew by each `load`.
 *
 * A player is what contributions are given to: a feature. An edge leads from a node's parent to the node; its
 * player is the one its parent splits on. An edge is *on* for a row that goes along it and along all edges
 * above it of the same player.
 */
export class TreePaths {
  /** How many nodes the loaded tree has; node 0 is its root. */
  nodes = 0;
  /** q: how many points the integral over the loaded tree needs. */
  points = 0;
  readonly parent: Int32Array;
  /** 1 for a left child. */
  readonly isLeft: Uint8Array;
  /** The column a node splits on; -1 for a leaf. */
  readonly column: Int32Array;
  readonly threshold: Float32Array;
  readonly missingLeft: Uint8Array;
  /** The player of the edge to this node. */
  readonly player: Int32Array;
  /** The node whose edge is the nearest one above of the same player, or 0: the root has no edge. */
  readonly previous: Int32Array;
  /** The share of the parent's training rows that came this way. */
  readonly share: Float64Array;
  /** nodes×q: the factor of an edge that is on. */
  readonly onFactor: Float64Array;
  /** nodes×q: the factor of an edge that is off while the one before is on. */
  readonly offFactor: Float64Array;
  /** nodes×q: what an edge that is on gives its player, for each unit that comes up to it. */
  readonly onWeight: Float64Array;
  /** nodes×q: what an edge that is off while the one before is on takes from its player. */
  readonly offWeight: Float64Array;
  /** outputs×nodes: what a leaf adds to each output; 0 for a split. */
  readonly leafValue: Float64Array;
  private readonly all: Int32Array;
  /** outputs×nodes: the nodes with a leaf below them, or that are one, which names that output. */
  private readonly naming: Int32Array;
  private readonly namingCount: Int32Array;
  /** The outputs that some leaf of the loaded tree names, ascending, in the first `outputCount` places. */
  readonly outputs: Int32Array;
  outputCount = 0;

  private readonly rules: Quadrature[] = [];
  private readonly source: Int32Array;
  /** The share of the rows that passes all edges of one player down to a node, this one's edge among them. */
  private readonly passing: Float64Array;
  private readonly distinct: Int32Array;

  /** @param players The player of each column. */
  constructor(private readonly trees: TreeEnsemble, private readonly players: Int32Array) {
    const { nodes, points } = largest(trees);
    this.parent = new Int32Array(nodes);
    this.isLeft = new Uint8Array(nodes);
    this.column = new Int32Array(nodes);
    this.threshold = new Float32Array(nodes);
    this.missingLeft = new Uint8Array(nodes);
    this.player = new Int32Array(nodes);
    this.previous = new Int32Array(nodes);
    this.share = new Float64Array(nodes);
    this.onFactor = new Float64Array(nodes * points);
    this.offFactor = new Float64Array(nodes * points);
    this.onWeight = new Float64Array(nodes * points);
    this.offWeight = new Float64Array(nodes * points);
    this.leafValue = new Float64Array(trees.outputs * nodes);
    this.outputs = new Int32Array(trees.outputs);
    this.all = Int32Array.from({ length: nodes }, (_, node) => node);
    this.naming = new Int32Array(trees.outputs * nodes);
    this.namingCount = new Int32Array(trees.outputs);
    this.source = new Int32Array(nodes);
    this.passing = new Float64Array(nodes);
    this.distinct = new Int32Array(nodes);
  }

  /** Fills the arrays with the tree of that number. */
  load(tree: number): void {
    this.order(tree);
    const { trees: { cover }, source, parent, player, previous, share, passing, distinct } = this;
    passing[0] = 1;
    distinct[0] = 0;
    let most = 1;
    for (let node = 1; node < this.nodes; node++) {
      const above = parent[node]!;
      let same = above;
      while (same > 0 && player[same] !== player[node]) same = parent[same]!;
      previous[node] = same;
      const all = cover[source[above]!]!;
      // Where no training row came by, either way is as good.
      share[node] = all > 0 ? cover[source[node]!]! / all : 0.5;
      passing[node] = share[node]! * passing[same]!;
      distinct[node] = distinct[above]! + (same === 0 ? 1 : 0);
      most = Math.max(most, distinct[node]!);
    }
    this.points = pointsFor(most);
    this.weigh(this.rules[this.points] ??= gaussLegendre(this.points));
    this.readLeaves();
  }

  /** All nodes of the loaded tree, every parent before its children. */
  allNodes(): Int32Array {
    return this.all.subarray(0, this.nodes);
  }

  /** The nodes on the way to leaves that name `output`, every parent before its children. */
  nodesNaming(output: number): Int32Array {
    const start = output * this.nodes;
    return this.naming.subarray(start, start + this.namingCount[output]!);
  }

  /** Writes what splits and edges are, from the root down. */
  private order(tree: number): void {
    const { trees, source, parent, isLeft, column, player } = this;
    source[0] = trees.roots[tree]!;
    let nodes = 1;
    for (let node = 0; node < nodes; node++) {
      const from = source[node]!;
      const split = trees.feature[from]!;
      column[node] = split;
      this.threshold[node] = trees.threshold[from]!;
      this.missingLeft[node] = trees.missingLeft[from]!;
      if (split < 0) continue;
      for (let side = 0; side < 2; side++, nodes++) {
        source[nodes] = side === 0 ? trees.left[from]! : trees.right[from]!;
        parent[nodes] = node;
        isLeft[nodes] = 1 - side;
        player[nodes] = this.players[split]!;
      }
    }
    this.nodes = nodes;
  }

  private weigh({ points, weights }: Quadrature): void {
    const { passing, previous, onFactor, offFactor, onWeight, offWeight } = this;
    for (let node = 1, at = points.length; node < this.nodes; node++) {
      const here = passing[node]!, before = passing[previous[node]!]!;
      for (let point = 0; point < points.length; point++, at++) {
        const t = points[point]!;
        const on = here * (1 - t) + t;
        const onBefore = before * (1 - t) + t;
        const given = weights[point]! * (1 - before) / onBefore;
        onFactor[at] = on / onBefore;
        offFactor[at] = here * (1 - t) / onBefore;
        onWeight[at] = weights[point]! * (1 - here) / on - given;
        offWeight[at] = -weights[point]! / (1 - t) - given;
      }
    }
  }

  private readLeaves(): void {
    const { trees: { leafStart, leafOutput, leafValue }, source, outputs, parent, nodes } = this;
    const { naming, namingCount } = this;
    this.leafValue.fill(0, 0, outputs.length * nodes);
    naming.fill(0, 0, outputs.length * nodes);
    for (let node = 0; node < nodes; node++) {
      const from = source[node]!;
      for (let entry = leafStart[from]!; entry < leafStart[from + 1]!; entry++) {
        const start = leafOutput[entry]! * nodes;
        this.leafValue[start + node] = leafValue[entry]!;
        // Marks the way up, as far as it is not yet marked.
        for (let at = node; naming[start + at] === 0; at = parent[at]!) naming[start + at] = 1;
      }
    }
    this.outputCount = 0;
    for (let output = 0; output < outputs.length; output++) {
      let count = 0;
      const start = output * nodes;
      for (let node = 0; node < nodes; node++) {
        if (naming[start + node] === 1) naming[start + count++] = node;
      }
      namingCount[output] = count;
      if (count > 0) outputs[this.outputCount++] = output;
    }
  }
}

/** The integrand is a polynomial of a degree one below the number of players on a path. */
function pointsFor(players: number): number {
  return Math.ceil(players / 2);
}

/** The most nodes of a tree, and points enough for its depth. */
function largest({ roots, feature, left, right }: TreeEnsemble): { nodes: number; points: number } {
  let nodes = 1;
  for (let tree = 1; tree < roots.length; tree++) {
    nodes = Math.max(nodes, roots[tree]! - roots[tree - 1]!);
  }
  const depth = new Int32Array(feature.length);
  const stack: number[] = [];
  let deepest = 1;
  for (let tree = 0; tree < roots.length - 1; tree++) stack.push(roots[tree]!);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (feature[node]! < 0) continue;
    for (const child of [left[node]!, right[node]!]) {
      depth[child] = depth[node]! + 1;
      deepest = Math.max(deepest, depth[child]!);
      stack.push(child);
    }
  }
  return { nodes, points: pointsFor(deepest) };
}
