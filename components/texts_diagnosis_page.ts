import type { Text } from "@/pipeline/problem.ts";

/** The words of the page of a diagnosis: what came of it, and how sure that is. */
export const diagnosisPageTexts = {
  allNormal: (rows: string): Text => ({
    en: `All ${rows} rows look normal`,
    zh: `全部 ${rows} 行均未见异常`,
  }),
  oneNormal: { en: "The row looks normal", zh: "该行未见异常" },
  allRows: (fault: string, rows: string): Text => ({
    en: `All ${rows} rows look like ${fault}`,
    zh: `全部 ${rows} 行都判为“${fault}”`,
  }),
  oneRow: (fault: string): Text => ({
    en: `The row looks like ${fault}`,
    zh: `该行判为“${fault}”`,
  }),
  mostNormal: (fault: string, count: number, words: string): Text => ({
    en: `Most rows look normal; the most frequent fault is ${fault}, ${
      count === 1 ? "1 row" : `${words} rows`
    }`,
    zh: `多数行正常；最常见的故障是“${fault}”，共 ${words} 行`,
  }),
  mostRows: (fault: string): Text => ({
    en: `Most rows look like ${fault}`,
    zh: `多数行判为“${fault}”`,
  }),
  oftenest: (fault: string, share: string): Text => ({
    en: `Most often, in ${share}, a row looks like ${fault}`,
    zh: `最常见的判断是“${fault}”，占 ${share}`,
  }),
  noneKnown: (rows: string): Text => ({
    en: `None of the ${rows} rows fits what the model knows`,
    zh: `全部 ${rows} 行都与模型已知的故障不符`,
  }),
  noneRead: { en: "No row could be read", zh: "没有一行能够读取" },
  mostUnknown: (words: string): Text => ({
    en: `Most rows, ${words}, fit nothing the model knows`,
    zh: `多数行（${words} 行）与已知故障均不符`,
  }),
  otherSystem: {
    en:
      "So many at once rather mean another system, other units or other times than those of the training data than unknown faults. The KPIs of the unknown groups tell where they differ.",
    zh:
      "如此多的行同时不符，更可能是系统、单位或时期与训练数据不同，而非出现了未知故障。未知故障分组中的指标说明了差异所在。",
  },
  fitNothing: (count: number, words: string): Text => ({
    en: count === 1
      ? "1 row fits nothing the model knows"
      : `${words} rows fit nothing the model knows`,
    zh: `${words} 行与已知故障均不符`,
  }),
  byChance: { en: ", no more than chance would give", zh: "（未超出偶然水平）" },
  undecided: (count: number, words: string): Text => ({
    en: count === 1
      ? "1 has two or more possible faults"
      : `${words} have two or more possible faults`,
    zh: `${words} 行有两种及以上可能`,
  }),
  incidents: (count: number, words: string, kinds: string): Text => ({
    en: `${count === 1 ? "1 incident" : `${words} incidents`}: ${kinds}`,
    zh: `${words} 起事件：${kinds}`,
  }),
  incidentsOf: (words: string, fault: string): Text => ({
    en: `${words} ${fault}`,
    zh: `${fault} ${words} 起`,
  }),
  unknown: { en: "unknown", zh: "未知" },
  otherIncidents: (words: string): Text => ({ en: `${words} others`, zh: `其他 ${words} 起` }),

  sharesOf: (rows: string): Text => ({
    en: `of ${rows} rows; tick: share in training`,
    zh: `共 ${rows} 行；竖线：训练数据中的占比`,
  }),
  trainingShare: (share: string): Text => ({
    en: `${share} in training`,
    zh: `训练数据中占 ${share}`,
  }),

  howSure: { en: "How sure", zh: "可信程度" },
  one: { en: "One fault named", zh: "唯一判断" },
  several: { en: "Two or more possible", zh: "两种及以上可能" },
  nothing: { en: "Fits nothing known", zh: "与已知故障均不符" },
  unread: { en: "Not read", zh: "未读取" },
  notJudged: { en: "Not judged", zh: "无法判定" },
  rows: (count: number): Text => ({ en: count === 1 ? "row" : "rows", zh: "行" }),
  rowsInGroups: (count: number, groups: number): Text => ({
    en: `${count === 1 ? "row" : "rows"}, ${groups === 1 ? "1 group" : `${groups} groups`}`,
    zh: `行，${groups} 组`,
  }),
  promise: (share: string): Text => ({
    en:
      `Promised: the true fault is in the set for ${share} of rows like the training data, class by class.`,
    zh: `承诺：对与训练数据相似的行，每一类的真实故障都有 ${share} 落在预测集中。`,
  }),
  chance: (share: string, words: string): Text => ({
    en:
      `At ${share} about ${words} rows that are no different from the training data would be called unknown.`,
    zh: `按 ${share} 计，即使与训练数据并无不同，也会有约 ${words} 行被判为未知。`,
  }),
  cannotJudge: {
    en:
      "This model cannot say which other faults a row may have, nor promise how often it is right.",
    zh: "该模型无法给出每行可能的其他故障，也无法承诺正确率。",
  },
  notAsked: {
    en: "This diagnosis was made before rows were judged: run it again to see how sure it is.",
    zh: "该诊断完成时尚未评估可信程度：重新运行即可查看。",
  },
  otherRate: {
    en: "Run again with another error rate or model",
    zh: "换用其他错误率或模型重新运行",
  },

  incidentsTitle: { en: "Incidents", zh: "事件" },
  incident: { en: "Incident", zh: "事件" },
  incidentRows: { en: "Rows", zh: "行数" },
  incidentFault: { en: "Fault", zh: "故障" },
  incidentShare: { en: "Of its rows", zh: "占该事件的行" },
  novelty: { en: "Training incidents as strange", zh: "同样异常的训练事件" },
  noveltyWhat: {
    en: "The share of the training incidents that are as strange as this one or stranger",
    zh: "训练事件中与之同样异常或更异常的比例",
  },
  whereItBegins: { en: "Where it begins", zh: "起始位置" },
  firstRow: (row: string): Text => ({ en: `From row ${row} on`, zh: `自第 ${row} 行起` }),
  allOfThem: (words: string): Text => ({ en: `All ${words}`, zh: `全部 ${words} 起` }),
  fewOfThem: { en: "Only the first", zh: "仅显示前几起" },

  groups: { en: "Unknown groups", zh: "未知故障分组" },
  groupsWhat: {
    en: "Rows that fit nothing the model knows, those that are alike together.",
    zh: "与已知故障均不符的行，相似者归为一组。",
  },
  group: (number: string): Text => ({ en: `Group ${number}`, zh: `第 ${number} 组` }),
  groupSize: (count: number, words: string): Text => ({
    en: count === 1 ? "1 row" : `${words} rows`,
    zh: `${words} 行`,
  }),
  groupIncidents: (count: number, words: string): Text => ({
    en: count === 1 ? "in 1 incident" : `in ${words} incidents`,
    zh: `分布于 ${words} 起事件`,
  }),
  high: { en: "high", zh: "偏高" },
  low: { en: "low", zh: "偏低" },
  missing: { en: "missing", zh: "缺失" },
  median: (value: string, usual: string): Text => ({
    en: `${value}, usually ${usual}`,
    zh: `${value}，通常为 ${usual}`,
  }),
  guesses: { en: "Best guesses:", zh: "最接近的猜测：" },
  showGroup: { en: "Show its rows", zh: "查看该组的行" },

  downloads: { en: "Download", zh: "下载" },
  downloadsWhat: { en: "CSV, JSON, Parquet, report", zh: "CSV、JSON、Parquet、报告" },
  report: { en: "Report (one HTML file)", zh: "报告（单个 HTML 文件）" },
  otherModel: { en: "Same file, other model", zh: "同一文件，换用模型" },
  openModel: { en: "Faults of the model", zh: "该模型的故障目录" },
  figures: { en: "Figures", zh: "图表" },
  scriptsForRows: {
    en: "To look at single rows the page needs scripts; the files hold all of them.",
    zh: "逐行查看需要启用脚本；下载的文件中包含全部行。",
  },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
