import type { Text } from "@/pipeline/problem.ts";

/** The words of the editor of code. */
export const codeTexts = {
  keys: {
    en: "Ctrl Enter runs the cell. Ctrl Space completes. Esc, then Tab leaves the editor.",
    zh: "Ctrl Enter 运行单元，Ctrl Space 补全，先按 Esc 再按 Tab 离开编辑器。",
  },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
