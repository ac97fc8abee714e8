import { z } from "zod";
import { fisherScore } from "./fisher_score.ts";
import { highestParams, selectHighest } from "./select_highest.ts";

/** Keeps the columns with the highest {@linkcode fisherScore}. */
export const selectFisher = selectHighest({
  name: "select-fisher",
  version: 1,
  title: { en: "Select by Fisher score", zh: "按 Fisher 得分选择特征" },
  summary: {
    en: "Keeps the columns whose classes lie far apart beside their spread, however many holes.",
    zh: "保留类间距离相对类内离散最大的列，不受缺失多少影响。",
  },
  params: z.strictObject(highestParams),
  score: (matrix, labels) => ({ scores: fisherScore(matrix, labels) }),
});
