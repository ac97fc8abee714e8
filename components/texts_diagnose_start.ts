import type { Text } from "@/pipeline/problem.ts";

/** The words of the page where diagnoses begin. */
export const startTexts = {
  newDiagnosis: { en: "New diagnosis", zh: "新建诊断" },
  source: { en: "Model or pipeline", zh: "模型或流水线" },
  models: { en: "Models", zh: "模型" },
  pipelines: { en: "Pipelines", zh: "流水线" },
  usesModel: (name: string): Text => ({
    en: `A pipeline is a recipe. The newest model trained by it is used: ${name}.`,
    zh: `流水线只是训练方案，将使用由其训练的最新模型：${name}。`,
  }),
  trainsFirst: {
    en:
      "No model was trained by this pipeline yet. It is trained first on the dataset you choose, then the file is diagnosed.",
    zh: "该流水线尚未训练过模型。将先在所选数据集上训练，再诊断文件。",
  },
  trainAnew: { en: "Train a new model first", zh: "先训练新模型" },
  dataset: { en: "Dataset to train on", zh: "训练用数据集" },
  noDatasets: {
    en: "There is no dataset to train on yet. Import a table with labels on the first page.",
    zh: "尚无可用于训练的数据集。请先在首页导入带标签的表格。",
  },
  errorRate: { en: "Error rate you accept", zh: "可接受的错误率" },
  errorRateWhat: {
    en: "The smaller, the more faults stay possible for a row, and the fewer are called unknown.",
    zh: "越小，每行可能的故障越多，被判为未知故障的行越少。",
  },
  own: { en: "own", zh: "自定" },
  ownRate: { en: "Error rate in percent, from 1 to 30", zh: "错误率（百分比，1 至 30）" },
  drop: {
    en:
      "Drop the rows here and they are diagnosed: CSV, TSV or Parquet, with the columns of the training table.",
    zh: "将数据拖放到此处即开始诊断：CSV、TSV 或 Parquet，列与训练表相同。",
  },
  training: (pipeline: string, dataset: string): Text => ({
    en: `First: ${pipeline} is trained on ${dataset}. Then the file is diagnosed.`,
    zh: `第一步：正在用 ${dataset} 训练 ${pipeline}，随后诊断文件。`,
  }),
  toTraining: { en: "See the training", zh: "查看训练过程" },
  breakOff: { en: "Do not wait", zh: "不再等待" },
  trainingFailed: {
    en: "Cannot diagnose the file: no model came of the training.",
    zh: "无法诊断文件：训练未得到模型。",
  },
  lookIntoTraining: {
    en: "Look into its notebook, then try again.",
    zh: "请查看训练笔记本后重试。",
  },
  compare: { en: "Compare", zh: "比较" },
  compareWhat: { en: "Compare two diagnoses", zh: "比较两次诊断" },
  sameFile: { en: "The same file, another way", zh: "同一文件，换一种方式" },
  newFile: { en: "The same model, another file", zh: "同一模型，换一个文件" },
  running: { en: "running", zh: "进行中" },
  failed: { en: "failed", zh: "失败" },
  againTitle: (name: string): Text => ({ en: `Diagnose ${name} again`, zh: `再次诊断 ${name}` }),
  againWhat: {
    en: "The file is still here: choose another model or another error rate.",
    zh: "文件仍然保留：可选择其他模型或其他错误率。",
  },
  unknownRows: (rows: string): Text => ({ en: `${rows} unknown`, zh: `${rows} 行未知` }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
