import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import {
  applySelection,
  type ColumnSelection,
  keepHighest,
  lowerSelection,
} from "./column_selection.ts";
import type { ColumnStep } from "./column_step.ts";
import { minMaxVariance } from "./min_max_variance.ts";
import { stabilityParams, stably } from "./stable_selection.ts";

const params = z.strictObject({
  threshold: z.number().min(0).max(0.25).default(0.001).meta(
    {
      label: { en: "Threshold", zh: "阈值" },
      help: {
        en: "Columns are kept whose variance, after scaling to [0, 1], exceeds this; the largest " +
          "possible is 0.25.",
        zh: "保留缩放到 [0, 1] 后方差大于该值的列；方差最大可能为 0.25。",
      },
    } satisfies ParamMeta,
  ),
  ...stabilityParams,
});

type SelectVarianceParams = z.infer<typeof params>;

/**
 * Keeps the columns whose known values, scaled to [0, 1] by their range, have a variance above the
 * threshold: in raw units one threshold could not fit KPIs between 1 and 1e17. Where none exceeds it, the
 * one that varies most stays.
 */
export const selectVariance: ColumnStep<SelectVarianceParams, ColumnSelection> = {
  role: "column",
  name: "select-variance",
  version: 1,
  title: { en: "Select by variance", zh: "按方差选择特征" },
  summary: {
    en: "Keeps the columns that vary enough over the training rows.",
    zh: "保留在训练行中变化足够大的列。",
  },
  params,
  usesLabels: false,

  fit: stably((matrix, { threshold }) => {
    const scores = minMaxVariance(matrix);
    return keepHighest(scores, scores.filter((variance) => variance > threshold).length);
  }),
  apply: applySelection,
  lower: lowerSelection,
};
