import type { Text } from "@/pipeline/problem.ts";

/** The words of a report: a notebook with its results as one file to read. */
export const reportTexts = {
  report: { en: "Report of a notebook", zh: "笔记本报告" },
  contents: { en: "Cells", zh: "单元" },
  run: { en: "Results of", zh: "结果时间" },
  notRun: { en: "Nothing was run yet", zh: "尚未运行" },
  cells: { en: "Cells", zh: "单元" },
  cellCount: (count: string): Text => ({
    en: count === "1" ? "1 cell" : `${count} cells`,
    zh: `${count} 个单元`,
  }),
  data: { en: "Data", zh: "数据" },
  seeds: { en: "Seeds", zh: "随机种子" },
  seedOf: (seed: string, cells: string): Text => ({
    en: `${seed} (${cells})`,
    zh: `${seed}（${cells.trim()}）`,
  }),
  made: { en: "Made with", zh: "生成工具" },
  version: (product: string, version: string, format: string): Text => ({
    en: `${product} ${version}, notebook format ${format}`,
    zh: `${product} ${version}，笔记本格式 ${format}`,
  }),
  notUpToDate: (cells: string): Text => ({
    en: `Not up to date: ${cells}. Each of these cells says why, and of which run its results are.`,
    zh: `并非最新：${cells.trim()}。这些单元各自说明了原因及其结果所属的运行。`,
  }),
  settings: (cell: string): Text => ({ en: `Settings of ${cell}`, zh: `${cell}的设置` }),
  tableOf: (table: string, cell: string): Text => ({
    en: `${table}, ${cell}`,
    zh: `${cell}：${table}`,
  }),
  noResult: { en: "No result yet.", zh: "尚无结果。" },
  tableSize: (rows: string, columns: string): Text => ({
    en: `${rows} rows × ${columns} columns`,
    zh: `${rows} 行 × ${columns} 列`,
  }),
  firstRows: (shown: string, rows: string): Text => ({
    en: `The first ${shown} of ${rows} rows.`,
    zh: `显示 ${rows} 行中的前 ${shown} 行。`,
  }),
  firstColumns: (shown: string, columns: string): Text => ({
    en: `The first ${shown} of ${columns} columns.`,
    zh: `显示 ${columns} 列中的前 ${shown} 列。`,
  }),
  withheld: {
    en: "These rows may hold anything; they are counted here and stay where the notebook is.",
    zh: "这些行可能含有任意内容，此处仅给出数量，数据保留在笔记本所在的工作区。",
  },
  model: { en: "Model card", zh: "模型卡" },
  learner: { en: "Learner", zh: "学习器" },
  learntFrom: { en: "Learnt from", zh: "训练数据" },
  rowsOf: (rows: string, name: string): Text => ({
    en: `${rows} rows of ${name}`,
    zh: `${name}，${rows} 行`,
  }),
  features: { en: "Features", zh: "特征数" },
  classes: { en: "Classes", zh: "类别" },
  macroF1: { en: "Macro-F1", zh: "宏平均 F1" },
  accuracy: { en: "Accuracy", zh: "准确率" },
  byFolds: (score: string, low: string, high: string, folds: string): Text => ({
    en: `${score} (95 % interval ${low} to ${high}, ${folds} folds)`,
    zh: `${score}（95% 区间 ${low} 至 ${high}，${folds} 折）`,
  }),
  seed: { en: "Seed", zh: "随机种子" },
  dataHash: { en: "SHA-256 of the data", zh: "数据 SHA-256" },
  modelHash: { en: "SHA-256 of the model", zh: "模型 SHA-256" },
  engine: { en: "Engine", zh: "引擎版本" },
  parity: { en: "Proof", zh: "一致性验证" },
  proven: (rows: string, difference: string): Text => ({
    en: `ONNX agrees with the learner on ${rows} rows, at most ${difference} apart`,
    zh: `ONNX 与学习器在 ${rows} 行上结果一致，最大相差 ${difference}`,
  }),
  diagnosis: { en: "Rows of each fault", zh: "各故障行数" },
  rowCount: (rows: string): Text => ({ en: `${rows} rows`, zh: `${rows} 行` }),
  fault: { en: "Fault", zh: "故障" },
  rows: { en: "Rows", zh: "行数" },
  share: { en: "Share", zh: "占比" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
