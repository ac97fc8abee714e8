import type { Random } from "../random.ts";
import type { BinnedMatrix } from "./histogram_bins.ts";

/**
 * The rows that a tree is grown on, in an order in which the rows of a node lie together. A sample is
 * `class << 8 | draws`: the class of the row and how often it was drawn.
 */
export interface NodeRows {
  readonly rows: Int32Array;
  readonly samples: Int32Array;
}

/**
 * Searches the split of a node that lowers the Gini impurity (Breiman et al., "Classification and Regression
 * Trees", 1984). All memory is taken once and used for every node.
 *
 * With the class weights L and R of the two sides, the impurity is lowest where Σ L²/ΣL + Σ R²/ΣR is highest.
 */
export abstract class SplitSearch {
  /** The best split found for the node: rows go left whose bin of `feature` is at most `bin`. */
  feature = -1;
  bin = 0;
  missingLeft = false;

  /** The bins that the rows of the node have in the feature looked at. */
  protected readonly nodeBins: Uint8Array;
  /** The samples of the node, with the numbers that its classes have among the classes present in it. */
  protected readonly nodeSamples: Int32Array;
  protected readonly classWeight: Float64Array;
  protected readonly classTotal: Float64Array;
  protected readonly leftTotal: Float64Array;
  protected classes = 0;
  protected size = 0;
  protected weight = 0;
  protected squares = 0;
  protected score = 0;
  private readonly classNumber: Int32Array;
  /** Where the rows of the node begin. */
  protected start = 0;

  constructor(
    protected readonly binned: BinnedMatrix,
    protected readonly node: NodeRows,
    classCount: number,
    protected readonly minSamplesLeaf: number,
  ) {
    this.nodeBins = new Uint8Array(binned.rows);
    this.nodeSamples = new Int32Array(binned.rows);
    this.classNumber = new Int32Array(classCount);
    this.classWeight = new Float64Array(classCount);
    this.classTotal = new Float64Array(classCount);
    this.leftTotal = new Float64Array(classCount);
  }

  /** Begins the search for the node of the rows from `start` up to but not with `end`. */
  enter(start: number, end: number, totals: Float64Array, classWeights: Float64Array): void {
    const { node, nodeSamples, classNumber, classTotal, classWeight } = this;
    let classes = 0, weight = 0, squares = 0;
    for (let label = 0; label < totals.length; label++) {
      const total = totals[label]!;
      if (total === 0) continue;
      classNumber[label] = classes;
      classTotal[classes] = total;
      classWeight[classes++] = classWeights[label]!;
      weight += total;
      squares += total * total;
    }
    for (let row = start; row < end; row++) {
      const sample = node.samples[row]!;
      nodeSamples[row - start] = classNumber[sample >> 8]! << 8 | sample & 255;
    }
    this.classes = classes;
    this.start = start;
    this.size = end - start;
    this.weight = weight;
    this.squares = squares;
    this.feature = -1;
    // A split must gain more than rounding errors do.
    this.score = squares / weight * (1 + 1e-10);
  }

  /** Whether all rows of the node have the same class. */
  get isPure(): boolean {
    return this.classes < 2;
  }

  /** Looks for a better split on `feature`; false where all rows of the node are in one bin of it. */
  abstract scan(feature: number, random: Random): boolean;
}
