import type { Random } from "../random.ts";

/**
 * The ascending indices of about `limit` rows, drawn so that each class keeps its share but at least two rows
 * where it has them; all rows where there are no more than `limit`.
 */
export function stratifiedSample(codes: Int32Array, limit: number, random: Random): Int32Array {
  if (codes.length <= limit) return Int32Array.from(codes.keys());
  const byClass = new Map<number, number[]>();
  codes.forEach((code, row) => {
    const rows = byClass.get(code);
    if (rows === undefined) byClass.set(code, [row]);
    else rows.push(row);
  });
  const drawn = [...byClass.keys()].sort((a, b) => a - b).flatMap((code) => {
    const rows = byClass.get(code)!;
    const share = Math.floor(rows.length * limit / codes.length);
    return random.shuffle(rows).slice(0, Math.max(2, share));
  });
  return Int32Array.from(drawn).sort();
}
