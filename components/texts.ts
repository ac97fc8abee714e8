import type { Text } from "@/pipeline/problem.ts";

/** The words of the interface; what takes a value is a function. Islands and pages say `texts.name[language]`. */
export const texts = {
  product: "SystemHealer Workbench",
  skipToContent: { en: "Skip to content", zh: "跳到正文" },
  mainNavigation: { en: "Main", zh: "主导航" },
  notebooks: { en: "Notebooks", zh: "笔记本" },
  diagnose: { en: "Diagnose", zh: "诊断" },
  commands: { en: "Search or run a command", zh: "搜索或执行命令" },
  switchTheme: { en: "Switch light and dark", zh: "切换浅色与深色" },
  toFirstPage: { en: "To the first page", zh: "返回首页" },
  notFound: { en: "Nothing here", zh: "此处没有内容" },
  failed: { en: "That did not work", zh: "操作未成功" },
  signIn: { en: "Sign in", zh: "登录" },
  signOut: { en: "Sign out", zh: "退出登录" },
  howToGetIn: { en: "How to get in", zh: "如何进入" },
  openLaunchLink: {
    en:
      "Open the launch link that the server printed in its terminal. It works once, for ten minutes.",
    zh: "请打开服务器在终端中打印的启动链接。链接十分钟内有效，仅可使用一次。",
  },
  newLaunchLink: {
    en: "For a new link, press Enter in that terminal.",
    zh: "如需新链接，请在该终端中按回车键。",
  },
  orToken: { en: "Or paste the API token", zh: "或粘贴 API 令牌" },
  tokenHelp: {
    en: "It was printed at the first start and begins with healer_",
    zh: "令牌在首次启动时打印，以 healer_ 开头",
  },
  apiToken: { en: "API token", zh: "API 令牌" },
  userName: { en: "Name", zh: "用户名" },
  password: { en: "Password", zh: "密码" },
  passwordHelp: {
    en: "Printed once, at the first start of the server",
    zh: "仅在服务器首次启动时打印一次",
  },
} as const satisfies Record<string, Text | string | ((...values: never[]) => Text)>;
