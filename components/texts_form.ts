import type { Text } from "@/pipeline/problem.ts";

/** The words of the generated forms. */
export const formTexts = {
  none: { en: "None", zh: "无" },
  wasValue: (value: string): Text => ({ en: `was ${value}`, zh: `原为 ${value}` }),
  wasDefault: { en: "reset", zh: "重置" },
  backToDefault: (label: string, value: string): Text => ({
    en: `Set ${label} back to ${value}`,
    zh: `将“${label}”恢复为 ${value}`,
  }),
  on: { en: "on", zh: "开" },
  off: { en: "off", zh: "关" },
  empty: { en: "empty", zh: "空" },
  longest: (most: number): Text => ({
    en: `At most ${most} characters; what you wrote stays here until it is shorter.`,
    zh: `至多 ${most} 个字符；您输入的内容会保留在此，直到缩短为止。`,
  }),
  moreFields: (count: number): Text => ({
    en: `${count} more settings`,
    zh: `另有 ${count} 项设置`,
  }),
  fewerFields: { en: "Fewer settings", zh: "收起设置" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
