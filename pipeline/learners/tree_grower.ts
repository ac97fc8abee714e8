import type { Random } from "../random.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { GiniSplit } from "./gini_split.ts";
import { type BinnedMatrix, missingBin } from "./histogram_bins.ts";
import { RandomSplit } from "./random_split.ts";
import type { NodeRows, SplitSearch } from "./split_search.ts";
import { emptyTrees, firstNodes, type TreeEnsemble } from "./tree_ensemble.ts";

/** When a tree stops to grow, and how many features each of its splits may look at. */
export interface TreeOptions {
  /** How many features are drawn for each split; those without choice at a node do not count. */
  readonly featuresPerSplit: number;
  /** The least rows in a leaf. */
  readonly minSamplesLeaf: number;
  /** The most splits from the root to a leaf. */
  readonly maxDepth: number;
  /** Whether the best split of each feature is searched, or one is drawn. */
  readonly splits: "best" | "random";
}

/** After this many values looked at, some 10 ms of work, a growing tree gives a sign of life. */
const valuesPerSign = 2_000_000;

/** As a threshold: all finite values go left. */
const largestFloat32 = 3.4028234663852886e38;

/** Grows classification trees on the same binned rows; all memory is taken once and used for every tree. */
export class TreeGrower {
  private readonly node: NodeRows;
  private readonly others: NodeRows;
  private readonly totals: Float64Array;
  private readonly split: SplitSearch;
  /** The features that have more than one bin. */
  private readonly varying: Int32Array;
  private readonly features: Int32Array;
  private readonly stack: Int32Array;
  private readonly tree: TreeEnsemble;
  /** For each split of the tree the last bin that goes left. */
  private readonly lastLeft: Uint8Array;

  constructor(
    private readonly binned: BinnedMatrix,
    private readonly labels: Labels,
    private readonly options: TreeOptions,
  ) {
    const { rows } = binned;
    const classCount = labels.classes.length;
    this.node = { rows: new Int32Array(rows), samples: new Int32Array(rows) };
    this.others = { rows: new Int32Array(rows), samples: new Int32Array(rows) };
    this.totals = new Float64Array(classCount);
    const Search = options.splits === "best" ? GiniSplit : RandomSplit;
    this.split = new Search(binned, this.node, classCount, options.minSamplesLeaf);
    this.varying = varyingFeatures(binned);
    this.features = new Int32Array(this.varying.length);
    // Depth first, the stack holds the halves that wait: disjoint sets of rows, so at most one a row.
    this.stack = new Int32Array(4 * (rows + 1));
    this.tree = emptyTrees({ trees: 1, nodes: 2 * rows, entries: rows, outputs: classCount });
    this.lastLeft = new Uint8Array(2 * rows);
  }

  /**
   * A tree whose leaves hold the shares of the classes among their rows.
   *
   * @param draws How often each row was drawn, at most 255 times; rows with 0 are left out.
   * @param classWeights What one draw of a row of each class weighs.
   * @param alive Called after every few milliseconds of work.
   */
  grow(
    draws: Uint8Array,
    classWeights: Float64Array,
    random: Random,
    alive: () => void,
  ): TreeEnsemble {
    const { tree, stack, features, split } = this;
    const { minSamplesLeaf, maxDepth } = this.options;
    features.set(this.varying);
    let nodes = 0, entries = 0, work = 0;
    let top = push(stack, 0, 0, this.collect(draws), 0, -1);
    while (top > 0) {
      top -= 4;
      const start = stack[top]!, end = stack[top + 1]!, depth = stack[top + 2]!;
      const parent = stack[top + 3]!;
      const node = nodes++;
      if (parent >= 0) tree.right[parent] = node;
      const weight = this.weigh(start, end, classWeights);
      tree.cover[node] = weight;
      tree.leafStart[node] = entries;
      const mayGrow = depth < maxDepth && end - start >= 2 * minSamplesLeaf;
      if (mayGrow && this.findSplit(start, end, classWeights, random)) {
        const middle = this.partition(start, end);
        const { feature, bin } = split;
        tree.feature[node] = feature;
        tree.threshold[node] = this.binned.thresholds[feature]![bin] ?? largestFloat32;
        tree.missingLeft[node] = split.missingLeft ? 1 : 0;
        this.lastLeft[node] = bin;
        tree.left[node] = node + 1;
        top = push(stack, top, middle, end, depth + 1, node);
        top = push(stack, top, start, middle, depth + 1, -1);
      } else {
        entries = this.writeLeaf(node, entries, weight);
      }
      work += (end - start) * this.options.featuresPerSplit;
      if (work > valuesPerSign) {
        work = 0;
        alive();
      }
    }
    tree.leafStart[nodes] = entries;
    return firstNodes(tree, nodes);
  }

  /**
   * Adds what the tree that was grown last says of the rows that were not drawn for it.
   *
   * @param votes n×k, shared by threads: gets the class shares in whole 2⁻¹⁹, so that no order of adding
   *   changes a sum and those of 4,096 trees fit.
   */
  addVotes(draws: Uint8Array, votes: Int32Array<SharedArrayBuffer>): void {
    const { feature, left, right, missingLeft, leafStart, leafOutput, leafValue } = this.tree;
    const { bins, rows } = this.binned;
    const classCount = this.totals.length;
    for (let row = 0; row < rows; row++) {
      if (draws[row]! > 0) continue;
      let node = 0;
      while (feature[node]! >= 0) {
        const bin = bins[feature[node]! * rows + row]!;
        const goesLeft = bin === missingBin ? missingLeft[node] === 1 : bin <= this.lastLeft[node]!;
        node = goesLeft ? left[node]! : right[node]!;
      }
      for (let entry = leafStart[node]!; entry < leafStart[node + 1]!; entry++) {
        const share = Math.round(leafValue[entry]! * 2 ** 19);
        Atomics.add(votes, row * classCount + leafOutput[entry]!, share);
      }
    }
  }

  /** Writes the shares of the classes from `entry` on; returns where the next leaf's begin. */
  private writeLeaf(node: number, entry: number, weight: number): number {
    const { tree, totals } = this;
    // The arrays still hold the tree before.
    tree.feature[node] = -1;
    tree.threshold[node] = 0;
    tree.missingLeft[node] = 0;
    tree.left[node] = 0;
    tree.right[node] = 0;
    for (let label = 0; label < totals.length; label++) {
      if (totals[label] === 0) continue;
      tree.leafOutput[entry] = label;
      tree.leafValue[entry++] = totals[label]! / weight;
    }
    return entry;
  }

  /** Fills the root with the rows that were drawn; returns how many these are. */
  private collect(draws: Uint8Array): number {
    const { rows, samples } = this.node;
    let size = 0;
    for (let row = 0; row < draws.length; row++) {
      if (draws[row] === 0) continue;
      rows[size] = row;
      samples[size++] = this.labels.codes[row]! << 8 | draws[row]!;
    }
    return size;
  }

  /** Sets `totals` to the weight of each class in a node; returns their sum. */
  private weigh(start: number, end: number, classWeights: Float64Array): number {
    const { totals } = this;
    const { samples } = this.node;
    totals.fill(0);
    for (let row = start; row < end; row++) totals[samples[row]! >> 8]! += samples[row]! & 255;
    let weight = 0;
    for (let label = 0; label < totals.length; label++) {
      totals[label]! *= classWeights[label]!;
      weight += totals[label]!;
    }
    return weight;
  }

  private findSplit(
    start: number,
    end: number,
    classWeights: Float64Array,
    random: Random,
  ): boolean {
    const { features, split, totals } = this;
    split.enter(start, end, totals, classWeights);
    if (split.isPure) return false;
    let useful = 0;
    for (let drawn = 0; drawn < features.length; drawn++) {
      const pick = drawn + random.below(features.length - drawn);
      const feature = features[pick]!;
      features[pick] = features[drawn]!;
      features[drawn] = feature;
      if (split.scan(feature, random) && ++useful === this.options.featuresPerSplit) break;
    }
    return split.feature >= 0;
  }

  /** Moves the rows that go left to the front, both sides in their old order; returns where the right begins. */
  private partition(start: number, end: number): number {
    const { node: { rows, samples }, others, split } = this;
    const { bins, rows: rowCount } = this.binned;
    const column = split.feature * rowCount;
    const lastLeft = split.bin;
    const missingLeft = split.missingLeft;
    let left = start, right = 0;
    for (let place = start; place < end; place++) {
      const row = rows[place]!;
      const bin = bins[column + row]!;
      if (bin === missingBin ? missingLeft : bin <= lastLeft) {
        rows[left] = row;
        samples[left++] = samples[place]!;
      } else {
        others.rows[right] = row;
        others.samples[right++] = samples[place]!;
      }
    }
    for (let place = 0; place < right; place++) {
      rows[left + place] = others.rows[place]!;
      samples[left + place] = others.samples[place]!;
    }
    return left;
  }
}

function push(
  stack: Int32Array,
  top: number,
  start: number,
  end: number,
  depth: number,
  parent: number,
): number {
  stack[top] = start;
  stack[top + 1] = end;
  stack[top + 2] = depth;
  stack[top + 3] = parent;
  return top + 4;
}

function varyingFeatures({ bins, rows, thresholds }: BinnedMatrix): Int32Array {
  const varies = (feature: number): boolean => {
    const column = bins.subarray(feature * rows, (feature + 1) * rows);
    return column.some((bin) => bin !== column[0]);
  };
  return Int32Array.from(thresholds.keys()).filter(varies);
}
