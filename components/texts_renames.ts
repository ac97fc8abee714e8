import type { Text } from "@/pipeline/problem.ts";

/** The words of a field that gives columns other names. */
export const renameTexts = {
  column: (number: number): Text => ({ en: `Column ${number}`, zh: `列 ${number}` }),
  name: (number: number): Text => ({
    en: `New name of column ${number}`,
    zh: `列 ${number} 的新名称`,
  }),
  newName: { en: "New name", zh: "新名称" },
  add: { en: "Rename a column", zh: "添加要改名的列" },
  keep: (column: string): Text => ({
    en: `Keep the name ${column}`,
    zh: `保留名称 ${column}`,
  }),
  rest: (count: string): Text => ({
    en: `and ${count} more: the JSON tab holds all of them.`,
    zh: `另有 ${count} 个，完整列表请见 JSON 标签页。`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
