/**
 * The scores of calibration rows as a model file keeps them: every one of the highest, then fewer and fewer, each
 * about 2 % further down the list.
 */
export interface NoveltyGrid {
  /** How many rows there were. */
  readonly count: number;
  /** Descending. */
  readonly scores: Float32Array;
}

/** Ranks are kept that differ by this factor. */
const step = 1.02;

/** The grid of scores; NaN is none. */
export function noveltyGrid(scores: Float32Array): NoveltyGrid {
  const ascending = scores.filter((score) => !Number.isNaN(score)).sort();
  const count = ascending.length;
  return { count, scores: Float32Array.from(keptRanks(count), (rank) => ascending[count - rank]!) };
}

/** How many scores the grid of so many rows keeps. */
export function gridLength(count: number): number {
  return keptRanks(count).length;
}

/** Gives p-values by a grid: small for scores that few of its rows reach. */
export class NoveltyQuantiles {
  private readonly ranks: Int32Array;

  constructor(private readonly grid: NoveltyGrid) {
    this.ranks = Int32Array.from(keptRanks(grid.count));
  }

  /**
   * The share of the calibration rows that score at least as high, the row itself counted as one of them: not too
   * small a p-value for rows of the same kind (Vovk, Gammerman & Shafer, "Algorithmic learning in a random world",
   * 2005). Between two kept ranks the greater share is given.
   */
  pValue(score: number): number {
    if (Number.isNaN(score)) return NaN;
    const { ranks, grid: { scores, count } } = this;
    let low = 0, high = scores.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (scores[middle]! >= score) low = middle + 1;
      else high = middle;
    }
    const reached = low === ranks.length ? count : ranks[low]! - 1;
    return (reached + 1) / (count + 1);
  }
}

/** Ascending, from 1 to `count`. */
function keptRanks(count: number): number[] {
  const ranks: number[] = [];
  for (let rank = 1; rank < count; rank = Math.max(rank + 1, Math.floor(rank * step))) {
    ranks.push(rank);
  }
  if (count > 0) ranks.push(count);
  return ranks;
}
