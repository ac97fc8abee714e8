import type { Text } from "@/pipeline/problem.ts";

/** The words of the button that takes a message off the page. */
export const dismissTexts = {
  dismiss: { en: "Dismiss", zh: "关闭" },
} as const satisfies Record<string, Text>;
