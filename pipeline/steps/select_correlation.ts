import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { columnOf } from "../table/feature_matrix.ts";
import { applySelection, type ColumnSelection, lowerSelection } from "./column_selection.ts";
import type { ColumnStep } from "./column_step.ts";
import { correlation } from "./correlation.ts";
import { stabilityParams, stably } from "./stable_selection.ts";

const params = z.strictObject({
  threshold: z.number().min(0).max(1).default(0.95).meta(
    {
      label: { en: "Threshold", zh: "阈值" },
      help: {
        en:
          "A column is dropped whose correlation with an earlier kept one is, without its sign, " +
          "above this.",
        zh: "若某列与前面已保留列的相关系数绝对值大于该值，则删除该列。",
      },
    } satisfies ParamMeta,
  ),
  ...stabilityParams,
});

type SelectCorrelationParams = z.infer<typeof params>;

/**
 * Drops a column that repeats one kept before it: whose Pearson correlation with it, over the rows that
 * know both, lies beyond ±`threshold`. Of two such columns the earlier one in the table stays, so the
 * first always does. The score of a column is its strongest |correlation| with a kept column before it.
 */
export const selectCorrelation: ColumnStep<SelectCorrelationParams, ColumnSelection> = {
  role: "column",
  name: "select-correlation",
  version: 1,
  title: { en: "Drop correlated columns", zh: "删除高度相关的列" },
  summary: {
    en: "Drops columns that say nearly the same as an earlier one.",
    zh: "删除与前面某列信息几乎重复的列。",
  },
  params,
  usesLabels: false,

  fit: stably((matrix, { threshold }, context) => {
    const columns = matrix.names.map((_, index) => columnOf(matrix, index));
    const scores = new Float64Array(columns.length);
    const kept: number[] = [];
    for (const [index, column] of columns.entries()) {
      context.progress(index / columns.length);
      for (const earlier of kept) {
        const strength = Math.abs(correlation(columns[earlier]!, column));
        if (strength > scores[index]!) scores[index] = strength;
        if (strength > threshold) break;
      }
      if (scores[index]! <= threshold) kept.push(index);
    }
    return { kept, scores };
  }),
  apply: applySelection,
  lower: lowerSelection,
};
