import type { Text } from "@/pipeline/problem.ts";

/** The words of what can be done with rows that were chosen. */
export const rowsTexts = {
  makeSubset: { en: "Make a subset cell", zh: "生成子集单元" },
  leaveOut: { en: "Leave these rows out", zh: "剔除这些行" },
  showRows: { en: "Show rows", zh: "查看数据行" },
  row: (number: string): Text => ({ en: `Row ${number}`, zh: `第 ${number} 行` }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
