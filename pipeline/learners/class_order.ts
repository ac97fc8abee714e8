import type { Labels } from "../table/feature_matrix.ts";

/** Rows in an order in which those of each class stand together, and where each class starts. */
export interface ClassOrder {
  readonly order: Int32Array;
  /** The rows of class c are at `order[starts[c]]` up to `order[starts[c + 1] - 1]`. */
  readonly starts: Int32Array;
}

/** The rows sorted by class; within a class as they were. */
export function sortByClass({ codes, classes }: Labels): ClassOrder {
  const starts = new Int32Array(classes.length + 1);
  for (const code of codes) starts[code + 1]!++;
  for (let code = 0; code < classes.length; code++) starts[code + 1]! += starts[code]!;
  const next = starts.slice();
  const order = new Int32Array(codes.length);
  for (const [row, code] of codes.entries()) order[next[code]!++] = row;
  return { order, starts };
}
