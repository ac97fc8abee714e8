import type { Text } from "@/pipeline/problem.ts";

/** The words of the dialog that diagnoses the same file once more. */
export const againTexts = {
  title: { en: "Diagnose the same file again", zh: "重新诊断同一文件" },
  what: {
    en: "The file is still here: nothing has to be sent again. This diagnosis stays as it is.",
    zh: "文件仍然保留，无需重新上传。当前诊断保持不变。",
  },
  errorRate: { en: "Error rate", zh: "错误率" },
  errorRateWhat: {
    en:
      "The share of wrong answers you accept: with a lower one more faults stay possible, and fewer rows are called unknown.",
    zh: "可接受的错误比例：越低，保留的可能故障越多，被判为未知的行越少。",
  },
} as const satisfies Record<string, Text>;
