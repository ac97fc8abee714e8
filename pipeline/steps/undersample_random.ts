import { z } from "zod";
import { classSizes } from "../evaluation/stratified_folds.ts";
import type { ParamMeta } from "../param_meta.ts";
import { Random } from "../random.ts";
import { takeLabels, takeRows } from "../table/feature_matrix.ts";
import { rowsOfClass } from "./class_growth.ts";
import type { RowStep } from "./row_step.ts";

const params = z.strictObject({
  ratio: z.number().min(1).max(10_000).default(1).meta(
    {
      label: { en: "Ratio", zh: "目标比例" },
      help: {
        en: "No class keeps more than this many times the rows of the smallest class.",
        zh: "任何类别保留的行数不超过最小类别行数的这一倍数。",
      },
      search: { low: 1, high: 10, scale: "log" },
    } satisfies ParamMeta,
  ),
  least: z.int().min(1).max(1_000_000).default(20).meta(
    {
      label: { en: "Least rows", zh: "最少行数" },
      help: {
        en: "No class is cut below this many rows, however few the smallest class has.",
        zh: "无论最小类别有多少行，任何类别都不会减少到该行数以下。",
      },
    } satisfies ParamMeta,
  ),
});

/** Drops rows of the larger classes at random; those that stay keep their order. */
export const undersampleRandom: RowStep<z.infer<typeof params>> = {
  role: "row",
  name: "undersample-random",
  version: 1,
  title: { en: "Undersample at random", zh: "随机欠采样" },
  summary: {
    en: "Drops training rows of the larger classes until they have few enough.",
    zh: "随机删除多数类别的训练行，直至数量足够少。",
  },
  params,

  apply: ({ matrix, labels }, { ratio, least }, context) => {
    const random = new Random(context.seed);
    const sizes = classSizes(labels).filter((size) => size > 0);
    const smallest = sizes.reduce((fewest, size) => Math.min(fewest, size), Infinity);
    const limit = Math.max(least, Math.round(ratio * smallest));
    const kept = labels.classes.flatMap((_, code) => {
      context.progress(code / labels.classes.length);
      const rows = rowsOfClass(labels, code);
      return Array.from(rows.length <= limit ? rows : random.shuffle(rows).subarray(0, limit));
    }).sort((a, b) => a - b);
    return { matrix: takeRows(matrix, kept), labels: takeLabels(labels, kept) };
  },
};
