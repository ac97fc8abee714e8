import type { Text } from "@/pipeline/problem.ts";

/** The words of the front panel of a notebook. */
export const frontTexts = {
  title: { en: "Front panel", zh: "前面板" },
  intro: {
    en: "The settings that matter to those who use this notebook.",
    zh: "使用本笔记本时需要关注的设置。",
  },
  empty: {
    en: "Nothing is on the front panel yet. Show the cells and press the pin beside a setting.",
    zh: "前面板上还没有任何设置。请显示单元，并点击某项设置旁的图钉。",
  },
  onlyFront: { en: "Show only this", zh: "仅显示此面板" },
  showCells: { en: "Show the cells", zh: "显示全部单元" },
  run: { en: "Run", zh: "运行" },
  toRun: (count: number): Text => ({
    en: count === 1 ? "1 cell to run" : `${count} cells to run`,
    zh: `有 ${count} 个单元待运行`,
  }),
  upToDate: {
    en: "The results are those of these settings.",
    zh: "结果与当前设置一致。",
  },
  results: { en: "Results", zh: "结果" },
  noResults: {
    en: "What comes of a run stands here, to be taken away.",
    zh: "运行后，结果会显示在此处，可供下载。",
  },
  settings: (title: string): Text => ({
    en: `${title} on the front panel`,
    zh: `前面板上的“${title}”设置`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
