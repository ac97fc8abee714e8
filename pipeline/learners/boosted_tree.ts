import { Random } from "../random.ts";
import { type BoostingData, columnsPerTree, type WorkArea } from "./boosting_data.ts";
import { type GradientUnits, quantiseGradients } from "./boosting_gradients.ts";
import { type BoostingKernel, featureEntry, splitEntry } from "./boosting_kernel.ts";
import { boostingKernel } from "./boosting_wasm.ts";
import { missingBin } from "./histogram_bins.ts";

/** A tree that splits on bins, as parallel arrays over its nodes, the root first. */
export interface BinnedTree {
  /** The column that a node splits on; -1 for a leaf. */
  readonly column: Int32Array;
  /** Bins up to this one go left. */
  readonly bin: Int32Array;
  /** 1 where a missing value goes left. */
  readonly missingLeft: Uint8Array;
  /** The left child; the right one follows it. */
  readonly left: Int32Array;
  /** The sum of the hessians of the rows that came by. */
  readonly cover: Float64Array;
  /** What a leaf adds to the score; 0 for a split. */
  readonly value: Float64Array;
}

/** A leaf while its tree grows. */
interface GrowingLeaf {
  readonly node: number;
  /** Its place among the node rows. */
  readonly start: number;
  readonly count: number;
  readonly depth: number;
  readonly hessian: number;
  readonly gradient: number;
  /** The histogram it holds; -1 for none. */
  slot: number;
  /** What splitting it gains; 0 where it cannot be split. */
  gain: number;
  /** Its best split: position in the feature table, last bin on the left, totals of the left. */
  feature: number;
  bin: number;
  missingLeft: number;
  leftHessian: number;
  leftGradient: number;
}

/** After this many cells looked at, a few milliseconds of work, a growing tree gives a sign of life. */
const cellsPerSign = 4_000_000;

/** Gains below this share of a node's own score are rounding. */
const leastRelativeGain = 1e-9;

/** Grows the trees of one boosting, leaf by leaf, in one area of its memory. */
export class BoostedTreeGrower {
  private readonly kernel: BoostingKernel;
  private readonly words: Int32Array;
  private readonly doubles: Float64Array;
  private readonly nodeRows: Int32Array;
  private readonly drawnColumns: Int32Array;
  private readonly freeSlots: number[] = [];
  private featureCount = 0;
  private cells = 0;
  private work = 0;
  private l2 = 0;
  private minWeight = 1;
  private minGain = 0;

  constructor(private readonly data: BoostingData, private readonly area: WorkArea) {
    const { memory: { buffer }, varying, shape, trainCount } = data;
    this.kernel = boostingKernel(data.memory);
    this.words = new Int32Array(buffer);
    this.doubles = new Float64Array(buffer);
    this.nodeRows = new Int32Array(buffer, area.nodeRows, trainCount);
    this.drawnColumns = new Int32Array(columnsPerTree(varying.length, shape.columnShare));
  }

  /**
   * Grows the next tree of a class and adds it to the scores of all rows.
   *
   * @param alive Called after every few milliseconds of work.
   */
  grow(code: number, seed: number, alive: () => void): BinnedTree {
    const random = new Random(seed);
    const count = this.drawRows(random);
    this.drawColumns(random);
    const units = quantiseGradients(this.data, this.area, count, code);
    this.takeUnits(units);
    const tree = growingTree(this.data.shape.maxLeaves);
    const leaves = this.growLeaves(tree, count, alive);
    const nodes = 2 * leaves.length - 1;
    for (const { node, gradient, hessian } of leaves) {
      const step = -gradient * units.gradient / (hessian * units.hessian + this.data.shape.l2);
      tree.value[node] = Number.isFinite(step) ? step * this.data.shape.learningRate : 0;
    }
    for (let node = 0; node < nodes; node++) tree.cover[node]! *= units.hessian;
    const grown = firstNodes(tree, nodes);
    this.addToScores(grown, leaves, count, code);
    return grown;
  }

  /** Fills the node rows with the rows this tree learns from, ascending; returns how many these are. */
  private drawRows(random: Random): number {
    const { trainCount, shape: { rowShare } } = this.data;
    const trainRows = this.words.subarray(this.data.trainRows >> 2);
    const wanted = Math.max(1, Math.round(trainCount * rowShare));
    let drawn = 0;
    for (let place = 0; place < trainCount; place++) {
      const left = trainCount - place;
      if (wanted - drawn < left && random.next() * left >= wanted - drawn) continue;
      this.nodeRows[drawn++] = trainRows[place]!;
    }
    return drawn;
  }

  /** Fills the feature table with the columns this tree may look at, ascending. */
  private drawColumns(random: Random): void {
    const { data: { varying, valueBins }, area, words, drawnColumns } = this;
    const order = drawnColumns.length < varying.length
      ? random.shuffle(varying.slice()).subarray(0, drawnColumns.length).sort()
      : varying;
    this.cells = 0;
    this.featureCount = order.length;
    for (let position = 0; position < order.length; position++) {
      const column = order[position]!;
      const bins = words[(valueBins >> 2) + column]!;
      const entry = (area.features >> 2) + position * featureEntry.length;
      words[entry + featureEntry.column] = column;
      words[entry + featureEntry.offset] = 8 * this.cells;
      words[entry + featureEntry.valueBins] = bins;
      drawnColumns[position] = column;
      this.cells += bins + 1;
    }
  }

  /** Restates the params in quantised units; scores are then in units of gradient² / hessian. */
  private takeUnits({ gradient, hessian }: GradientUnits): void {
    const { l2, minChildWeight, minGain } = this.data.shape;
    this.l2 = hessian > 0 ? l2 / hessian : 0;
    this.minWeight = hessian > 0 ? Math.max(1, Math.ceil(minChildWeight / hessian)) : Infinity;
    this.minGain = gradient > 0 ? minGain * hessian / gradient ** 2 : 0;
  }

  private growLeaves(tree: BinnedTree, count: number, alive: () => void): GrowingLeaf[] {
    const { area, words, data: { shape } } = this;
    this.freeSlots.length = 0;
    for (let slot = area.slots - 1; slot >= 0; slot--) this.freeSlots.push(slot);
    const total = area.total >> 2;
    const root = growingLeaf(0, 0, count, 0, words[total]!, words[total + 1]!);
    tree.cover[0] = root.hessian;
    const leaves = [root];
    if (this.canSplit(root)) {
      this.fillHistogram(root, alive);
      this.findSplit(root, -1);
    }
    while (leaves.length < shape.maxLeaves) {
      const best = greatestGain(leaves);
      const leaf = leaves[best]!;
      if (!(leaf.gain > 0)) break;
      const [left, right] = this.split(tree, leaf, 2 * leaves.length - 1);
      leaves[best] = left;
      leaves.push(right);
      if (leaves.length < shape.maxLeaves) this.findSplits(leaf, left, right, alive);
    }
    return leaves;
  }

  private split(tree: BinnedTree, leaf: GrowingLeaf, node: number): [GrowingLeaf, GrowingLeaf] {
    const { kernel, area, data } = this;
    const column = this.drawnColumns[leaf.feature]!;
    tree.column[leaf.node] = column;
    tree.bin[leaf.node] = leaf.bin;
    tree.missingLeft[leaf.node] = leaf.missingLeft;
    tree.left[leaf.node] = node;
    const leftCount = kernel.partition(
      area.nodeRows + 4 * leaf.start,
      leaf.count,
      data.columns + column * data.rows,
      leaf.bin,
      leaf.missingLeft,
      area.otherRows,
    );
    const depth = leaf.depth + 1;
    const { leftHessian: hessian, leftGradient: gradient } = leaf;
    const left = growingLeaf(node, leaf.start, leftCount, depth, hessian, gradient);
    const right = growingLeaf(
      node + 1,
      leaf.start + leftCount,
      leaf.count - leftCount,
      depth,
      leaf.hessian - hessian,
      leaf.gradient - gradient,
    );
    tree.cover[node] = left.hessian;
    tree.cover[node + 1] = right.hessian;
    return [left, right];
  }

  /** Finds how the halves of `parent` split best; the rows of only the smaller one are counted. */
  private findSplits(
    parent: GrowingLeaf,
    left: GrowingLeaf,
    right: GrowingLeaf,
    alive: () => void,
  ): void {
    const [small, large] = left.count <= right.count ? [left, right] : [right, left];
    const mayLarge = this.canSplit(large);
    if (mayLarge || this.canSplit(small)) this.fillHistogram(small, alive);
    if (mayLarge) {
      large.slot = parent.slot;
      this.findSplit(large, small.slot);
    } else this.freeSlots.push(parent.slot);
    if (small.slot < 0) return;
    if (this.canSplit(small)) this.findSplit(small, -1);
    else this.dropHistogram(small);
  }

  private canSplit({ count, depth, hessian }: GrowingLeaf): boolean {
    return this.featureCount > 0 && count >= 2 && depth < this.data.shape.maxDepth &&
      hessian >= 2 * this.minWeight;
  }

  private fillHistogram(leaf: GrowingLeaf, alive: () => void): void {
    const { kernel, area, data } = this;
    leaf.slot = this.freeSlots.pop()!;
    const histogram = this.histogram(leaf.slot);
    kernel.clear(histogram, 8 * this.cells);
    const step = Math.ceil(cellsPerSign / this.featureCount);
    for (let done = 0; done < leaf.count; done += step) {
      const rows = Math.min(step, leaf.count - done);
      this.sign(rows * this.featureCount, alive);
      kernel.addRows(
        histogram,
        area.features,
        this.featureCount,
        data.bins,
        data.width,
        area.gradients,
        area.nodeRows + 4 * (leaf.start + done),
        rows,
      );
    }
    this.sign(this.cells, alive);
  }

  /** Sets the best split of `leaf`, after the cells of `sibling` (-1 for none) are taken from its own. */
  private findSplit(leaf: GrowingLeaf, sibling: number): void {
    const { kernel, area, words } = this;
    const total = area.total >> 2;
    words[total] = leaf.hessian;
    words[total + 1] = leaf.gradient;
    const score = leaf.gradient * leaf.gradient / (leaf.hessian + this.l2);
    kernel.findSplit(
      this.histogram(leaf.slot),
      sibling < 0 ? 0 : this.histogram(sibling),
      area.features,
      this.featureCount,
      area.total,
      this.l2,
      this.minWeight,
      score * (1 + leastRelativeGain) + this.minGain,
      area.split,
    );
    const split = area.split >> 2;
    leaf.feature = words[split + splitEntry.feature]!;
    if (leaf.feature < 0) {
      this.dropHistogram(leaf);
      return;
    }
    leaf.gain = this.doubles[area.split >> 3]! - score;
    leaf.bin = words[split + splitEntry.bin]!;
    leaf.missingLeft = words[split + splitEntry.missingLeft]!;
    leaf.leftHessian = words[split + splitEntry.hessian]!;
    leaf.leftGradient = words[split + splitEntry.gradient]!;
  }

  private histogram(slot: number): number {
    return this.area.histograms + slot * this.area.histogramBytes;
  }

  private dropHistogram(leaf: GrowingLeaf): void {
    this.freeSlots.push(leaf.slot);
    leaf.slot = -1;
  }

  private sign(cells: number, alive: () => void): void {
    this.work += cells;
    if (this.work < cellsPerSign) return;
    this.work = 0;
    alive();
  }

  /** Adds the values of the leaves to the scores of their class, also of the rows the tree did not see. */
  private addToScores(
    tree: BinnedTree,
    leaves: readonly GrowingLeaf[],
    count: number,
    code: number,
  ): void {
    const { memory: { buffer }, rows, trainCount, validationCount } = this.data;
    const scores = new Float64Array(buffer, this.data.scores + 8 * code * rows, rows);
    const trainRows = new Int32Array(buffer, this.data.trainRows, trainCount);
    if (count === trainCount) {
      for (const { node, start, count } of leaves) {
        const value = tree.value[node]!;
        for (let place = start; place < start + count; place++) {
          scores[this.nodeRows[place]!]! += value;
        }
      }
    } else this.walk(tree, trainRows, scores);
    this.walk(tree, new Int32Array(buffer, this.data.validationRows, validationCount), scores);
  }

  private walk(tree: BinnedTree, walked: Int32Array, scores: Float64Array): void {
    const { memory: { buffer }, columns, rows, width } = this.data;
    const bins = new Uint8Array(buffer, columns, rows * width);
    const { column, bin, missingLeft, left, value } = tree;
    for (const row of walked) {
      let node = 0;
      while (column[node]! >= 0) {
        const found = bins[column[node]! * rows + row]!;
        const goesLeft = found === missingBin ? missingLeft[node] === 1 : found <= bin[node]!;
        node = left[node]! + (goesLeft ? 0 : 1);
      }
      scores[row]! += value[node]!;
    }
  }
}

function greatestGain(leaves: readonly GrowingLeaf[]): number {
  let best = 0;
  for (let index = 1; index < leaves.length; index++) {
    if (leaves[index]!.gain > leaves[best]!.gain) best = index;
  }
  return best;
}

function growingLeaf(
  node: number,
  start: number,
  count: number,
  depth: number,
  hessian: number,
  gradient: number,
): GrowingLeaf {
  return {
    node,
    start,
    count,
    depth,
    hessian,
    gradient,
    slot: -1,
    gain: 0,
    feature: -1,
    bin: 0,
    missingLeft: 0,
    leftHessian: 0,
    leftGradient: 0,
  };
}

function growingTree(leaves: number): BinnedTree {
  const nodes = 2 * leaves - 1;
  return {
    column: new Int32Array(nodes).fill(-1),
    bin: new Int32Array(nodes),
    missingLeft: new Uint8Array(nodes),
    left: new Int32Array(nodes),
    cover: new Float64Array(nodes),
    value: new Float64Array(nodes),
  };
}

function firstNodes(tree: BinnedTree, nodes: number): BinnedTree {
  return {
    column: tree.column.slice(0, nodes),
    bin: tree.bin.slice(0, nodes),
    missingLeft: tree.missingLeft.slice(0, nodes),
    left: tree.left.slice(0, nodes),
    cover: tree.cover.slice(0, nodes),
    value: tree.value.slice(0, nodes),
  };
}
