import type { Text } from "@/pipeline/problem.ts";

/** The words of what can be done with a figure. */
export const figureFrameTexts = {
  menu: (title: string): Text => ({ en: `Actions of ${title}`, zh: `“${title}”的操作` }),
  copy: { en: "Copy as image", zh: "复制为图片" },
  svg: { en: "Download SVG", zh: "下载 SVG" },
  png: { en: "Download PNG", zh: "下载 PNG" },
  csv: { en: "Download CSV", zh: "下载 CSV" },
  showData: { en: "Show the data", zh: "显示数据" },
  hideData: { en: "Hide the data", zh: "隐藏数据" },
  enlarge: { en: "Enlarge", zh: "放大" },
  close: { en: "Close", zh: "关闭" },
  copied: { en: "Copied", zh: "已复制" },
  notCopied: {
    en: "The browser did not allow it. Download the PNG instead.",
    zh: "浏览器未允许复制，请改为下载 PNG。",
  },
  notDrawn: { en: "The picture could not be made.", zh: "无法生成图片。" },
  drawAs: { en: "Draw as", zh: "显示方式" },
  arrowKeys: {
    en: "The arrow keys read out the values one by one.",
    zh: "可用方向键逐个读取数值。",
  },
  enterOpens: { en: "Enter opens the rows.", zh: "按回车键查看对应的行。" },
  dataOf: (title: string): Text => ({ en: `Data of ${title}`, zh: `“${title}”的数据` }),
  firstRows: (shown: string, all: string): Text => ({
    en: `The first ${shown} of ${all} rows; the CSV has all of them.`,
    zh: `仅显示 ${all} 行中的前 ${shown} 行，完整数据见 CSV。`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
