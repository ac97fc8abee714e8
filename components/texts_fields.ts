import type { Text } from "@/pipeline/problem.ts";

/** The words of fields that are fetched when a form has them. */
export const fieldTexts = {
  noColumn: { en: "–", zh: "–" },
  fewestChoices: (fewest: number): Text => ({
    en: `Choose at least ${fewest}.`,
    zh: `请至少选择 ${fewest} 项。`,
  }),
  ownSettings: { en: "with its own settings", zh: "使用自定义设置" },
  notJson: { en: "This is not JSON yet.", zh: "这还不是有效的 JSON。" },
  searchColumns: { en: "Search columns", zh: "搜索列" },
  countOfColumns: (count: number, all: number): Text => ({
    en: `${count} of ${all}`,
    zh: `已选 ${count} / ${all}`,
  }),
  chooseNone: { en: "none", zh: "全不选" },
  chooseShown: { en: "all shown", zh: "全选所列" },
  noSuchColumn: (name: string): Text => ({
    en: `The table has no column “${name}”.`,
    zh: `表中没有列“${name}”。`,
  }),
  noSuchColumns: { en: "No column of that name.", zh: "没有该名称的列。" },
  columnsUnknown: {
    en: "The columns are known once the cell it reads has run.",
    zh: "上游单元运行后即可得知有哪些列。",
  },
  notInTable: { en: "not in the table", zh: "不在表中" },
  moreColumns: (count: number): Text => ({ en: `${count} more`, zh: `另有 ${count} 列` }),
  noFile: { en: "No file chosen", zh: "尚未选择文件" },
  chooseFile: { en: "Choose a file", zh: "选择文件" },
  otherFile: { en: "Another file", zh: "更换文件" },
  uploadedBefore: { en: "Uploaded before", zh: "之前上传的文件" },
  uploading: (percent: string): Text => ({
    en: `Uploading, ${percent}`,
    zh: `正在上传，${percent}`,
  }),
  stored: { en: "Stored, now reading", zh: "上传完成，正在读取" },
  breakOff: { en: "Break off", zh: "中断上传" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
