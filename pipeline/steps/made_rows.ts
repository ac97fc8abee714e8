import type { Random } from "../random.ts";
import { type FeatureMatrix, takeLabels, takeRows } from "../table/feature_matrix.ts";
import type { LabelledRows } from "./row_step.ts";

/** Where made-up rows come from: row i lies between `origins[i]` and `partners[i]`. */
export interface RowPairs {
  readonly origins: number[];
  readonly partners: number[];
}

/**
 * Adds `count` pairs: the origins are `bases` in turn, in random order, so that each serves as often as any
 * other but once; the partner is one of those that `partnersOf` finds, or the origin itself where there is none.
 *
 * @param alive Called with how many pairs there are, for each of them.
 */
export function drawPairs(
  pairs: RowPairs,
  bases: Int32Array,
  count: number,
  partnersOf: (row: number) => ArrayLike<number>,
  random: Random,
  alive: (pairs: number) => void,
): void {
  const order = random.shuffle(bases.slice());
  const found = new Map<number, ArrayLike<number>>();
  for (let drawn = 0; drawn < count; drawn++) {
    alive(pairs.origins.length);
    const origin = order[drawn % order.length]!;
    const partners = found.get(origin) ?? partnersOf(origin);
    found.set(origin, partners);
    pairs.origins.push(origin);
    pairs.partners.push(partners[random.below(partners.length)] ?? origin);
  }
}

/**
 * The rows as they are, and behind them one for each pair: origin + gap·(partner − origin), with a gap in
 * [0, 1) for the row. It is a hole where either of the two has one; class and group are those of the origin.
 */
export function appendBetween(rows: LabelledRows, pairs: RowPairs, random: Random): LabelledRows {
  const all = [...rows.labels.codes.keys(), ...pairs.origins];
  const matrix = takeRows(rows.matrix, all);
  const width = matrix.names.length;
  for (const [index, partner] of pairs.partners.entries()) {
    const start = (rows.matrix.rows + index) * width;
    moveTowards(matrix, start, rows.matrix.values, partner * width, random.next());
  }
  return { matrix, labels: takeLabels(rows.labels, all) };
}

function moveTowards(
  { names: { length: width }, values }: FeatureMatrix,
  start: number,
  sources: Float32Array,
  partner: number,
  gap: number,
): void {
  for (let column = 0; column < width; column++) {
    const value = values[start + column]!;
    values[start + column] = value + gap * (sources[partner + column]! - value);
  }
}
