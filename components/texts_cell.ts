import type { Text } from "@/pipeline/problem.ts";

/** The words of one cell: its title, its place among the others, what it reads, what it shows. */
export const cellTexts = {
  rename: { en: "Rename", zh: "重命名" },
  renameWhat: (cell: string): Text => ({ en: `Rename ${cell}`, zh: `重命名${cell}` }),
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
  inputIs: (input: string, source: string): Text => ({
    en: `${input}: ${source}`,
    zh: `${input}：${source}`,
  }),
  nothingFits: { en: "No cell above gives what is needed.", zh: "上方没有能提供所需内容的单元。" },
  misfitGone: { en: "does not exist", zh: "不存在" },
  misfitItself: { en: "is this cell", zh: "即本单元" },
  misfitBelow: { en: "stands below", zh: "位于下方" },
  misfitNothing: { en: "gives nothing", zh: "不产生结果" },
  misfitType: (given: string): Text => ({ en: `gives ${given}`, zh: `给出${given}` }),
  misfitSentence: (why: string): Text => ({ en: `That cell ${why}.`, zh: `该单元${why}。` }),
  noSuchInput: (port: string): Text => ({
    en: `This kind of cell has no input “${port}”.`,
    zh: `此类单元没有输入“${port}”。`,
  }),
  missingInput: (type: string): Text => ({
    en: `This cell needs ${type}, and no cell above gives one.`,
    zh: `此单元需要${type}，但上方没有单元给出。`,
  }),
  wrongInput: (type: string, source: string): Text => ({
    en: `This cell needs ${type} and cannot read it from ${source}.`,
    zh: `此单元需要${type}，无法从 ${source} 读取。`,
  }),
  readInstead: (source: string): Text => ({
    en: `Read cell ${source} instead`,
    zh: `改为读取单元 ${source}`,
  }),
  nearestThatFits: { en: "the nearest cell that fits", zh: "最近的合适单元" },
  moveAbove: (cell: string): Text => ({
    en: `Move cell ${cell} above this one`,
    zh: `将单元 ${cell} 移到本单元之上`,
  }),
  addAbove: (kinds: string): Text => ({ en: `Add ${kinds}`, zh: `添加${kinds}` }),
  standsAbove: (number: number): Text => ({
    en: `above this cell, from place ${number} on`,
    zh: `从第 ${number} 位起，位于本单元之上`,
  }),
  dropInput: (port: string): Text => ({
    en: `Take the input “${port}” away`,
    zh: `删除输入“${port}”`,
  }),

  noSuchKind: (sought: string): Text => ({
    en: `No cell is called or does “${sought}”.`,
    zh: `没有名称或用途为“${sought}”的单元。`,
  }),
  givesWhat: (types: string): Text => ({ en: `Gives ${types}.`, zh: `给出${types}。` }),
  addsToo: (kinds: string): Text => ({
    en: `Adds what it needs, too: ${kinds}.`,
    zh: `将一并添加所需的单元：${kinds}。`,
  }),
  addOnly: (kind: string): Text => ({ en: `Only ${kind}`, zh: `仅添加${kind}` }),

  partMissing: {
    en: "This part of the page cannot be fetched from the server.",
    zh: "无法从服务器获取页面的这一部分。",
  },
  tryAgain: { en: "Try again", zh: "重试" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
