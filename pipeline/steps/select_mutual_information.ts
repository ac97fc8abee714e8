import { z } from "zod";
import { mutualInformation } from "./mutual_information.ts";
import { highestParams, selectHighest } from "./select_highest.ts";

/** Keeps the columns that tell most about the label, in whatever shape: {@linkcode mutualInformation}. */
export const selectMutualInformation = selectHighest({
  name: "select-mutual-information",
  version: 1,
  title: { en: "Select by mutual information", zh: "按互信息选择特征" },
  summary: {
    en:
      "Keeps the columns that tell most about the label, also where the dependence is not linear.",
    zh: "保留与标签互信息最大的列，非线性关系同样有效。",
  },
  params: z.strictObject(highestParams),
  score: (matrix, labels, _params, context) => ({
    scores: mutualInformation(matrix, labels, (fraction) => context.progress(fraction)),
  }),
});
