import { z } from "zod";
import { anovaF } from "./anova_f.ts";
import { highestParams, selectHighest } from "./select_highest.ts";

/**
 * Keeps the columns whose class means differ most beside the spread within the classes: the highest F
 * statistics of {@linkcode anovaF}.
 */
export const selectAnova = selectHighest({
  name: "select-anova",
  version: 1,
  title: { en: "Select by ANOVA F", zh: "按方差分析 F 值选择特征" },
  summary: {
    en: "Keeps the columns whose mean differs most between the classes.",
    zh: "保留各类别均值差异最显著的列。",
  },
  params: z.strictObject(highestParams),
  score: (matrix, labels) => ({ scores: anovaF(matrix, labels) }),
});
