import type { Text } from "@/pipeline/problem.ts";

/** How a cell stands whose last run came to no end. */
export const unfinishedTexts = {
  interruptedAt: (time: string, percent: string | undefined): Text => ({
    en: `interrupted ${time}${percent === undefined ? "" : ` at ${percent}`}`,
    zh: `${time} ${percent === undefined ? "" : `在 ${percent} 处`}中断`,
  }),
  cancelledAt: (time: string, percent: string | undefined): Text => ({
    en: `cancelled ${time}${percent === undefined ? "" : ` at ${percent}`}`,
    zh: `${time} ${percent === undefined ? "" : `在 ${percent} 处`}取消`,
  }),
  interrupted: { en: "interrupted", zh: "已中断" },
  cancelled: { en: "cancelled", zh: "已取消" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
