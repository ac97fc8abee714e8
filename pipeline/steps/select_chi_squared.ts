import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { chiSquaredOfBins, chiSquaredOfSums } from "./chi_squared.ts";
import { highestParams, selectHighest } from "./select_highest.ts";

const params = z.strictObject({
  ...highestParams,
  values: z.enum(["bins", "min-max"]).default("bins").meta(
    {
      label: { en: "Values", zh: "取值方式" },
      help: {
        en: "What is counted in each class; bins see any shape, and outliers do not move them.",
        zh: "在各类别中统计的内容；分箱可反映任意形状的关系，且不受离群值影响。",
      },
      options: {
        bins: { en: "Rows in ten bins of equal size", zh: "十个等频分箱中的行数" },
        "min-max": { en: "Sums of values scaled to [0, 1]", zh: "缩放到 [0, 1] 后取值之和" },
      },
    } satisfies ParamMeta,
  ),
});

/** Keeps the columns that depend most on the class by Pearson's χ² statistic. */
export const selectChiSquared = selectHighest({
  name: "select-chi-squared",
  version: 1,
  title: { en: "Select by chi-squared", zh: "按卡方统计量选择特征" },
  summary: {
    en: "Keeps the columns whose values fall most unevenly on the classes.",
    zh: "保留取值在各类别间分布最不均匀的列。",
  },
  params,
  score: (matrix, labels, { values }, context) => ({
    scores: values === "bins"
      ? chiSquaredOfBins(matrix, labels, context)
      : chiSquaredOfSums(matrix, labels),
  }),
});
