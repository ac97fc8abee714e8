import type { Text } from "@/pipeline/problem.ts";

/** The words of a run of a notebook that is under way. */
export const runTexts = {
  runProgress: { en: "Progress of the run", zh: "运行进度" },
  cellsDone: (done: number, total: number): Text => ({
    en: `${done} of ${total} cells`,
    zh: `${total} 个单元中已完成 ${done} 个`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
