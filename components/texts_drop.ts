import type { Text } from "@/pipeline/problem.ts";

/** The words of files that are dragged over a page. */
export const dropTexts = {
  dropNow: { en: "Let go to take the file.", zh: "松开鼠标即可接收文件。" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
