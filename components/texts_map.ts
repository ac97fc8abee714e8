import type { Text } from "@/pipeline/problem.ts";

/** The words of the map of rows. */
export const mapTexts = {
  help: {
    en: "Draw around rows to choose them. By keyboard: arrows move, Shift and arrows span a " +
      "rectangle, Enter chooses, Escape clears.",
    zh: "用鼠标圈出要选的行。键盘操作：方向键移动，Shift + 方向键拉出矩形，回车选择，Esc 取消。",
  },
  openRow: (row: string): Text => ({ en: `Open row ${row}`, zh: `打开第 ${row} 行` }),
  hint: {
    en: "Draw around rows to choose them; Shift adds to what is chosen.",
    zh: "圈出数据行即可选择；按住 Shift 可追加。",
  },
  lasso: { en: "Choose by finger", zh: "手指圈选" },
  legend: { en: "Classes", zh: "类别" },
  shownClass: (name: string, rows: string): Text => ({
    en: `${name}, ${rows} rows: show or hide`,
    zh: `${name}，${rows} 行：显示或隐藏`,
  }),
  chooseClass: { en: "Choose a class", zh: "按类别选择" },
  chooseClassFirst: { en: "Choose a class …", zh: "按类别选择…" },
  allShown: { en: "All shown rows", zh: "全部显示的行" },
  chosen: (rows: number, words: string): Text => ({
    en: rows === 1 ? "1 row chosen" : `${words} rows chosen`,
    zh: `已选 ${words} 行`,
  }),
  noneInside: { en: "No row lies inside.", zh: "圈内没有数据行。" },
  copyNumbers: { en: "Copy row numbers", zh: "复制行号" },
  copied: { en: "Copied", zh: "已复制" },
  notCopied: { en: "The browser did not let it be copied.", zh: "浏览器不允许复制。" },
  clear: { en: "Clear", zh: "取消选择" },
  rowNumber: { en: "row", zh: "行号" },
  missing: { en: "missing", zh: "缺失" },
  lowest: { en: "low", zh: "低" },
  highest: { en: "high", zh: "高" },
  colouredBy: (name: string): Text => ({ en: `coloured by ${name}`, zh: `按“${name}”着色` }),
  diagnosis: { en: "diagnosis", zh: "诊断结果" },
  unknownFault: { en: "unknown fault", zh: "未知故障" },
  cluster: { en: "cluster", zh: "聚类" },
  axes: (x: string, y: string): Text => ({
    en: `across: ${x}, up: ${y}`,
    zh: `横轴：${x}，纵轴：${y}`,
  }),
  described: (rows: string, classes: string): Text => ({
    en: `${rows} rows; ${classes}`,
    zh: `共 ${rows} 行；${classes}`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
