/**
 * The hot loops of gradient boosting. All arguments that name a place are byte offsets into the one memory
 * the kernel works on. A cell of a histogram, a gradient and a total take 8 bytes each: an Int32 sum of
 * hessians, never negative, then an Int32 sum of gradients. Whole numbers make the sums the same in any order.
 */
export interface BoostingKernel {
  /** Adds the gradients of the `count` rows at `rows` (Int32) to the cells that their bins fall into. */
  addRows(
    histogram: number,
    features: number,
    featureCount: number,
    /** Row-major, `width` bytes a row. */
    bins: number,
    width: number,
    /** By the number of the row. */
    gradients: number,
    rows: number,
    count: number,
  ): void;
  /**
   * Looks for the split of a node with the greatest Σ G²/(H + l2) over its two sides, which has to exceed
   * `scoreToBeat`, each side with at least `minWeight` hessian; the result goes to `split`. With `sibling`
   * not 0 its cells are first taken away from the histogram.
   */
  findSplit(
    histogram: number,
    sibling: number,
    features: number,
    featureCount: number,
    total: number,
    l2: number,
    minWeight: number,
    scoreToBeat: number,
    split: number,
  ): void;
  /**
   * Moves the rows whose bin in `column` is at most `lastLeft`, and those without value where `missingLeft`
   * is 1, to the front, both sides in their old order; returns how many these are. `others` has room for all.
   */
  partition(
    rows: number,
    count: number,
    column: number,
    lastLeft: number,
    missingLeft: number,
    others: number,
  ): number;
  /** Sets bytes to 0. */
  clear(start: number, bytes: number): void;
}

/**
 * The Int32s of an entry of the feature table: the column of its bins, the byte offset of its cells in a
 * histogram, the number of its value bins; the fourth is unused. Its cells are one for each value bin, then
 * one for missing values.
 */
export const featureEntry = { column: 0, offset: 1, valueBins: 2, length: 4 } as const;

/**
 * The Int32s of a split behind its score (a Float64, two Int32s long): the feature's position in the table, -1
 * where there is no split; the last bin on the left; 1 where missing values go left; the total of the left.
 */
export const splitEntry = {
  feature: 2,
  bin: 3,
  missingLeft: 4,
  hessian: 6,
  gradient: 7,
  length: 8,
} as const;
