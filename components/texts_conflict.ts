import type { Text } from "@/pipeline/problem.ts";

/** The words of a conflict between two versions of a notebook. */
export const conflictTexts = {
  title: {
    en: "The same was changed here and elsewhere, in another tab or by someone else.",
    zh: "同一内容在此处和别处（另一个标签页或其他人）都被修改。",
  },
  what: {
    en:
      "Everything else merges by itself. Choose which of these counts; Undo brings back what you do not choose.",
    zh: "其余修改会自动合并。请选择以哪个为准；未被选中的内容可通过“撤销”找回。",
  },
  here: { en: "Here", zh: "此处" },
  elsewhere: { en: "Elsewhere", zh: "别处" },
  was: (value: string): Text => ({ en: `was ${value}`, zh: `原为 ${value}` }),
  ofCell: (name: string, cell: string): Text => ({
    en: `${name} of ${cell}`,
    zh: `${cell}的${name}`,
  }),
  wholeCell: (cell: string): Text => ({ en: `The whole of ${cell}`, zh: `${cell}整体` }),
  deleted: { en: "deleted", zh: "已删除" },
  changed: { en: "kept, with changes", zh: "保留并有修改" },
  byDefault: (value: string): Text => ({ en: `${value} (default)`, zh: `${value}（默认）` }),
  allHere: { en: "All from here", zh: "全部以此处为准" },
  allElsewhere: { en: "All from elsewhere", zh: "全部以别处为准" },
  save: { en: "Save the chosen", zh: "保存所选内容" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
