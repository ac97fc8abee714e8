import type { Text } from "@/pipeline/problem.ts";

/** The words of the comparison of two diagnoses. */
export const compareTexts = {
  title: { en: "Compare two diagnoses", zh: "比较两次诊断" },
  what: {
    en: "Which faults became more or less frequent, and, for the same file, which rows changed.",
    zh: "哪些故障增多或减少；若为同一文件，还可查看哪些行的结果发生了变化。",
  },
  first: { en: "First", zh: "诊断甲" },
  second: { en: "Second", zh: "诊断乙" },
  tooFew: {
    en: "There are not two finished diagnoses yet.",
    zh: "尚无两次已完成的诊断可供比较。",
  },
  comparing: { en: "Comparing", zh: "正在比较" },
  option: (name: string, model: string, rate: string): Text => ({
    en: `${name}, by ${model}, error rate ${rate}`,
    zh: `${name}，${model}，错误率 ${rate}`,
  }),
  shares: { en: "Class shares", zh: "类别占比" },
  bestGuess: {
    en: "by the model's best guess, unknown faults included",
    zh: "按模型的最佳猜测统计，含未知故障",
  },
  fault: { en: "Fault", zh: "故障" },
  difference: { en: "Difference", zh: "差异" },
  points: (points: string): Text => ({ en: `${points} points`, zh: `${points} 个百分点` }),
  verdicts: { en: "How far they may be trusted", zh: "可信程度" },
  verdict: { en: "Verdict", zh: "结论" },
  one: { en: "one class possible", zh: "仅一种可能" },
  several: { en: "several classes possible", zh: "有多种可能" },
  unknown: { en: "unknown fault", zh: "未知故障" },
  unread: { en: "not read", zh: "未读取" },
  rows: { en: "Rows that changed", zh: "发生变化的行" },
  same: (rows: string): Text => ({
    en: `All ${rows} rows are diagnosed the same.`,
    zh: `全部 ${rows} 行的诊断一致。`,
  }),
  changed: (changed: string, rows: string, share: string): Text => ({
    en: `${changed} of ${rows} rows are diagnosed otherwise, ${share}.`,
    zh: `${rows} 行中有 ${changed} 行的诊断不同，占 ${share}。`,
  }),
  compared: (rows: string, all: string): Text => ({
    en: `The first ${rows} of ${all} rows were compared.`,
    zh: `仅比较了 ${all} 行中的前 ${rows} 行。`,
  }),
  otherFile: {
    en: "The two are of different files, so that rows cannot be compared one by one.",
    zh: "两次诊断的文件不同，无法逐行比较。",
  },
  from: { en: "From", zh: "原诊断" },
  to: { en: "To", zh: "现诊断" },
  count: { en: "Rows", zh: "行数" },
  row: { en: "Row", zh: "行" },
  id: { en: "Id", zh: "编号" },
  firstOnes: (shown: string, all: string): Text => ({
    en: `The first ${shown} of ${all}; the download has all of them.`,
    zh: `仅显示 ${all} 行中的前 ${shown} 行，下载文件中包含全部。`,
  }),
  download: { en: "Download the differences as CSV", zh: "下载差异（CSV）" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
