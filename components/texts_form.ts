import type { Text } from "@/pipeline/problem.ts";

/** The words of the generated forms. */
export const formTexts = {
  noColumn: { en: "–", zh: "–" },
  none: { en: "None", zh: "无" },
  wasValue: (value: string): Text => ({ en: `was ${value}`, zh: `原为 ${value}` }),
  wasDefault: { en: "reset", zh: "重置" },
  backToDefault: (label: string, value: string): Text => ({
    en: `Set ${label} back to ${value}`,
    zh: `将“${label}”恢复为 ${value}`,
  }),
  on: { en: "on", zh: "开" },
  off: { en: "off", zh: "关" },
  empty: { en: "empty", zh: "空" },
  notANumber: { en: "Write a number, such as 0.05.", zh: "请输入数字，例如 0.05。" },
  notAnInteger: { en: "Write a whole number.", zh: "请输入整数。" },
  atLeast: (minimum: string): Text => ({ en: `At least ${minimum}.`, zh: `不小于 ${minimum}。` }),
  above: (minimum: string): Text => ({ en: `Above ${minimum}.`, zh: `大于 ${minimum}。` }),
  atMost: (maximum: string): Text => ({ en: `At most ${maximum}.`, zh: `不大于 ${maximum}。` }),
  notNumbers: { en: "Write numbers, such as 128, 64.", zh: "请输入若干数字，例如 128, 64。" },
  fewestNumbers: (fewest: number): Text => ({
    en: `At least ${fewest} of them.`,
    zh: `至少 ${fewest} 个。`,
  }),
  mostNumbers: (most: number): Text => ({
    en: `At most ${most} of them.`,
    zh: `至多 ${most} 个。`,
  }),
  fewestChoices: (fewest: number): Text => ({
    en: `Choose at least ${fewest}.`,
    zh: `请至少选择 ${fewest} 项。`,
  }),
  ownSettings: { en: "with its own settings", zh: "使用自定义设置" },
  longest: (most: number): Text => ({
    en: `At most ${most} characters; what you wrote stays here until it is shorter.`,
    zh: `至多 ${most} 个字符；您输入的内容会保留在此，直到缩短为止。`,
  }),
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
  moreFields: (count: number): Text => ({
    en: `${count} more settings`,
    zh: `另有 ${count} 项设置`,
  }),
  fewerFields: { en: "Fewer settings", zh: "收起设置" },
  breakOff: { en: "Break off", zh: "中断上传" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
