import type { Text } from "@/pipeline/problem.ts";

/** The words of a run in brief: how far it is, and how long it takes. */
export const runTexts = {
  runProgress: { en: "Progress of the run", zh: "运行进度" },
  cellsDone: (done: number, total: number): Text => ({
    en: `${done} of ${total} cells`,
    zh: `已完成 ${done}/${total} 个单元`,
  }),
  left: (time: string): Text => ({ en: `about ${time} left`, zh: `约剩 ${time}` }),
  nearlyDone: { en: "a few seconds left", zh: "还剩几秒" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
