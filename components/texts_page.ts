import type { Text } from "@/pipeline/problem.ts";

/** The words of what stands around the cells of a notebook. */
export const pageTexts = {
  outline: { en: "Cells and their wires", zh: "单元及其连线" },
  showOutline: { en: "Show the cells", zh: "显示单元列表" },
  download: { en: "Download", zh: "下载" },
  countStale: (count: number): Text => ({ en: `${count} stale`, zh: `${count} 个过期` }),
  countWaiting: (count: number): Text => ({ en: `${count} waiting`, zh: `${count} 个等待` }),
  revisions: { en: "Revisions", zh: "版本历史" },
  shortcuts: { en: "Keyboard shortcuts", zh: "键盘快捷键" },
  commands: { en: "Search or run a command", zh: "搜索或执行命令" },

  resumed: {
    en: "Changes that could not be saved before are here again.",
    zh: "此前未能保存的修改已恢复。",
  },
  restored: (revision: number): Text => ({
    en: `Revision ${revision} is restored as the newest.`,
    zh: `第 ${revision} 版已恢复为最新版。`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
