import type { Text } from "@/pipeline/problem.ts";

/** The words of what cells read: why something cannot be read, and the ways out. */
export const wireTexts = {
  nothingFits: { en: "No cell above gives what is needed.", zh: "上方没有能提供所需内容的单元。" },
  misfitGone: { en: "does not exist", zh: "不存在" },
  misfitItself: { en: "is this cell", zh: "即本单元" },
  misfitBelow: { en: "stands below", zh: "位于下方" },
  misfitNothing: { en: "gives nothing", zh: "不产生结果" },
  misfitType: (given: string): Text => ({ en: `gives ${given}`, zh: `给出${given}` }),
  misfitSentence: (why: string): Text => ({ en: `That cell ${why}.`, zh: `该单元${why}。` }),
  inputNamed: (port: string, cell: string): Text => ({
    en: `Input ${port} of ${cell}`,
    zh: `${cell}的输入 ${port}`,
  }),
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
  readsNearest: (cell: string): Text => ({ en: `${cell} (nearest)`, zh: `${cell}（最近的）` }),
  paletteSearch: {
    en: "Type a name or what you want to do",
    zh: "输入名称或想做的事",
  },
  needs: (types: string): Text => ({ en: `needs ${types}`, zh: `需要${types}` }),
  choose: { en: "choose", zh: "选择" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
