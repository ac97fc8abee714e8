import type { Text } from "@/pipeline/problem.ts";

/** The words of what stands around the cells of a notebook. */
export const pageTexts = {
  resumed: {
    en: "Changes that could not be saved before are here again.",
    zh: "此前未能保存的修改已恢复。",
  },
  restored: (revision: number): Text => ({
    en: `Revision ${revision} is restored as the newest.`,
    zh: `第 ${revision} 版已恢复为最新版。`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
