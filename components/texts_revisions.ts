import type { Text } from "@/pipeline/problem.ts";

/** The words of the list of revisions and of their comparison. */
export const revisionTexts = {
  title: { en: "Revisions", zh: "版本历史" },
  kept: {
    en:
      "Every change is kept: all of the last hour, then one in ten minutes, after a day one a day. Those with a name, those restored and those that ran stay.",
    zh:
      "所有修改都会保留：最近一小时全部保留，之后每十分钟一版，一天后每天一版。已命名、恢复过或运行过的版本会一直保留。",
  },
  list: { en: "List of revisions", zh: "版本列表" },
  revision: (number: number): Text => ({ en: `Revision ${number}`, zh: `第 ${number} 版` }),
  newest: { en: "newest", zh: "最新" },
  restoredFrom: (number: number): Text => ({
    en: `Restored from revision ${number}`,
    zh: `由第 ${number} 版恢复`,
  }),
  first: { en: "The beginning", zh: "最初版本" },
  nothingChanged: { en: "Nothing changed", zh: "没有改动" },
  more: { en: "Older ones", zh: "更早的版本" },
  loading: { en: "Loading …", zh: "正在加载……" },
  compareWith: { en: "Compared with", zh: "对比" },
  now: { en: "the notebook as it is now", zh: "当前笔记本" },
  before: { en: "the revision before", zh: "上一个版本" },
  same: { en: "There is no difference.", zh: "没有差异。" },
  differences: (count: number): Text => ({
    en: count === 1 ? "1 difference" : `${count} differences`,
    zh: `${count} 处差异`,
  }),
  restore: { en: "Restore", zh: "恢复" },
  restoreHelp: {
    en: "Becomes the newest revision; can be undone.",
    zh: "将成为最新版本，可以撤销。",
  },
  name: { en: "Name", zh: "名称" },
  nameHelp: { en: "One with a name is kept for good", zh: "已命名的版本会永久保留" },
  saveName: { en: "Save the name", zh: "保存名称" },
  close: { en: "Close", zh: "关闭" },
  notebook: { en: "The notebook", zh: "笔记本" },
  added: { en: "added", zh: "添加" },
  removed: { en: "deleted", zh: "删除" },
  movedFrom: (from: number, to: number): Text => ({
    en: `moved from ${from} to ${to}`,
    zh: `从第 ${from} 位移到第 ${to} 位`,
  }),
  was: { en: "was", zh: "原为" },
  became: { en: "became", zh: "变为" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
