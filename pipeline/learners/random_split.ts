import type { Random } from "../random.ts";
import { type BinnedMatrix, missingBin } from "./histogram_bins.ts";
import { type NodeRows, SplitSearch } from "./split_search.ts";

/**
 * Tries one random split of each feature, as extremely randomised trees do. Where these draw a value evenly
 * from the range of the node, a border between the bins of that range is drawn here, which no outlier of 1e17
 * can turn into a split of nothing. Holes are tried on both sides of it.
 */
export class RandomSplit extends SplitSearch {
  private readonly missingTotal: Float64Array;

  constructor(
    binned: BinnedMatrix,
    node: NodeRows,
    classCount: number,
    minSamplesLeaf: number,
  ) {
    super(binned, node, classCount, minSamplesLeaf);
    this.missingTotal = new Float64Array(classCount);
  }

  override scan(feature: number, random: Random): boolean {
    const { node, nodeBins, start, size } = this;
    const { bins, rows } = this.binned;
    const column = feature * rows;
    let lowest = missingBin, highest = 0, missing = 0;
    for (let row = 0; row < size; row++) {
      const bin = bins[column + node.rows[start + row]!]!;
      nodeBins[row] = bin;
      if (bin === missingBin) {
        missing++;
        continue;
      }
      if (bin < lowest) lowest = bin;
      if (bin > highest) highest = bin;
    }
    if (missing === size || missing === 0 && lowest === highest) return false;
    const cut = lowest < highest ? lowest + random.below(highest - lowest) : missingBin - 1;
    this.tryCut(feature, cut);
    return true;
  }

  private tryCut(feature: number, cut: number): void {
    const { nodeBins, nodeSamples, size, classes, classWeight, leftTotal, missingTotal } = this;
    leftTotal.fill(0, 0, classes);
    missingTotal.fill(0, 0, classes);
    let leftRows = 0, missingRows = 0;
    for (let row = 0; row < size; row++) {
      const bin = nodeBins[row]!;
      const sample = nodeSamples[row]!;
      const label = sample >> 8;
      if (bin <= cut) {
        leftTotal[label]! += classWeight[label]! * (sample & 255);
        leftRows++;
      } else if (bin === missingBin) {
        missingTotal[label]! += classWeight[label]! * (sample & 255);
        missingRows++;
      }
    }
    const leftWeight = this.keepBetter(feature, cut, leftRows, false);
    if (missingRows === 0) {
      // Holes that come one day go with most rows.
      if (this.feature === feature) this.missingLeft = 2 * leftWeight >= this.weight;
      return;
    }
    for (let label = 0; label < classes; label++) leftTotal[label]! += missingTotal[label]!;
    this.keepBetter(feature, cut, leftRows + missingRows, true);
  }

  /** Keeps the split that puts `leftTotal` on the left if it is the best yet; returns the weight there. */
  private keepBetter(feature: number, cut: number, leftRows: number, missingLeft: boolean): number {
    const { classes, leftTotal, classTotal, weight, size, minSamplesLeaf } = this;
    let leftWeight = 0, leftSquares = 0, rightSquares = 0;
    for (let label = 0; label < classes; label++) {
      const left = leftTotal[label]!;
      const right = classTotal[label]! - left;
      leftWeight += left;
      leftSquares += left * left;
      rightSquares += right * right;
    }
    if (leftRows < minSamplesLeaf || size - leftRows < minSamplesLeaf) return leftWeight;
    const score = leftSquares / leftWeight + rightSquares / (weight - leftWeight);
    if (score > this.score) {
      this.feature = feature;
      this.score = score;
      this.bin = Math.min(cut, this.binned.thresholds[feature]!.length);
      this.missingLeft = missingLeft;
    }
    return leftWeight;
  }
}
