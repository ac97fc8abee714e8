import type { Text } from "@/pipeline/problem.ts";

/** What puts a setting on the front panel. */
export const frontToggleTexts = {
  put: (label: string): Text => ({
    en: `${label}: on the front panel`,
    zh: `${label}：放到前面板`,
  }),
  tip: { en: "On the front panel", zh: "放到前面板" },
  tipOn: { en: "Take off the front panel", zh: "从前面板移除" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
