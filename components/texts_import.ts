import type { Text } from "@/pipeline/problem.ts";

/** The words around a table that comes in: the upload, the preview and the import. */
export const importTexts = {
  uploadTitle: { en: "Bringing the file in", zh: "正在上传文件" },
  beginning: { en: "Looking at the file", zh: "正在检查文件" },
  sending: (sent: string, whole: string): Text => ({
    en: `${sent} of ${whole} sent`,
    zh: `已上传 ${sent}，共 ${whole}`,
  }),
  speed: (rate: string, left: string): Text => ({
    en: `${rate}/s, ${left} left`,
    zh: `${rate}/秒，剩余 ${left}`,
  }),
  checking: { en: "All sent; the server puts it on its disk", zh: "上传完成，服务器正在写入磁盘" },
  opening: { en: "Opening the preview", zh: "正在打开预览" },
  paused: (sent: string, whole: string): Text => ({
    en: `Paused at ${sent} of ${whole}`,
    zh: `已暂停：${sent} / ${whole}`,
  }),
  waiting: (sent: string, whole: string): Text => ({
    en: `The server cannot be reached. ${sent} of ${whole} are safe there; it goes on by itself.`,
    zh: `无法连接到服务器。已上传的 ${sent}（共 ${whole}）不会丢失，恢复连接后自动继续。`,
  }),
  resumable: {
    en:
      "You can close this page: choose the same file again within a day and it goes on from here.",
    zh: "可以关闭此页面：一天之内再次选择同一文件，即可从此处继续上传。",
  },
  pause: { en: "Pause", zh: "暂停" },
  goOn: { en: "Go on", zh: "继续" },
  cancel: { en: "Cancel", zh: "取消" },
  tryAgain: { en: "Try again", zh: "重试" },
  trainOnIt: { en: "Train on it", zh: "用它训练" },
  backToList: { en: "Back to the list", zh: "返回列表" },
  close: { en: "Close", zh: "关闭" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
