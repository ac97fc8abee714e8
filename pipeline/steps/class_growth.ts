import { z } from "zod";
import { classSizes } from "../evaluation/stratified_folds.ts";
import type { ParamMeta } from "../param_meta.ts";
import type { Labels } from "../table/feature_matrix.ts";

/** The params of every row step that adds rows to the rarer classes. */
export const growthParams = {
  ratio: z.number().gt(0).max(1).default(1).meta(
    {
      label: { en: "Ratio", zh: "目标比例" },
      help: {
        en: "Classes are brought up to this share of the rows of the largest class.",
        zh: "将各类别的行数补足到最大类别行数的这一比例。",
      },
      search: { low: 0.2, high: 1, scale: "linear" },
    } satisfies ParamMeta,
  ),
  growth: z.number().min(1).max(10_000).default(100).meta(
    {
      label: { en: "Greatest growth", zh: "最大增长倍数" },
      help: {
        en:
          "No class grows to more than this many times its own rows, so that a handful does not " +
          "fill the table.",
        zh: "任何类别至多增长到自身行数的若干倍，以免极少数行充斥整个数据表。",
      },
    } satisfies ParamMeta,
  ),
};

interface Growth {
  readonly ratio: number;
  readonly growth: number;
}

/** How many rows each class is to get beside those it has: k numbers, 0 for a class without rows. */
export function rowsToMake(labels: Labels, { ratio, growth }: Growth): Int32Array {
  const sizes = classSizes(labels);
  const wanted = Math.round(ratio * sizes.reduce((most, size) => Math.max(most, size), 0));
  return sizes.map((size) => Math.max(0, Math.min(wanted, Math.floor(growth * size)) - size));
}

/** The ascending indices of the rows of one class. */
export function rowsOfClass({ codes }: Labels, code: number): Int32Array {
  return Int32Array.from(codes.keys()).filter((row) => codes[row] === code);
}
