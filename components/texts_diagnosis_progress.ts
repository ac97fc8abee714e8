import type { Text } from "@/pipeline/problem.ts";

/** The words of a diagnosis that runs or has failed. */
export const progressTexts = {
  opens: { en: "Opening the model and the file", zh: "正在打开模型和文件" },
  running: (rows: string): Text => ({
    en: `${rows} rows diagnosed so far`,
    zh: `已诊断 ${rows} 行`,
  }),
  speed: (rows: string): Text => ({ en: `${rows} rows/s`, zh: `每秒 ${rows} 行` }),
  cancel: { en: "Cancel", zh: "取消" },
  cancelWhat: {
    en: "Ends the diagnosis; nothing is kept of it",
    zh: "终止该诊断，不保留任何内容",
  },
  soFar: { en: "First rows", zh: "最先的若干行" },
  tryAgain: { en: "Try again", zh: "重试" },
  tryModel: { en: "Diagnose with this model", zh: "用该模型诊断" },
  otherModel: { en: "Another model for the same file", zh: "对同一文件换用其他模型" },
  fileKept: {
    en: "The file is still here: nothing has to be sent again.",
    zh: "文件仍然保留，无需重新上传。",
  },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
