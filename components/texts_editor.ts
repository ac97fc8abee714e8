import type { Text } from "@/pipeline/problem.ts";

/** The words of a cell as text: its editor, what is copied and pasted, its result in words. */
export const editorTexts = {
  cellAsJson: (cell: string): Text => ({ en: `${cell} as JSON`, zh: `${cell}的 JSON` }),
  apply: { en: "Apply", zh: "应用" },
  discard: { en: "Discard", zh: "放弃修改" },
  applied: (cell: string): Text => ({ en: `${cell} was changed.`, zh: `${cell}已修改。` }),
  notApplied: { en: "Not applied yet.", zh: "尚未应用。" },
  asTheCell: { en: "As the cell is.", zh: "与单元一致。" },
  checking: { en: "Checking …", zh: "正在检查……" },
  textAs: { en: "How it is written", zh: "文本形式" },
  plain: { en: "Plain", zh: "纯文本" },
  copy: { en: "Copy", zh: "复制" },
  copied: { en: "Copied.", zh: "已复制。" },
  notCopied: {
    en: "The browser did not allow that: select the text and copy it.",
    zh: "浏览器不允许复制，请选中文本后手动复制。",
  },
  textCut: (count: string): Text => ({
    en: `${count} more characters; Copy takes all of them.`,
    zh: `另有 ${count} 个字符未显示，复制时包含全部内容。`,
  }),
  tableSize: (rows: string, columns: string): Text => ({
    en: `${rows} rows, ${columns} columns:`,
    zh: `${rows} 行，${columns} 列：`,
  }),
  moreLines: (count: string): Text => ({ en: `… ${count} more lines`, zh: `……另有 ${count} 行` }),
  loading: { en: "Loading …", zh: "正在加载……" },
  logStarted: { en: "Started", zh: "开始" },
  logFinished: (seconds: string): Text => ({
    en: `Finished after ${seconds}`,
    zh: `用时 ${seconds}，完成`,
  }),
  logCancelled: { en: "Cancelled", zh: "已取消" },
  logInterrupted: { en: "The server ended meanwhile", zh: "服务器在此期间终止" },
  logEmpty: { en: "This cell has not run yet.", zh: "该单元尚未运行。" },
  logElsewhere: (time: string, seconds: string): Text => ({
    en: `The result was taken as it was computed before: ${time}, in ${seconds}.`,
    zh: `结果取自之前的计算：${time}，用时 ${seconds}。`,
  }),
  noticesOfResult: { en: "Notices of the result", zh: "结果的提示" },
  pasted: (count: number): Text => ({
    en: count === 1 ? "1 cell was pasted." : `${count} cells were pasted.`,
    zh: `已粘贴 ${count} 个单元。`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
