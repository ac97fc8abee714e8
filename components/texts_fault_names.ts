import type { Text } from "@/pipeline/problem.ts";

/** The words that lead to the names of faults, and bring in models with theirs. */
export const faultNameTexts = {
  nameFaults: { en: "Name the faults", zh: "命名故障" },
  bringIn: { en: "Bring in a model", zh: "导入模型" },
  bringingIn: { en: "Bringing it in…", zh: "正在导入…" },
  broughtIn: (model: string) => ({ en: `${model} is here now.`, zh: `已导入 ${model}。` }),
  bringInHelp: {
    en: "An ONNX file that a workbench has trained, with the names of its faults",
    zh: "由工作台训练的 ONNX 文件，其中含故障名称",
  },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
