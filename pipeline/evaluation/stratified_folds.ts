import type { Random } from "../random.ts";
import type { Labels } from "../table/feature_matrix.ts";

/**
 * The fold of each row (n numbers below `folds`). The sizes of the folds, and the rows of each class in
 * them, differ by at most one: the rows, shuffled and sorted by class, are dealt out in turn.
 */
export function stratifiedFolds(labels: Labels, folds: number, random: Random): Int32Array {
  const foldOf = new Int32Array(labels.codes.length);
  for (const [position, row] of shuffledByClass(labels, random).entries()) {
    foldOf[row] = position % folds;
  }
  return foldOf;
}

/**
 * 1 for each row to test, 0 for each row to train on. About `testShare` of each class is tested, at least
 * one row and never all of them; a class of one row stays in training.
 */
export function stratifiedHoldOut(labels: Labels, testShare: number, random: Random): Int32Array {
  const order = shuffledByClass(labels, random);
  const foldOf = new Int32Array(order.length);
  let start = 0;
  for (const size of classSizes(labels)) {
    // Rounding the running total keeps every class within one row of its share, and the sum exact.
    const share = Math.round((start + size) * testShare) - Math.round(start * testShare);
    const tested = Math.min(Math.max(share, 1), size - 1);
    for (let position = start; position < start + tested; position++) foldOf[order[position]!] = 1;
    start += size;
  }
  return foldOf;
}

/** The number of rows of each class. */
export function classSizes({ classes, codes }: Labels): Int32Array {
  const sizes = new Int32Array(classes.length);
  for (let row = 0; row < codes.length; row++) sizes[codes[row]!]!++;
  return sizes;
}

function shuffledByClass(labels: Labels, random: Random): Int32Array {
  const { codes } = labels;
  const shuffled = random.shuffle(Int32Array.from(codes, (_, row) => row));
  const next = new Int32Array(labels.classes.length);
  let start = 0;
  for (const [code, size] of classSizes(labels).entries()) {
    next[code] = start;
    start += size;
  }
  const order = new Int32Array(codes.length);
  for (const row of shuffled) order[next[codes[row]!]!++] = row;
  return order;
}
