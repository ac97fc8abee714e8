import type { Text } from "@/pipeline/problem.ts";

/** The groups of the palette, in their order. */
export const groupTexts = {
  data: { en: "Data", zh: "数据" },
  preprocess: { en: "Prepare", zh: "预处理" },
  select: { en: "Select", zh: "特征选择" },
  train: { en: "Train", zh: "训练" },
  judge: { en: "Judge", zh: "评估" },
  diagnose: { en: "Diagnose", zh: "诊断" },
  look: { en: "Look", zh: "查看" },
  write: { en: "Write", zh: "书写" },
} as const satisfies Record<string, Text>;

/** What flows along wires. */
export const valueTexts = {
  table: { en: "a table or other rows", zh: "表格或其他数据行" },
  prepared: { en: "a table", zh: "表格" },
  model: { en: "a model", zh: "模型" },
  evaluation: { en: "an evaluation", zh: "评估结果" },
  diagnosis: { en: "a diagnosis", zh: "诊断结果" },
} as const satisfies Record<string, Text>;
