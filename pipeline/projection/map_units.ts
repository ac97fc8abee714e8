import { normalQuantile } from "../steps/normal_quantile.ts";
import { columnOf, type FeatureMatrix } from "../table/feature_matrix.ts";
import { quantile } from "../table/column_statistics.ts";
import type { RunContext } from "../run_context.ts";
import type { DenseRows } from "./dense_rows.ts";

/** How columns of unlike units are made comparable. */
export type MapScale = "rank" | "standardise" | "none";

/** Rows as a projection takes them, and what was done for that. */
export interface MapUnits extends DenseRows {
  /** The share of cells that were holes and hold the median of their column now. */
  readonly filled: number;
  /** How many columns were left out since they hold one value only. */
  readonly constant: number;
}

/**
 * Makes rows fit for distances: holes become the median of their column, columns that hold one value are left out,
 * the others become normal scores of their ranks or standard scores, in float64.
 */
export function mapUnits(matrix: FeatureMatrix, scale: MapScale, context: RunContext): MapUnits {
  const { rows, names } = matrix;
  const columns: Float64Array[] = [];
  let holes = 0;
  for (const index of names.keys()) {
    context.progress(index / names.length);
    const column = columnOf(matrix, index);
    const present = column.filter((value) => value === value).sort();
    holes += rows - present.length;
    if (present.length === 0 || present[0] === present.at(-1)) continue;
    const filled = Float64Array.from(column);
    const median = quantile(present, 0.5);
    for (let row = 0; row < rows; row++) if (filled[row] !== filled[row]) filled[row] = median;
    columns.push(scales[scale](filled));
  }
  const width = columns.length;
  const values = new Float64Array(rows * width);
  for (const [index, column] of columns.entries()) {
    for (let row = 0, cell = index; row < rows; row++, cell += width) values[cell] = column[row]!;
  }
  const cells = rows * names.length;
  return {
    rows,
    width,
    values,
    filled: cells === 0 ? 0 : holes / cells,
    constant: names.length - width,
  };
}

const scales: Readonly<Record<MapScale, (column: Float64Array) => Float64Array>> = {
  rank: normalScores,
  standardise: standardScores,
  none: (column) => column,
};

/** The normal quantile of each value's mid-rank (van der Waerden scores). */
function normalScores(column: Float64Array): Float64Array {
  const order = Array.from(column.keys()).sort((a, b) => column[a]! - column[b]! || a - b);
  const scores = new Float64Array(column.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    const value = column[order[start]!]!;
    while (end < order.length && column[order[end]!] === value) end++;
    const score = normalQuantile((start + end) / 2 / order.length);
    for (let place = start; place < end; place++) scores[order[place]!] = score;
  }
  return scores;
}

function standardScores(column: Float64Array): Float64Array {
  let mean = 0, variance = 0;
  for (const value of column) mean += value / column.length;
  for (const value of column) variance += (value - mean) ** 2 / column.length;
  const deviation = Math.sqrt(variance);
  return column.map((value) => deviation === 0 ? 0 : (value - mean) / deviation);
}
