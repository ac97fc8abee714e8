import type { Text } from "@/pipeline/problem.ts";

/** The words around files that are given to the workbench: the drop zone and the dialog. */
export const fileTexts = {
  chooseFile: { en: "Choose a file", zh: "选择文件" },
  otherFile: { en: "Another file", zh: "更换文件" },
  noFile: { en: "None yet; it can be dropped here, too", zh: "尚未选择文件，也可拖放到此处" },
  file: { en: "File", zh: "文件" },

  diagnoseTitle: { en: "Diagnose a CSV", zh: "诊断 CSV" },
  diagnoseWhat: {
    en:
      "Rows with the columns of the training table; a label is not needed. Each row gets a fault, its probability and the runner-up.",
    zh: "各列与训练表相同，无需标签。每行会得到一个故障、其概率以及次可能的故障。",
  },
  model: { en: "Model", zh: "模型" },
  modelOption: (name: string, version: number, macroF1: string): Text => ({
    en: `${name} v${version}, macro-F1 ${macroF1}`,
    zh: `${name} v${version}，宏平均 F1 ${macroF1}`,
  }),
  noModels: {
    en: "There is no model yet. Train one from a table with labels, or run the demo.",
    zh: "还没有模型。请先用带标签的表格训练，或运行演示。",
  },
  toFirstPage: { en: "To the first page", zh: "前往首页" },
  diagnose: { en: "Diagnose", zh: "诊断" },
  cancel: { en: "Cancel", zh: "取消" },
  nowDiagnosing: { en: "Sent, diagnosing the rows", zh: "上传完成，正在诊断" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
