import type { Text } from "@/pipeline/problem.ts";

const quoted = (text: string): Text => ({ en: `“${text}”`, zh: `“${text}”` });

/** The words of changes to a notebook. */
export const changeTexts = {
  cellAt: (number: number): Text => ({ en: `cell ${number}`, zh: `单元 ${number}` }),
  changeTitle: (before: string, after: string): Text => ({
    en: `Title: ${quoted(before).en} → ${quoted(after).en}`,
    zh: `标题：${quoted(before).zh} → ${quoted(after).zh}`,
  }),
  changeAdded: (title: string, number: number): Text => ({
    en: `Added ${title} as cell ${number}`,
    zh: `添加了单元 ${number}“${title}”`,
  }),
  changeRemoved: (title: string, number: number): Text => ({
    en: `Deleted ${title}, cell ${number}`,
    zh: `删除了单元 ${number}“${title}”`,
  }),
  changeMoved: (title: string, from: number, to: number): Text => ({
    en: `Moved ${title} from ${from} to ${to}`,
    zh: `将“${title}”从第 ${from} 位移到第 ${to} 位`,
  }),
  changeValue: (name: string, cell: string, before: string, after: string): Text => ({
    en: `${name} of ${cell}: ${before} → ${after}`,
    zh: `${cell} 的${name}：${before} → ${after}`,
  }),
  changeLong: (name: string, cell: string): Text => ({
    en: `${name} of ${cell} changed`,
    zh: `${cell} 的${name}已修改`,
  }),
  changeExposed: { en: "Front page changed", zh: "首页参数已修改" },
  andMore: (count: number): Text => ({ en: `and ${count} more`, zh: `以及另外 ${count} 项` }),
  input: { en: "Input", zh: "输入" },
  title: { en: "Title", zh: "标题" },
  kind: { en: "Kind", zh: "类型" },
  nearest: { en: "nearest", zh: "最近的" },

  undoWhat: (what: string): Text => ({ en: `Undo: ${what}`, zh: `撤销：${what}` }),
  redoWhat: (what: string): Text => ({ en: `Redo: ${what}`, zh: `重做：${what}` }),
  undone: (what: string): Text => ({ en: `Undone: ${what}`, zh: `已撤销：${what}` }),
  redone: (what: string): Text => ({ en: `Redone: ${what}`, zh: `已重做：${what}` }),
  nothingToUndo: { en: "Nothing to undo", zh: "没有可撤销的操作" },
  nothingToRedo: { en: "Nothing to redo", zh: "没有可重做的操作" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
