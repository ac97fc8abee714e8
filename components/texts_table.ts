import type { Text } from "@/pipeline/problem.ts";

/** The words of data tables. */
export const tableTexts = {
  loading: { en: "Reading the rows …", zh: "正在读取数据行……" },
  pages: { en: "Pages of the table", zh: "表格分页" },
  previousPage: { en: "Previous rows", zh: "上一页" },
  nextPage: { en: "Next rows", zh: "下一页" },
  rowsShown: (from: string, to: string, all: string): Text => ({
    en: `rows ${from} to ${to} of ${all}`,
    zh: `第 ${from}–${to} 行，共 ${all} 行`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
