import { Random } from "../random.ts";

/** The ascending indices of at most `limit` of `rows` rows, drawn by `seed` without replacement. */
export function sampleRows(rows: number, limit: number, seed: number): Uint32Array {
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  return rows <= limit ? all : new Random(seed).shuffle(all).slice(0, limit).sort();
}
