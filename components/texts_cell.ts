import type { Text } from "@/pipeline/problem.ts";

/** The words of one cell: its title, its place among the others, what it reads, what it shows. */
export const cellTexts = {
  rename: { en: "Rename", zh: "重命名" },
  titleOf: (cell: string): Text => ({ en: `Title of ${cell}`, zh: `${cell}的标题` }),
  foldAll: { en: "Fold all cells", zh: "折叠全部单元" },
  unfoldAll: { en: "Unfold all cells", zh: "展开全部单元" },
  dragHandle: {
    en: "Drag to move; Alt ↑ and Alt ↓ move it, too",
    zh: "拖动以移动，也可用 Alt ↑ 和 Alt ↓",
  },
  moved: (cell: string, place: number, of: number): Text => ({
    en: `${cell} moved to place ${place} of ${of}.`,
    zh: `${cell}已移到第 ${place} 位，共 ${of} 位。`,
  }),
  thenReads: (cell: string, source: string): Text => ({
    en: `“${cell}” then reads “${source}”.`,
    zh: `“${cell}”将改为读取“${source}”。`,
  }),
  thenCannotRead: (cell: string, source: string): Text => ({
    en: `“${cell}” can then no longer read “${source}”.`,
    zh: `“${cell}”将无法再读取“${source}”。`,
  }),
  thenReadsNothing: (cell: string): Text => ({
    en: `“${cell}” then has nothing to read.`,
    zh: `“${cell}”将没有可读取的单元。`,
  }),
  moreEffects: (count: number): Text => ({ en: `And ${count} more.`, zh: `另有 ${count} 处。` }),
  isFirst: { en: "It is the first already.", zh: "已经是第一个单元。" },
  isLast: { en: "It is the last already.", zh: "已经是最后一个单元。" },
  chooseInput: { en: "Choose the input", zh: "选择输入" },
  anotherInput: (port: string): Text => ({
    en: `Read another cell as ${port}`,
    zh: `再读取一个单元，作为 ${port}`,
  }),
  inputIs: (input: string, source: string): Text => ({
    en: `${input}: ${source}`,
    zh: `${input}：${source}`,
  }),
  partMissing: {
    en: "This part of the page cannot be fetched from the server.",
    zh: "无法从服务器获取页面的这一部分。",
  },
  tryAgain: { en: "Try again", zh: "重试" },
  settings: (cell: string): Text => ({ en: `How to set ${cell}`, zh: `${cell}的设置方式` }),
  form: { en: "Form", zh: "表单" },
  json: { en: "JSON", zh: "JSON" },
  jsonDraft: { en: "JSON, not applied", zh: "JSON（未应用）" },
  log: { en: "Log", zh: "日志" },
  asText: { en: "As text", zh: "文本" },
  savePipeline: { en: "Save as pipeline", zh: "保存为流水线" },
  copyAsJson: { en: "Copy as JSON", zh: "复制为 JSON" },
  editAsJson: { en: "Edit as JSON", zh: "以 JSON 编辑" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
