import type { Text } from "@/pipeline/problem.ts";

/** The words of the page on which one tries a single sample. */
export const sampleTexts = {
  title: { en: "Try one sample", zh: "单样本诊断" },
  what: {
    en: "What a model says of one row. Drag a value and watch the answer change.",
    zh: "查看模型对一行数据的判断。拖动数值，即可看到结论如何变化。",
  },
  noModels: { en: "There is no model yet", zh: "尚无模型" },
  noModelsWhat: {
    en: "A model answers here as soon as one was trained, in a notebook or from a dataset.",
    zh: "在笔记本中或由数据集训练出模型后，即可在此提问。",
  },
  toNotebooks: { en: "Go to the notebooks", zh: "前往笔记本" },
  noSuchModel: {
    en: "The model that the address names is not there any more. Choose another one.",
    zh: "地址中指定的模型已不存在，请选择其他模型。",
  },
  opening: { en: "Opening the model…", zh: "正在打开模型…" },
  tryAgain: { en: "Try again", zh: "重试" },
  noSummary: {
    en:
      "The model file carries no summary of its training data: there are no ranges to drag through, but every value can be typed.",
    zh: "该模型文件不含训练数据摘要：没有可拖动的范围，但可以直接输入数值。",
  },

  fillWith: { en: "Fill in", zh: "填入" },
  medians: { en: "Medians of all training rows", zh: "全部训练数据的中位数" },
  mediansOf: (fault: string): Text => ({ en: `Medians of ${fault}`, zh: `“${fault}”的中位数` }),
  holes: { en: "Nothing: all missing", zh: "全部留空（缺失）" },
  fill: { en: "Fill in", zh: "填入" },
  paste: { en: "Paste…", zh: "粘贴…" },
  copy: { en: "Copy", zh: "复制" },
  copyJson: { en: "Copy as JSON", zh: "复制为 JSON" },
  copyPairs: { en: "Copy as name=value", zh: "复制为 名称=值" },
  copied: { en: "Copied.", zh: "已复制。" },
  notCopied: {
    en: "The browser did not let the page copy. Try again, or allow it in its settings.",
    zh: "浏览器不允许页面复制。请重试，或在浏览器设置中允许。",
  },
  undo: { en: "Undo", zh: "撤销" },
  undoWhat: { en: "Undo the last change", zh: "撤销上一次修改" },

  fromMedians: {
    en: "Began with the medians of the training rows.",
    zh: "初始值：训练数据的中位数。",
  },
  fromHoles: { en: "Began with nothing filled in.", zh: "初始值：全部缺失。" },
  fromFault: (fault: string): Text => ({
    en: `Began with the medians of ${fault}.`,
    zh: `初始值：“${fault}”的中位数。`,
  }),
  fromPaste: { en: "Began with what was pasted.", zh: "初始值：粘贴的数据。" },
  fromRow: (id: string): Text => ({ en: `Began with row ${id} of`, zh: `初始值：行 ${id}，来自` }),
  warned: (warnings: string): Text => ({
    en: `The diagnosis warns of this row: ${warnings}`,
    zh: `诊断结果对该行的警告：${warnings}`,
  }),
  theDiagnosis: { en: "this diagnosis", zh: "该诊断" },
  changedKpis: (count: number, words: string): Text => ({
    en: count === 0 ? "Nothing changed." : `${words} ${count === 1 ? "KPI" : "KPIs"} changed.`,
    zh: count === 0 ? "未作修改。" : `已修改 ${words} 项指标。`,
  }),
  backToStart: { en: "Back to the start", zh: "全部恢复" },

  kpis: { en: "KPIs", zh: "指标" },
  search: { en: "Search KPIs", zh: "搜索指标" },
  which: { en: "Which KPIs", zh: "显示哪些指标" },
  all: { en: "All", zh: "全部" },
  onlyChanged: { en: "Changed", zh: "已修改" },
  onlyMissing: { en: "Missing", zh: "缺失" },
  noneFound: { en: "No KPI fits the search.", zh: "没有符合条件的指标。" },
  more: (words: string): Text => ({ en: `Show ${words} more`, zh: `再显示 ${words} 项` }),
  ordered: {
    en: "Those that matter most for the answer come first.",
    zh: "对结论影响最大的指标排在最前。",
  },
  orderAgain: { en: "Order by the present answer", zh: "按当前结论重新排序" },
  value: { en: "Value", zh: "数值" },
  missing: { en: "Missing", zh: "缺失" },
  valueOf: (name: string): Text => ({ en: `${name}, value`, zh: `${name} 的数值` }),
  missingOf: (name: string): Text => ({ en: `${name} is missing`, zh: `${name} 缺失` }),
  onOf: (name: string): Text => ({ en: `${name} is on`, zh: `${name} 为真` }),
  outside: { en: "never seen", zh: "从未出现" },
  outsideHelp: (range: string): Text => ({
    en: `Outside all that the model has learnt from, ${range}.`,
    zh: `超出模型训练时见过的范围 ${range}。`,
  }),
  legendNormal: (name: string): Text => ({ en: name, zh: name }),
  legendStart: { en: "value at the start", zh: "初始值" },

  answer: { en: "Answer", zh: "结论" },
  asking: { en: "Asking the model…", zh: "正在询问模型…" },
  askAgain: { en: "Ask again", zh: "重新询问" },
  olderAnswer: {
    en: "This is the answer to the values before.",
    zh: "以下是修改前数值的结论。",
  },
  nowIs: (fault: string, probability: string): Text => ({
    en: `The model says ${fault}, ${probability}.`,
    zh: `模型判断为“${fault}”，概率 ${probability}。`,
  }),
  probabilities: { en: "Probability of each fault", zh: "各故障的概率" },
  possible: { en: "possible", zh: "可能" },
  possibleHelp: {
    en: "In the prediction set: it cannot be ruled out at the share of wrong answers you accept.",
    zh: "在预测集中：按您接受的错误率，不能排除该故障。",
  },
  others: (count: number): Text => ({
    en: count === 1 ? "1 other class" : `${count} other classes`,
    zh: `其余 ${count} 个类别`,
  }),
  errorRate: { en: "Error rate you accept", zh: "可接受的错误率" },
  applyFlip: (name: string, value: string): Text => ({
    en: `Set ${name} to ${value}`,
    zh: `将 ${name} 设为 ${value}`,
  }),
  olderEvidence: {
    en: "Of the values a moment ago; the present ones are being explained.",
    zh: "以下为片刻之前的数值的解释，正在更新。",
  },

  pasteTitle: { en: "Paste a row", zh: "粘贴一行数据" },
  pasteWhat: {
    en:
      "JSON, a line of CSV with or without its header, or name=value pairs. KPIs that are not named are missing.",
    zh: "JSON、一行 CSV（可带表头）或 名称=值。未提及的指标视为缺失。",
  },
  pasteField: { en: "The row", zh: "数据" },
  cancel: { en: "Cancel", zh: "取消" },
  usePasted: { en: "Use these values", zh: "使用这些数值" },
  useReadable: (words: string): Text => ({
    en: `Use the ${words} that can be read`,
    zh: `使用可读取的 ${words} 项`,
  }),
  readSoFar: (named: string, all: string): Text => ({
    en: `${named} of ${all} KPIs have a value or are named as missing.`,
    zh: `${all} 项指标中，${named} 项有数值或被标为缺失。`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
