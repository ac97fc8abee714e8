import type { Text } from "@/pipeline/problem.ts";

/** The words of the first page. */
export const homeTexts = {
  workspace: { en: "Workspace", zh: "工作区" },
  newNotebook: { en: "New notebook", zh: "新建笔记本" },
  trainFromCsv: { en: "Train from CSV", zh: "用 CSV 训练" },
  diagnoseCsv: { en: "Diagnose a CSV", zh: "诊断 CSV" },
  tryOneSample: { en: "Try one sample", zh: "单样本诊断" },
  dropHere: {
    en:
      "Drop a table of KPIs anywhere on this page: CSV, TSV or Parquet. Or a notebook or pipeline: JSON or Jupyter.",
    zh:
      "将指标表拖放到本页任意位置：CSV、TSV 或 Parquet；也可拖放笔记本或流水线：JSON 或 Jupyter。",
  },

  notebooks: { en: "Notebooks", zh: "笔记本" },
  openDemo: { en: "Run the demo", zh: "运行演示" },
  searchNotebooks: { en: "Search notebooks", zh: "搜索笔记本" },
  name: { en: "Name", zh: "名称" },
  state: { en: "State", zh: "状态" },
  data: { en: "Data", zh: "数据" },
  macroF1: { en: "Macro-F1", zh: "宏平均 F1" },
  changed: { en: "Changed", zh: "修改时间" },
  noNotebooks: { en: "No notebooks.", zh: "没有笔记本。" },
  untitled: { en: "Untitled notebook", zh: "未命名笔记本" },
  noCells: { en: "no cells", zh: "没有单元" },
  interrupted: { en: "interrupted", zh: "已中断" },
  allCached: (count: number): Text => ({ en: `all ${count} cached`, zh: `全部 ${count} 个缓存` }),
  allFresh: (count: number): Text => ({ en: `all ${count} fresh`, zh: `全部 ${count} 个最新` }),
  countStale: (count: number): Text => ({ en: `${count} stale`, zh: `${count} 个过期` }),
  countWaiting: (count: number): Text => ({ en: `${count} waiting`, zh: `${count} 个等待` }),
  countRunning: (count: number): Text => ({ en: `${count} running`, zh: `${count} 个运行中` }),
  countFailed: (count: number): Text => ({ en: `${count} failed`, zh: `${count} 个失败` }),

  searchDiagnoses: { en: "Search diagnoses", zh: "搜索诊断" },
  downloadCsv: { en: "Download as CSV", zh: "下载 CSV 文件" },
  model: { en: "Model", zh: "模型" },
  rows: { en: "Rows", zh: "行数" },
  faults: { en: "Faults", zh: "故障" },
  warnings: { en: "Warnings", zh: "警告" },
  done: { en: "Done", zh: "完成时间" },
  rowsWithWarnings: (count: string): Text => ({ en: `${count} rows`, zh: `${count} 行` }),

  datasets: { en: "Datasets", zh: "数据集" },
  searchDatasets: { en: "Search datasets", zh: "搜索数据集" },
  noDatasets: {
    en: "No table yet: drop one on this page, and it stands here to be trained on.",
    zh: "还没有表格。将表格拖放到本页，它会列在此处，可用于训练。",
  },
  trainOnIt: { en: "Train on it", zh: "用它训练" },
  openInNotebook: { en: "Look at it in a notebook", zh: "在笔记本中查看" },
  notRead: { en: "not read yet", zh: "尚未读取" },
  noLabel: { en: "no label", zh: "无标签" },
  labelIs: (label: string): Text => ({ en: `label ${label}`, zh: `标签 ${label}` }),
  trainOn: (name: string): Text => ({ en: `Train on ${name}`, zh: `用 ${name} 训练` }),

  models: { en: "Models", zh: "模型" },
  searchModels: { en: "Search models", zh: "搜索模型" },
  scoreOf: (interval: string): Text => ({
    en: `Macro-F1, cross-validated${interval === "" ? "" : `; 95 % interval ${interval}`}`,
    zh: `宏平均 F1，交叉验证${interval === "" ? "" : `；95% 区间 ${interval}`}`,
  }),
  downloadOnnx: { en: "Download as ONNX", zh: "下载 ONNX 文件" },
  downloadCard: { en: "Download the model card", zh: "下载模型卡" },
  versionOf: (name: string, version: number): Text => ({
    en: `${name} v${version}`,
    zh: `${name} v${version}`,
  }),
  modelFacts: (learner: string, features: string, classes: number): Text => ({
    en: `${learner}, ${features} KPIs, ${classes} classes`,
    zh: `${learner}，${features} 个指标，${classes} 个类别`,
  }),
  downloadModel: (name: string): Text => ({ en: `Download ${name}`, zh: `下载 ${name}` }),
  diagnoseWith: (name: string): Text => ({
    en: `Diagnose a CSV with ${name}`,
    zh: `用 ${name} 诊断 CSV`,
  }),
  noModels: {
    en: "No model yet: train one, and it stands here to be used and taken away.",
    zh: "还没有模型。训练之后，模型会列在此处，可供使用和下载。",
  },

  nothingYet: { en: "Nothing here yet", zh: "这里还没有内容" },
  waysToBegin: {
    en: "Three ways to begin. The first two end in a model you can take away as one ONNX file.",
    zh: "有三种开始方式，前两种都会得到一个可带走的 ONNX 模型文件。",
  },
  seeItWork: { en: "See it work", zh: "先看演示" },
  seeItWorkWhat: {
    en:
      "A small simulated cluster fails on purpose. A notebook cleans its KPIs, trains, evaluates and diagnoses.",
    zh: "模拟一个会故意出故障的小型集群，由笔记本清洗指标、训练、评估并诊断。",
  },
  runDemo: { en: "Run the demo", zh: "运行演示" },
  trainOnIncidents: { en: "Train on your incidents", zh: "用您的故障数据训练" },
  trainOnIncidentsWhat: {
    en:
      "A table with one row for one moment, a column for each KPI, and one column that names the fault.",
    zh: "一张表：每行一个时刻，每列一个指标，另有一列记录故障名称。",
  },
  diagnoseRows: { en: "Diagnose rows", zh: "诊断数据" },
  diagnoseRowsWhat: {
    en: "Rows without labels. Each gets a fault, its probability and the runner-up.",
    zh: "无标签的数据，每行会得到一个故障、其概率以及次可能的故障。",
  },
  needsModel: {
    en: "Needs a model: run the demo or train one first.",
    zh: "需要模型：请先运行演示或训练一个模型。",
  },
  tableLooks: { en: "How a table should look", zh: "表格应有的样子" },
  exampleTable: { en: "Example of a table", zh: "表格示例" },
  tableRules: {
    en: "Holes (∅) are welcome. Names of columns and faults are free; numbers may be of any size.",
    zh: "允许缺失值（∅）。列名和故障名称不限，数值大小不限。",
  },
  needsScript: {
    en:
      "Without JavaScript this page shows what there is and where it is. To import, run, train, search and change things, allow JavaScript for this address.",
    zh:
      "未启用 JavaScript 时，本页仅列出已有内容及其链接。要导入、运行、训练、搜索或修改，请为此地址启用 JavaScript。",
  },
  noNetwork: { en: "No network is used.", zh: "不使用网络。" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
