import type { Text } from "@/pipeline/problem.ts";

/** The words of what can be taken away of a notebook. */
export const downloadTexts = {
  modelOf: (number: number): Text => ({
    en: `Model of cell ${number} (.onnx)`,
    zh: `单元 ${number} 的模型（.onnx）`,
  }),
  cardOf: (number: number): Text => ({
    en: `Model card of cell ${number} (.json)`,
    zh: `单元 ${number} 的模型卡（.json）`,
  }),
  resultOf: (number: number): Text => ({
    en: `Diagnosis of cell ${number} (.csv)`,
    zh: `单元 ${number} 的诊断结果（.csv）`,
  }),
  card: { en: "Model card", zh: "模型卡" },
  everything: { en: "Everything (.zip)", zh: "全部内容（.zip）" },
  making: (what: string): Text => ({ en: `Making ${what} …`, zh: `正在生成：${what}……` }),
  cancel: { en: "Cancel", zh: "取消" },
  notSaved: {
    en: "The newest changes are not on the server yet, so that a file would lack them.",
    zh: "最新修改尚未保存到服务器，导出的文件会缺少这些修改。",
  },
  saveFirst: {
    en: "Wait until they are saved, then download again.",
    zh: "请等待保存完成后再下载。",
  },
  downloadModel: { en: "Download model", zh: "下载模型" },
  downloadResult: { en: "Download result", zh: "下载结果" },
  diagnoseWith: { en: "Diagnose a CSV", zh: "诊断 CSV" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
