import type { Text } from "@/pipeline/problem.ts";

/** The words of pipelines: the list, saving one, applying one. */
export const pipelineTexts = {
  pipelines: { en: "Pipelines", zh: "流水线" },
  search: { en: "Search pipelines", zh: "搜索流水线" },
  none: {
    en:
      "No pipeline yet: a notebook’s steps and learner, saved from its training cell, stand here to be applied to other tables.",
    zh: "还没有流水线。在笔记本的训练单元中保存其步骤与学习器，即可在此应用于其他数据表。",
  },
  versionOf: (name: string, version: number): Text => ({
    en: `${name} v${version}`,
    zh: `${name} v${version}`,
  }),
  untitled: { en: "Untitled pipeline", zh: "未命名流水线" },
  countSteps: (count: number): Text => ({
    en: count === 1 ? "1 step" : `${count} steps`,
    zh: `${count} 个步骤`,
  }),
  facts: (learner: string, features: string, label: string): Text => ({
    en: `${learner}, ${features} features, label ${label}`,
    zh: `${learner}，${features} 个特征，标签 ${label}`,
  }),
  apply: { en: "Apply to a dataset", zh: "应用于数据集" },
  applyOf: (name: string): Text => ({
    en: `Apply ${name} to a dataset`,
    zh: `将 ${name} 应用于数据集`,
  }),
  downloadOf: (name: string): Text => ({ en: `Download ${name}`, zh: `下载 ${name}` }),
  versions: { en: "Versions and content", zh: "版本与内容" },

  save: { en: "Save as pipeline", zh: "保存为流水线" },
  saveWhat: {
    en: "A pipeline is the way from a table to a model, without the table: steps and learner, " +
      "to be trained on other tables with the same columns.",
    zh: "流水线是从数据表到模型的流程，不含数据：即步骤与学习器，可在列相同的其他数据表上训练。",
  },
  name: { en: "Name", zh: "名称" },
  becomesNew: { en: "A new pipeline, version 1.", zh: "将新建流水线，版本 1。" },
  becomesNext: (version: number): Text => ({
    en: `There is one of that name: this becomes its version ${version}.`,
    zh: `已有同名流水线：将保存为版本 ${version}。`,
  }),
  isSame: (version: number): Text => ({
    en: `It is the same as version ${version}, so there is nothing new to save.`,
    zh: `与版本 ${version} 相同，无需再次保存。`,
  }),
  saved: (name: string, version: number): Text => ({
    en: `Saved “${name}” as version ${version}.`,
    zh: `已将“${name}”保存为版本 ${version}。`,
  }),
  whereSaved: {
    en: "It stands on the first page under Pipelines, to be applied to other datasets.",
    zh: "可在首页的“流水线”列表中找到它，并应用于其他数据集。",
  },
  toList: { en: "Go to the pipelines", zh: "前往流水线列表" },
  downloadFile: { en: "Download the file", zh: "下载文件" },
  runCell: { en: "Run that cell", zh: "运行该单元" },
  saveIt: { en: "Save", zh: "保存" },
  cancel: { en: "Cancel", zh: "取消" },
  close: { en: "Close", zh: "关闭" },
  looking: { en: "Looking …", zh: "正在读取……" },

  steps: { en: "Steps", zh: "步骤" },
  noSteps: { en: "none", zh: "无" },
  ownSteps: (steps: string): Text => ({
    en: `none; the learner brings its own: ${steps}`,
    zh: `无；学习器使用其自带步骤：${steps}`,
  }),
  learner: { en: "Learner", zh: "学习器" },
  scoring: { en: "Scored", zh: "评分" },
  folds: (count: number): Text => ({
    en: `by cross-validation with ${count} folds`,
    zh: `${count} 折交叉验证`,
  }),
  features: { en: "Features", zh: "特征" },
  featureNames: (count: string, names: string, more: string): Text => ({
    en: more === "" ? `${count}: ${names}` : `${count}: ${names} and ${more} more`,
    zh: more === "" ? `${count} 个：${names}` : `${count} 个：${names} 等`,
  }),
  label: { en: "Label", zh: "标签" },
  held: { en: "Held out", zh: "留出数据" },
  notHeld: { en: "no rows", zh: "不留出" },
  heldBy: (percent: string, way: string): Text => ({
    en: `${percent} of the rows, ${way}`,
    zh: `${percent} 的行，${way}`,
  }),
  guess: { en: "by group, or by class without groups", zh: "有分组则按分组，否则按类别" },
  class: { en: "by class", zh: "按类别" },
  group: { en: "in whole groups", zh: "按分组整组划分" },
  time: { en: "the latest", zh: "取最晚的行" },
  leftOut: { en: "Stays behind", zh: "不包含" },
  becauseOf: (name: string, reason: string): Text => ({
    en: `${name}: ${reason}`,
    zh: `${name}：${reason}`,
  }),

  applyTitle: (name: string): Text => ({ en: `Apply “${name}”`, zh: `应用“${name}”` }),
  dataset: { en: "Dataset", zh: "数据集" },
  choose: { en: "Choose a dataset", zh: "选择数据集" },
  otherFile: { en: "Take a file …", zh: "选择文件……" },
  noDatasets: {
    en: "There is no dataset yet. Take a file: it is imported as its columns look.",
    zh: "还没有数据集。请选择文件，将按其列自动识别并导入。",
  },
  importing: { en: "Importing …", zh: "正在导入……" },
  lookAtImport: { en: "Look at how it is read", zh: "查看读取方式" },
  labelColumn: { en: "Label column", zh: "标签列" },
  chooseLabel: { en: "Choose the label", zh: "选择标签列" },
  checking: { en: "Comparing the columns …", zh: "正在比较列……" },
  fits: (features: string): Text => ({
    en: `It fits: all ${features} features are there.`,
    zh: `适用：${features} 个特征全部存在。`,
  }),
  willDo: {
    en: "A new notebook imports it, runs the steps, trains, evaluates and diagnoses.",
    zh: "将新建笔记本：导入数据、执行步骤、训练、评估并诊断。",
  },
  closest: { en: "Missing features and the closest columns:", zh: "缺少的特征及最接近的列：" },
  retyped: (count: string): Text => ({ en: `Other type: ${count}`, zh: `类型不同：${count} 个` }),
  closeTo: (names: string): Text => ({ en: `close to ${names}`, zh: `相近：${names}` }),
  isText: { en: "is text", zh: "为文本" },
  isTime: { en: "is a time", zh: "为时间" },
  andMore: (count: string): Text => ({ en: `and ${count} more`, zh: `另有 ${count} 个` }),
  offer: (count: number): Text => ({
    en: count === 1
      ? "One column looks like a missing feature under another name:"
      : `${count} columns look like missing features under other names:`,
    zh: `有 ${count} 列看起来是改了名的缺失特征：`,
  }),
  useFor: (from: string, to: string): Text => ({
    en: `use ${from} for ${to}`,
    zh: `用 ${from} 代替 ${to}`,
  }),
  takeAll: (count: number): Text => ({
    en: count === 1 ? "Use it" : `Use these ${count}`,
    zh: count === 1 ? "使用它" : `使用这 ${count} 列`,
  }),
  taken: (count: number): Text => ({
    en: count === 1
      ? "1 column is taken under the pipeline’s name."
      : `${count} columns are taken under the pipeline’s names.`,
    zh: `有 ${count} 列按流水线的名称使用。`,
  }),
  undoTaken: { en: "Undo", zh: "撤销" },
  train: { en: "Train on it", zh: "用它训练" },
  starting: { en: "Making the notebook …", zh: "正在创建笔记本……" },

  versionsTitle: (name: string): Text => ({
    en: `Versions of “${name}”`,
    zh: `“${name}”的版本`,
  }),
  version: (version: number): Text => ({ en: `Version ${version}`, zh: `版本 ${version}` }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
