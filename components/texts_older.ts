import type { Text } from "@/pipeline/problem.ts";

/** The words of why a cell shows no result, or an older one. */
export const olderTexts = {
  olderResult: (time: string): Text => ({
    en: `Below: the result of ${time}.`,
    zh: `下方是 ${time} 的结果。`,
  }),
  changedSince: (cells: string): Text => ({
    en: `Since then ${cells} changed.`,
    zh: `此后${cells} 已修改。`,
  }),
  changedBoth: (cells: string): Text => ({
    en: `Since then its settings and ${cells} changed.`,
    zh: `此后其设置和${cells} 已修改。`,
  }),
  changedItself: { en: "Since then its settings changed.", zh: "此后其设置已修改。" },
  renewsWhenRun: { en: "It is renewed when it runs.", zh: "运行后将更新。" },
  startsByItself: (cells: string): Text => ({
    en: `Starts by itself when ${cells} is done.`,
    zh: `${cells}完成后自动开始。`,
  }),
  blockedBy: (cells: string): Text => ({
    en: `Cannot run before ${cells} is repaired.`,
    zh: `须先修复${cells}才能运行。`,
  }),
  waitsForTurnWhat: {
    en: "Waits until a core of this machine is free.",
    zh: "正在等待本机空闲的处理器核心。",
  },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
