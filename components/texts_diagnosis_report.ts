import type { Text } from "@/pipeline/problem.ts";

/** The words of the report of a diagnosis. */
export const diagnosisReportTexts = {
  report: { en: "Report of a diagnosis", zh: "诊断报告" },
  file: { en: "File", zh: "文件" },
  model: { en: "Model", zh: "模型" },
  learnt: { en: "Trained on", zh: "训练数据" },
  learntRows: (rows: string): Text => ({ en: `${rows} rows`, zh: `${rows} 行` }),
  rows: { en: "Rows", zh: "行数" },
  errorRate: { en: "Error rate", zh: "错误率" },
  made: { en: "Diagnosed", zh: "诊断时间" },
  features: { en: "KPIs", zh: "指标数" },
  notable: { en: "Rows worth a look", zh: "值得查看的行" },
  notableWhat: {
    en:
      "Those that fit nothing known first, the strangest of them first, then those the model is least sure of.",
    zh: "先列出与已知故障都不符的行（最反常者在前），再列出模型最没有把握的行。",
  },
  row: (row: string, id: string): Text => ({
    en: id === row ? `Row ${row}` : `Row ${row}: ${id}`,
    zh: id === row ? `第 ${row} 行` : `第 ${row} 行：${id}`,
  }),
  rowHead: { en: "Row", zh: "行" },
  id: { en: "Id", zh: "编号" },
  fault: { en: "Fault", zh: "故障" },
  probability: { en: "Prob.", zh: "概率" },
  runnerUp: { en: "Runner-up", zh: "次选" },
  warnings: { en: "Warnings", zh: "警告" },
  unknown: { en: "unknown fault", zh: "未知故障" },
  guess: (fault: string): Text => ({ en: `best guess ${fault}`, zh: `最接近 ${fault}` }),
  none: { en: "No row stands out.", zh: "没有特别值得注意的行。" },
  noAnswer: {
    en: "Why the model says so cannot be told: the row could not be read.",
    zh: "无法给出依据：该行未能读取。",
  },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
