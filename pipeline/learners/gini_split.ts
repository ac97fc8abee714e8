import { type BinnedMatrix, missingBin } from "./histogram_bins.ts";
import { type NodeRows, SplitSearch } from "./split_search.ts";

/** Nodes up to this size sort their rows; larger ones fill a histogram of bins × classes. */
const sortedRows = 64;

/** Searches the best of all splits of a node. Holes are tried on both sides. */
export class GiniSplit extends SplitSearch {
  private readonly counts = new Int32Array(missingBin + 1);
  private readonly histogram: Int32Array;
  private readonly keys = new Int32Array(sortedRows);

  constructor(
    binned: BinnedMatrix,
    node: NodeRows,
    classCount: number,
    minSamplesLeaf: number,
  ) {
    super(binned, node, classCount, minSamplesLeaf);
    this.histogram = new Int32Array((missingBin + 1) * classCount);
  }

  override scan(feature: number): boolean {
    if (!this.gatherBins(feature)) return false;
    if (this.size <= sortedRows) this.scanSorted(feature);
    else this.scanHistogram(feature);
    return true;
  }

  /** Fills `nodeBins`; false where all rows of the node are in one bin of `feature`. */
  private gatherBins(feature: number): boolean {
    const { node, nodeBins, start, size } = this;
    const { bins, rows } = this.binned;
    const column = feature * rows;
    const first = bins[column + node.rows[start]!]!;
    let differs = 0;
    for (let row = 0; row < size; row++) {
      const bin = bins[column + node.rows[start + row]!]!;
      nodeBins[row] = bin;
      differs |= bin ^ first;
    }
    return differs !== 0;
  }

  private scanSorted(feature: number): void {
    const { keys, nodeBins, size } = this;
    for (let row = 0; row < size; row++) {
      const key = nodeBins[row]! << 16 | row;
      let place = row;
      while (place > 0 && keys[place - 1]! > key) {
        keys[place] = keys[place - 1]!;
        place--;
      }
      keys[place] = key;
    }
    let present = size;
    while (keys[present - 1]! >> 16 === missingBin) present--;
    this.sweepSorted(feature, present, false);
    if (present < size) this.sweepSorted(feature, present, true);
  }

  private sweepSorted(feature: number, present: number, missingLeft: boolean): void {
    const { keys, nodeSamples, size, minSamplesLeaf, weight, squares } = this;
    const { classWeight, classTotal, leftTotal } = this;
    leftTotal.fill(0);
    // Rows with holes come last in the order; to put them on the left is to begin with them.
    const holes = missingLeft ? size - present : 0;
    const last = missingLeft ? size - 1 : Math.min(present, size - 1);
    let leftWeight = 0, leftSquares = 0, product = 0;
    let best = this.score, bestPlace = -1, bestWeight = 0;
    for (let taken = 0; taken < last; taken++) {
      const place = taken < holes ? present + taken : taken - holes;
      const sample = nodeSamples[keys[place]! & 0xffff]!;
      const label = sample >> 8;
      const added = classWeight[label]! * (sample & 255);
      const before = leftTotal[label]!;
      leftSquares += added * (2 * before + added);
      product += added * classTotal[label]!;
      leftTotal[label] = before + added;
      leftWeight += added;
      if (taken + 1 < minSamplesLeaf || size - taken - 1 < minSamplesLeaf) continue;
      if (taken < holes || keys[place]! >> 16 === keys[place + 1]! >> 16) continue;
      const score = leftSquares / leftWeight +
        (squares - 2 * product + leftSquares) / (weight - leftWeight);
      if (score > best) {
        best = score;
        bestPlace = place;
        bestWeight = leftWeight;
      }
    }
    if (bestPlace < 0) return;
    const next = bestPlace + 1 < present ? keys[bestPlace + 1]! >> 16 : missingBin;
    const side = present < size ? missingLeft : 2 * bestWeight >= weight;
    this.take(feature, best, keys[bestPlace]! >> 16, next, side);
  }

  private scanHistogram(feature: number): void {
    const { counts, histogram, nodeBins, nodeSamples, classes, size } = this;
    const binCount = this.binned.thresholds[feature]!.length + 1;
    counts.fill(0);
    histogram.fill(0, 0, binCount * classes);
    histogram.fill(0, missingBin * classes, (missingBin + 1) * classes);
    for (let row = 0; row < size; row++) {
      const bin = nodeBins[row]!;
      const sample = nodeSamples[row]!;
      counts[bin]!++;
      histogram[bin * classes + (sample >> 8)]! += sample & 255;
    }
    this.sweepHistogram(feature, binCount, false);
    if (counts[missingBin]! > 0) this.sweepHistogram(feature, binCount, true);
  }

  private sweepHistogram(feature: number, binCount: number, missingLeft: boolean): void {
    const { counts, histogram, size, classes, minSamplesLeaf, weight, squares } = this;
    const { classWeight, classTotal, leftTotal } = this;
    leftTotal.fill(0);
    let leftRows = 0, leftWeight = 0, leftSquares = 0, product = 0;
    let best = this.score, bestBin = -1, bestWeight = 0;
    for (let turn = missingLeft ? -1 : 0; turn < binCount; turn++) {
      const bin = turn < 0 ? missingBin : turn;
      if (counts[bin] === 0) continue;
      leftRows += counts[bin]!;
      for (let label = 0; label < classes; label++) {
        const draws = histogram[bin * classes + label]!;
        if (draws === 0) continue;
        const added = classWeight[label]! * draws;
        const before = leftTotal[label]!;
        leftSquares += added * (2 * before + added);
        product += added * classTotal[label]!;
        leftTotal[label] = before + added;
        leftWeight += added;
      }
      if (turn < 0 || leftRows < minSamplesLeaf) continue;
      if (size - leftRows < minSamplesLeaf) break;
      const score = leftSquares / leftWeight +
        (squares - 2 * product + leftSquares) / (weight - leftWeight);
      if (score > best) {
        best = score;
        bestBin = bin;
        bestWeight = leftWeight;
      }
    }
    if (bestBin < 0) return;
    let next = bestBin + 1;
    while (next < binCount && counts[next] === 0) next++;
    const side = counts[missingBin]! > 0 ? missingLeft : 2 * bestWeight >= weight;
    this.take(feature, best, bestBin, next < binCount ? next : missingBin, side);
  }

  /** Keeps the split between `bin` and `next`, the neighbouring bins that have rows in this node. */
  private take(feature: number, score: number, bin: number, next: number, left: boolean): void {
    const thresholds = this.binned.thresholds[feature]!;
    this.feature = feature;
    this.score = score;
    this.missingLeft = left;
    if (next === missingBin) {
      this.bin = thresholds.length;
      return;
    }
    // A threshold near the middle of the gap leaves new values room on both sides.
    const middle = (thresholds[bin]! + thresholds[next - 1]!) / 2;
    while (bin < next - 1 && thresholds[bin + 1]! <= middle) bin++;
    this.bin = bin;
  }
}
