import { api } from "@/islands/api.ts";
import { type CommandGroup, showCommands } from "@/islands/commands.ts";
import { type Language, languageQuery } from "@/web/language.ts";
import { commandTexts } from "../texts_commands.ts";

/** What can be done from every page: going somewhere else, choosing how it looks. */
export function pageCommands(language: Language): readonly CommandGroup[] {
  const other = { en: "zh", zh: "en" }[language];
  return [
    {
      title: commandTexts.pages,
      commands: [
        {
          id: "page home",
          label: commandTexts.goHome,
          words: "home first page import datasets models 首页 导入 数据集 模型",
          icon: "rows",
          href: "/",
        },
        {
          id: "page diagnose",
          label: commandTexts.goDiagnose,
          words: "predict rows csv 预测",
          icon: "diagnose",
          href: "/diagnose",
        },
        {
          id: "page sample",
          label: commandTexts.goSample,
          words: "try what if single row 假设 单行",
          icon: "edit",
          href: "/sample",
        },
      ],
    },
    {
      title: commandTexts.view,
      commands: [
        {
          id: "view theme",
          label: commandTexts.switchTheme,
          words: "theme colour color night 主题 颜色 夜间",
          icon: "theme",
          run: () => document.querySelector<HTMLElement>("[data-theme-switch]")?.click(),
        },
        {
          id: "view language",
          label: commandTexts.switchLanguage,
          words: "language chinese english 语言 中文 英文",
          icon: "note",
          run: () => {
            const query = new URLSearchParams(location.search);
            query.set(languageQuery, other);
            location.search = String(query);
          },
        },
        {
          id: "view shortcuts",
          label: commandTexts.shortcuts,
          words: "keys help hotkeys 帮助 按键",
          icon: "keyboard",
          keys: "?",
          run: () => showCommands("shortcuts"),
        },
      ],
    },
  ];
}

/** The notebooks of the workspace, to open one; none while the server is gone. */
export async function notebookList(): Promise<CommandGroup> {
  const notebooks = await api.notebooks().then((lists) => lists.notebooks, () => []);
  return {
    title: commandTexts.notebooks,
    commands: notebooks.map(({ id, title }) => ({
      id: `notebook ${id}`,
      label: { en: title, zh: title },
      words: "open notebook 打开 笔记本",
      icon: "note",
      href: `/notebooks/${id}`,
    })),
  };
}
