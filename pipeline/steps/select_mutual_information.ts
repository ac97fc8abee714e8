import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import {
  applySelection,
  type ColumnSelection,
  keepHighest,
  lowerSelection,
} from "./column_selection.ts";
import type { ColumnStep } from "./column_step.ts";
import { mutualInformation } from "./mutual_information.ts";
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

type SelectMutualInformationParams = z.infer<typeof params>;

/**
 * Keeps the `count` columns that tell most about the label, in whatever shape: the highest
 * {@linkcode mutualInformation}, the earlier column on ties.
 */
export const selectMutualInformation: ColumnStep<SelectMutualInformationParams, ColumnSelection> = {
  role: "column",
  name: "select-mutual-information",
  version: 1,
  title: { en: "Select by mutual information", zh: "按互信息选择特征" },
  summary: {
    en:
      "Keeps the columns that tell most about the label, also where the dependence is not linear.",
    zh: "保留与标签互信息最大的列，非线性关系同样有效。",
  },
  params,
  usesLabels: true,

  fit: (matrix, { count }, context) =>
    keepHighest(
      mutualInformation(
        matrix,
        requiredLabels(context, "select-mutual-information"),
        (fraction) => context.progress(fraction),
      ),
      count,
    ),
  apply: applySelection,
  lower: lowerSelection,
};
