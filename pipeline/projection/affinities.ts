import type { RowNeighbours } from "./row_neighbours.ts";

/** A symmetric sparse matrix of how much rows belong together; all its values add up to 1. */
export interface Affinities {
  /** n + 1: the entries of row i stand from `starts[i]` to before `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

const maxHalvings = 100;
const tolerance = 1e-6;

/**
 * The joint probabilities of t-SNE: each row's neighbours under a normal distribution as wide as gives it that
 * perplexity, made symmetric (van der Maaten & Hinton, "Visualizing data using t-SNE", 2008, 3.1).
 */
export function affinities(
  neighbours: RowNeighbours,
  rows: number,
  perplexity: number,
): Affinities {
  const { count } = neighbours;
  const conditional = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++) {
    const from = row * count;
    const squares = neighbours.squares.subarray(from, from + count);
    calibrate(squares, Math.log(perplexity), conditional.subarray(from, from + count));
  }
  return symmetric(neighbours, conditional, rows);
}

/** Sets the probabilities of one row's neighbours so that their entropy is `entropy`, by bisection. */
function calibrate(squares: Float64Array, entropy: number, probabilities: Float64Array): void {
  const nearest = squares[0] ?? 0;
  let precision = 1, low = 0, high = Infinity;
  for (let step = 0; step < maxHalvings; step++) {
    let sum = 0, weighted = 0;
    for (let place = 0; place < squares.length; place++) {
      const square = squares[place]! - nearest;
      const weight = Math.exp(-precision * square);
      probabilities[place] = weight;
      sum += weight;
      weighted += weight * square;
    }
    for (let place = 0; place < squares.length; place++) probabilities[place]! /= sum;
    const difference = Math.log(sum) + precision * weighted / sum - entropy;
    if (Math.abs(difference) < tolerance) return;
    if (difference > 0) low = precision;
    else high = precision;
    precision = high === Infinity ? precision * 2 : (low + high) / 2;
    // Neighbours that are all as far away look alike whatever the width.
    if (precision === 0 || precision === Infinity) return;
  }
}

/** (P + Pᵀ) / 2n, entries of a row by ascending column. */
function symmetric(
  { count, rows: neighbours }: RowNeighbours,
  conditional: Float64Array,
  rows: number,
): Affinities {
  const entries = Array.from({ length: rows }, () => new Map<number, number>());
  const add = (row: number, column: number, value: number): void => {
    const own = entries[row]!;
    own.set(column, (own.get(column) ?? 0) + value);
  };
  for (let row = 0; row < rows; row++) {
    for (let place = row * count; place < (row + 1) * count; place++) {
      const value = conditional[place]! / (2 * rows);
      add(row, neighbours[place]!, value);
      add(neighbours[place]!, row, value);
    }
  }
  const starts = new Int32Array(rows + 1);
  for (const [row, own] of entries.entries()) starts[row + 1] = starts[row]! + own.size;
  const columns = new Int32Array(starts[rows]!);
  const values = new Float64Array(starts[rows]!);
  for (const [row, own] of entries.entries()) {
    const sorted = [...own].sort((a, b) => a[0] - b[0]);
    for (const [place, [column, value]] of sorted.entries()) {
      columns[starts[row]! + place] = column;
      values[starts[row]! + place] = value;
    }
  }
  return { starts, columns, values };
}
