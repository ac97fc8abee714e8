import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import {
  applySelection,
  type ColumnSelection,
  keepHighest,
  lowerSelection,
} from "./column_selection.ts";
import type { ColumnStep } from "./column_step.ts";
import { anovaF } from "./anova_f.ts";
import { requiredLabels } from "./required_labels.ts";

const params = z.strictObject({
  count: z.int().min(1).max(100_000).default(50).meta(
    {
      label: { en: "Columns", zh: "列数" },
      help: {
        en: "How many columns are kept; all of them where there are fewer.",
        zh: "保留的列数；总列数不足时全部保留。",
      },
    } satisfies ParamMeta,
  ),
});

type SelectAnovaParams = z.infer<typeof params>;

/**
 * Keeps the `count` columns whose class means differ most beside the spread within the classes: the highest
 * F statistics of {@linkcode anovaF}, the earlier column on ties.
 */
export const selectAnova: ColumnStep<SelectAnovaParams, ColumnSelection> = {
  role: "column",
  name: "select-anova",
  version: 1,
  title: { en: "Select by ANOVA F", zh: "按方差分析 F 值选择特征" },
  summary: {
    en: "Keeps the columns whose mean differs most between the classes.",
    zh: "保留各类别均值差异最显著的列。",
  },
  params,
  usesLabels: true,

  fit: (matrix, { count }, context) =>
    keepHighest(anovaF(matrix, requiredLabels(context, "select-anova")), count),
  apply: applySelection,
  lower: lowerSelection,
};
