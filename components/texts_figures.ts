import type { Text } from "@/pipeline/problem.ts";

/** The words of figures. */
export const figureTexts = {
  confusionAxes: {
    en: "row: true class, column: diagnosis, shade: share of the row",
    zh: "行：真实类别；列：诊断结果；深浅：占该行的比例",
  },
  trueClass: { en: "True class", zh: "真实类别" },
  confused: (truth: string, diagnosed: string, count: string, all: string): Text => ({
    en: `${truth} seen as ${diagnosed}: ${count} of ${all} rows`,
    zh: `${truth} 被判为 ${diagnosed}：${all} 行中的 ${count} 行`,
  }),
  before: { en: "before", zh: "处理前" },
  after: { en: "after", zh: "处理后" },
  overAxis: (y: string, x: string): Text => ({
    en: `${y} over ${x}`,
    zh: `横轴：${x}，纵轴：${y}`,
  }),
  alongAxis: (x: string): Text => ({ en: `by ${x}`, zh: `横轴：${x}` }),
  logarithmic: { en: "log", zh: "对数" },
  rows: { en: "rows", zh: "行数" },
  lowValue: { en: "low value", zh: "值低" },
  highValue: { en: "high value", zh: "值高" },
  missingValue: { en: "missing", zh: "缺失" },
  fromTo: (from: string, to: string): Text => ({
    en: `${from} to ${to}`,
    zh: `${from} 至 ${to}`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
