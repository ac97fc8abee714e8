import type { Text } from "@/pipeline/problem.ts";

/** The words of the list of commands and of the list of shortcuts. */
export const commandTexts = {
  search: { en: "Type a command, a cell or a notebook", zh: "输入命令、单元或笔记本名称" },
  title: { en: "Commands", zh: "命令" },
  nothing: (sought: string): Text => ({
    en: `Nothing is called “${sought}”.`,
    zh: `没有名为“${sought}”的项目。`,
  }),
  results: (count: number): Text => ({
    en: count === 1 ? "1 command" : `${count} commands`,
    zh: `${count} 个命令`,
  }),
  pages: { en: "Pages", zh: "页面" },
  goHome: { en: "Notebooks and data", zh: "笔记本与数据" },
  goDiagnose: { en: "Diagnose a file", zh: "诊断文件" },
  goSample: { en: "Try one sample", zh: "单样本诊断" },
  notebooks: { en: "Notebooks", zh: "笔记本" },
  view: { en: "View", zh: "显示" },
  switchTheme: { en: "Switch light and dark", zh: "切换浅色与深色" },
  switchLanguage: { en: "Show everything in Chinese", zh: "以英文显示" },
  shortcuts: { en: "Keyboard shortcuts", zh: "键盘快捷键" },
  close: { en: "Close", zh: "关闭" },
  everywhere: { en: "Everywhere", zh: "任何位置" },
  openCommands: { en: "Search or run a command", zh: "搜索或执行命令" },
  listShortcuts: { en: "List the shortcuts", zh: "列出快捷键" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
