import type { Text } from "@/pipeline/problem.ts";

/** The words of why what was typed is no number, or none that fits. */
export const numberTexts = {
  notANumber: { en: "Write a number, such as 0.05.", zh: "请输入数字，例如 0.05。" },
  notAnInteger: { en: "Write a whole number.", zh: "请输入整数。" },
  atLeast: (minimum: string): Text => ({ en: `At least ${minimum}.`, zh: `不小于 ${minimum}。` }),
  above: (minimum: string): Text => ({ en: `Above ${minimum}.`, zh: `大于 ${minimum}。` }),
  atMost: (maximum: string): Text => ({ en: `At most ${maximum}.`, zh: `不大于 ${maximum}。` }),
  notNumbers: { en: "Write numbers, such as 128, 64.", zh: "请输入若干数字，例如 128, 64。" },
  fewestNumbers: (fewest: number): Text => ({
    en: `At least ${fewest} of them.`,
    zh: `至少 ${fewest} 个。`,
  }),
  mostNumbers: (most: number): Text => ({
    en: `At most ${most} of them.`,
    zh: `至多 ${most} 个。`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
