import type { Notice } from "../problem.ts";

/** What an answer for a row cannot say, and why. */
export const rowAnswerNotice = {
  noSummary: {
    code: "diagnosis/no-summary",
    message: {
      en:
        "The model file carries no summary of its training data, so there are no ranges, past cases or " +
        "next checks to show.",
      zh: "模型文件中没有训练数据摘要，因此无法给出取值范围、相似的历史案例和后续检查建议。",
    },
  },
} as const satisfies Record<string, Notice>;
