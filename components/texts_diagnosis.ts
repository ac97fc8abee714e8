import type { Text } from "@/pipeline/problem.ts";

/** The words of the pages that diagnose. */
export const diagnosisTexts = {
  diagnose: { en: "Diagnose", zh: "诊断" },
  diagnoseWhat: {
    en:
      "A model and rows without labels: each row gets a fault, its probability and the runner-up.",
    zh: "选择一个模型和一份无标签的数据：每行会得到一个故障、其概率以及次可能的故障。",
  },
  diagnoseCsv: { en: "Diagnose a CSV", zh: "诊断 CSV" },
  diagnoses: { en: "Diagnoses", zh: "诊断记录" },
  noDiagnoses: { en: "Nothing was diagnosed yet.", zh: "尚无诊断记录。" },

  diagnosisOf: (source: string): Text => ({
    en: `Diagnosis of ${source}`,
    zh: `诊断结果：${source}`,
  }),
  facts: (rows: string): Text => ({ en: `${rows} rows`, zh: `共 ${rows} 行` }),
  byModel: { en: "Model", zh: "模型" },
  learntFrom: (learner: string, rows: string, macroF1: string): Text => ({
    en: `${learner} on ${rows} rows, macro-F1 ${macroF1}`,
    zh: `${learner}，用 ${rows} 行训练，宏平均 F1 ${macroF1}`,
  }),
  another: { en: "Diagnose another file", zh: "诊断其他文件" },
  noRows: { en: "The file has no rows.", zh: "该文件没有数据行。" },
  warned: (count: number, words: string): Text => ({
    en: count === 1 ? "1 row carries a warning." : `${words} rows carry a warning.`,
    zh: `${words} 行带有警告。`,
  }),
  unread: (count: number, words: string): Text => ({
    en: count === 1
      ? "1 row could not be read; it stands in the result with a warning."
      : `${words} rows could not be read; they stand in the result with a warning.`,
    zh: `${words} 行无法读取，在结果中已附警告。`,
  }),
  notFound: (count: number, names: string): Text => ({
    en: `No row: ${names}${count === 0 ? "" : ` and ${count} more`}.`,
    zh: `未出现：${names}${count === 0 ? "" : ` 等，另有 ${count} 类`}。`,
  }),
  notRead: { en: "not read", zh: "未读取" },
  classShares: { en: "Class shares", zh: "故障占比" },
  ofRows: (rows: string): Text => ({ en: `of ${rows} rows`, zh: `共 ${rows} 行` }),
  row: { en: "Row", zh: "行" },
  fault: { en: "Fault", zh: "故障" },
  probability: { en: "Prob.", zh: "概率" },
  runnerUp: { en: "Runner-up", zh: "次选" },
  warnings: { en: "Warnings", zh: "警告" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
