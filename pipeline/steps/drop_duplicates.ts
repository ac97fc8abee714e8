import { z } from "zod";
import type { RunContext } from "../run_context.ts";
import { takeLabels, takeRows } from "../table/feature_matrix.ts";
import type { LabelledRows, RowStep } from "./row_step.ts";

const params = z.strictObject({});

/**
 * Keeps the first of the rows that agree in every feature and in the label; two holes agree, and so do 0
 * and -0. Rows that agree in their features only are all kept: which label is right cannot be known here.
 */
export const dropDuplicates: RowStep<z.infer<typeof params>> = {
  role: "row",
  name: "drop-duplicates",
  version: 1,
  title: { en: "Drop duplicate rows", zh: "删除重复行" },
  summary: {
    en: "Keeps one of the training rows that agree in every feature and in the label.",
    zh: "特征与标签完全相同的训练行只保留一行。",
  },
  params,

  apply: ({ matrix, labels }, _params, context) => {
    const first = firstOccurrences({ matrix, labels }, context);
    return { matrix: takeRows(matrix, first), labels: takeLabels(labels, first) };
  },
};

/** The indices of the rows that no row before them equals, ascending. */
function firstOccurrences({ matrix, labels }: LabelledRows, context: RunContext): number[] {
  const width = matrix.names.length;
  const words = new Uint32Array(canonical(matrix.values).buffer);
  const isSame = (a: number, b: number): boolean => {
    if (labels.codes[a] !== labels.codes[b]) return false;
    for (let column = 0; column < width; column++) {
      if (words[a * width + column] !== words[b * width + column]) return false;
    }
    return true;
  };
  const kept: number[] = [];
  const byHash = new Map<number, number[]>();
  for (let row = 0; row < matrix.rows; row++) {
    context.progress(row / matrix.rows);
    const hash = hashOf(words, row * width, (row + 1) * width, labels.codes[row]!);
    const alike = byHash.get(hash) ?? [];
    if (alike.some((other) => isSame(other, row))) continue;
    byHash.set(hash, [...alike, row]);
    kept.push(row);
  }
  return kept;
}

/** The same values with one bit pattern for every NaN and for both zeros. */
function canonical(values: Float32Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(values, (value) => value !== value ? NaN : value + 0);
}

/** MurmurHash3 over 32-bit words (Appleby), without its last mixing. */
function hashOf(words: Uint32Array, start: number, end: number, seed: number): number {
  let hash = seed;
  for (let index = start; index < end; index++) {
    let word = Math.imul(words[index]!, 0xcc9e2d51);
    word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
    hash ^= word;
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64 | 0;
  }
  return hash;
}
