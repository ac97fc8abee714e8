import { nameList } from "@/pipeline/name_list.ts";
import type { Notice, Problem } from "@/pipeline/problem.ts";

/** What can be wrong with a script made from a notebook. */
export const scriptProblem = {
  nothingToWrite: (cell: string, file: string): Problem<"script/nothing-to-write"> => ({
    code: "script/nothing-to-write",
    message: {
      en: `Cannot write ${nameList([file]).en}: the cell "${cell}" gives no such file.`,
      zh: `无法写入 ${nameList([file]).zh}：单元“${cell}”不产生这样的文件。`,
    },
    place: { cell },
    hint: {
      en: "A model is written as .onnx and .card.json, a diagnosis as .csv.",
      zh: "模型写为 .onnx 和 .card.json，诊断写为 .csv。",
    },
  }),

  badArguments: (detail: string): Problem<"script/bad-arguments"> => ({
    code: "script/bad-arguments",
    message: {
      en: `Cannot run the script: ${detail}`,
      zh: `无法运行脚本：${detail}`,
    },
    place: {},
    hint: {
      en: "It takes --data CELL=FILE (may be repeated), --out FOLDER and --lang en|zh.",
      zh: "可用参数：--data 单元=文件（可重复）、--out 文件夹、--lang en|zh。",
    },
  }),
};

/** What a script has to say while it runs. */
export const scriptNotice = {
  otherData: (cell: string, file: string): Notice => ({
    code: "script/other-data",
    message: {
      en:
        `The cell "${cell}" reads ${nameList([file]).en}, which is not the file the notebook was ` +
        "made with: expect other results.",
      zh: `单元“${cell}”读取的 ${nameList([file]).zh} 与笔记本原先使用的文件不同，结果也会不同。`,
    },
    place: { cell },
  }),

  leftOut: (cell: string, reason: string): Notice => ({
    code: "script/left-out",
    message: {
      en: `The cell "${cell}" of the notebook is not in this script: ${reason}`,
      zh: `笔记本中的单元“${cell}”不在此脚本中：${reason}`,
    },
    place: { cell },
  }),
};
