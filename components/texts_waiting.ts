import type { Text } from "@/pipeline/problem.ts";

/** The words of the files that no dataset was made of yet. */
export const waitingTexts = {
  title: { en: "Not imported yet", zh: "待导入的文件" },
  isHere: { en: "look at it and import", zh: "查看并导入" },
  isPart: {
    en: "choose or drop the same file again to send the rest",
    zh: "再次选择或拖入同一文件，即可继续上传",
  },
  sent: (sent: string, whole: string): Text => ({
    en: `${sent} of ${whole}`,
    zh: `已上传 ${sent} / ${whole}`,
  }),
  discard: { en: "Discard", zh: "丢弃" },
  discardFile: (name: string): Text => ({ en: `Discard ${name}`, zh: `丢弃 ${name}` }),
  keep: { en: "Keep", zh: "保留" },
  keepFile: (name: string): Text => ({ en: `Keep ${name}`, zh: `保留 ${name}` }),
  discarded: (name: string): Text => ({ en: `${name} was discarded.`, zh: `已丢弃 ${name}。` }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
