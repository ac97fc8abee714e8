import type { Notice } from "../problem.ts";

/** What an answer for a row cannot say, and why. */
export const rowAnswerNotice = {
  noSummary: {
    code: "diagnosis/no-summary",
    message: {
      en:
        "The model file carries no summary of its training data, so there are no ranges, past cases, " +
        "next checks or changes of the answer to show.",
      zh:
        "模型文件中没有训练数据摘要，因此无法给出取值范围、相似的历史案例、后续检查建议和改变结论的最小变化。",
    },
  },
  noReferenceRows: {
    code: "diagnosis/no-reference-rows",
    message: {
      en:
        "The model was saved without rows of its training data: there are no past cases to show, and " +
        "what to check next is reckoned from the ranges of the faults alone.",
      zh:
        "该模型保存时未保留训练数据行：无法给出历史案例，后续检查建议仅根据各类故障的取值范围估算。",
    },
  },
  noValues: {
    code: "diagnosis/no-values",
    message: {
      en:
        "No KPI of this row has a value: the answer says only what is most common, and no past case is near.",
      zh: "该行没有任何指标值：结论仅反映最常见的情况，也没有可比较的历史案例。",
    },
  },
  nearlySure: {
    code: "diagnosis/nearly-sure",
    message: {
      en: "The model is nearly sure, so another reading is not expected to change the answer.",
      zh: "模型已基本确定，再读取其他指标预计不会改变结论。",
    },
  },
} as const satisfies Record<string, Notice>;
