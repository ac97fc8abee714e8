import type { Text } from "@/pipeline/problem.ts";

/** The words of the answer for one row: why, what else it might be, what to check next. */
export const rowAnswerTexts = {
  why: (fault: string): Text => ({
    en: `Why ${fault}, and what speaks against it`,
    zh: `为何判断为“${fault}”，以及反面证据`,
  }),
  whyGuess: (fault: string): Text => ({
    en: `What the best guess, ${fault}, rests on`,
    zh: `最接近的猜测“${fault}”的依据`,
  }),
  barsOfScore: (fault: string, base: string): Text => ({
    en:
      `Bars to the right speak for ${fault}, to the left against it. Starting from ${base}, the weights add up to the model's score for it.`,
    zh: `条形向右支持“${fault}”，向左反对。各权重从基准值 ${base} 起累加，即为模型对该故障的评分。`,
  }),
  barsOfProbability: (fault: string, base: string): Text => ({
    en:
      `Bars to the right speak for ${fault}, to the left against it. Starting from ${base}, the weights add up to its probability.`,
    zh: `条形向右支持“${fault}”，向左反对。各权重从基准值 ${base} 起累加，即为该故障的概率。`,
  }),
  noEvidence: {
    en: "What speaks for and against it cannot be said for this model.",
    zh: "无法给出该模型的正反证据。",
  },
  kpi: { en: "KPI", zh: "指标" },
  value: { en: "Value", zh: "当前值" },
  normal: { en: "Normal", zh: "正常范围" },
  inThisFault: { en: "In this fault", zh: "此故障范围" },
  inRunnerUp: { en: "In the runner-up", zh: "次选故障范围" },
  rangesAndValue: { en: "Ranges and value", zh: "范围与当前值" },
  againstFor: { en: "Against | for", zh: "反对 | 支持" },
  weight: { en: "Weight", zh: "权重" },
  legendNormal: { en: "normal", zh: "正常" },
  legendOwn: { en: "this fault", zh: "此故障" },
  legendRunnerUp: { en: "runner-up", zh: "次选" },
  legendValue: { en: "value", zh: "当前值" },
  rangesHelp: {
    en: "Nine of ten training rows lie in the range: from the 5 % to the 95 % quantile.",
    zh: "训练数据中九成的行落在该范围内（5% 至 95% 分位数）。",
  },
  range: (low: string, high: string): Text => ({
    en: `${low} to ${high}`,
    zh: `${low} 至 ${high}`,
  }),
  normalIs: (range: string): Text => ({ en: `normal ${range}`, zh: `正常 ${range}` }),
  ownIs: (range: string): Text => ({ en: `this fault ${range}`, zh: `此故障 ${range}` }),
  runnerUpIs: (range: string): Text => ({ en: `runner-up ${range}`, zh: `次选 ${range}` }),
  missing: { en: "missing", zh: "缺失" },
  beyond: { en: "never seen", zh: "从未出现" },
  beyondHelp: {
    en: "The value lies outside everything the model has learnt from.",
    zh: "该值超出模型训练时见过的全部范围。",
  },
  plusMinus: (weight: string, error: string): Text => ({
    en: `${weight}, give or take ${error}`,
    zh: `${weight}，误差约 ${error}`,
  }),
  moreKpis: (count: number, words: string, together: string): Text => ({
    en: count === 1 ? `1 more KPI, ${together}` : `${words} more KPIs, together ${together}`,
    zh: `其余 ${words} 项指标，合计 ${together}`,
  }),
  fewerKpis: { en: "Only the strongest", zh: "仅显示最强的指标" },
  whatIf: { en: "What if: change a value", zh: "假设分析：修改数值" },

  casesOfBoth: { en: "Nearest past cases of both faults", zh: "两种故障最相近的历史案例" },
  cases: { en: "Nearest past cases", zh: "最相近的历史案例" },
  fault: { en: "Fault", zh: "故障" },
  caseHead: { en: "Case", zh: "案例" },
  distance: { en: "Distance", zh: "距离" },
  thisRow: { en: "this row", zh: "此行" },
  pastRow: (row: string): Text => ({ en: `training row ${row}`, zh: `训练数据第 ${row} 行` }),
  pastGroup: (group: string, row: string): Text => ({
    en: `incident ${group}, row ${row}`,
    zh: `事件 ${group}，第 ${row} 行`,
  }),
  pastIncident: (group: string): Text => ({ en: `incident ${group}`, zh: `事件 ${group}` }),
  pastCase: { en: "a training row", zh: "训练数据中的一行" },

  several: (count: string): Text => ({
    en: `${count} faults are possible`,
    zh: `${count}种故障都有可能`,
  }),
  counts: (count: number): Text => ({
    en: ["Two", "Three", "Four", "Five"][count - 2] ?? String(count),
    zh: ["两", "三", "四", "五"][count - 2] ?? ` ${count} `,
  }),
  noneWell: { en: "No fault fits well", zh: "没有完全符合的故障" },
  one: { en: "One fault fits", zh: "只有一种故障符合" },
  isNormal: { en: "Nothing looks wrong here", zh: "未见异常" },
  unknown: { en: "Fits nothing the model knows", zh: "与模型已知的故障均不符" },
  noVerdict: { en: "What else it might be", zh: "其他可能" },
  setOfBoth: (share: string): Text => ({
    en: `The ${share} set holds both.`,
    zh: `${share} 预测集同时包含两者。`,
  }),
  setOfThese: (share: string, names: string): Text => ({
    en: `The ${share} set holds ${names}.`,
    zh: `${share} 预测集包含：${names}。`,
  }),
  setWithout: (share: string, names: string, fault: string): Text => ({
    en: `The ${share} set holds ${names}, not ${fault}: rows of ${fault} look clearer as a rule.`,
    zh: `${share} 预测集包含：${names}；不含“${fault}”，因为该故障的行通常更加明确。`,
  }),
  setOfOne: (share: string, fault: string): Text => ({
    en: `The ${share} set holds ${fault} alone.`,
    zh: `${share} 预测集仅包含“${fault}”。`,
  }),
  setOfNone: (share: string): Text => ({
    en: `The ${share} set is empty: no fault fits as well as its rows do as a rule.`,
    zh: `${share} 预测集为空：没有哪种故障像其通常的样本那样符合。`,
  }),
  whyUnknown: (novelty: string, errorRate: string): Text => ({
    en:
      `Of rows like the training data only ${novelty} are as strange as this one; at ${errorRate} or less a row is called unknown.`,
    zh: `与训练数据相似的行中，仅 ${novelty} 有这样异常；不超过 ${errorRate} 即判为未知故障。`,
  }),
  asStrange: (novelty: string): Text => ({
    en: `Not unusual: of rows like the training data ${novelty} are as strange or stranger.`,
    zh: `并不罕见：与训练数据相似的行中，${novelty} 有同样或更大的异常。`,
  }),
  outside: { en: "Outside everything seen in training", zh: "超出训练数据全部范围的指标" },
  outsideIs: (value: string, range: string): Text => ({
    en: `${value}, seen so far ${range}`,
    zh: `${value}，训练中为 ${range}`,
  }),
  outsideMore: (count: string): Text => ({ en: `and ${count} more`, zh: `另有 ${count} 项` }),
  inside: {
    en:
      "Each KPI by itself has been seen before; it is their combination that the model does not know.",
    zh: "单看每项指标都曾出现过，但这种组合是模型未见过的。",
  },
  bestGuess: { en: "Best guess", zh: "最接近的猜测" },
  flip: { en: "Smallest change that flips the answer:", zh: "使结论翻转的最小变化：" },
  flipTo: (relation: "above" | "below", value: string, now: string, fault: string): Text => ({
    en: `${relation} ${value} it would be ${fault}; it is ${now}.`,
    zh: `${relation === "above" ? "高于" : "低于"} ${value} 则判为“${fault}”；当前为 ${now}。`,
  }),
  noFlip: {
    en: "No change of a single KPI within its known range flips the answer.",
    zh: "在已知范围内，仅改变任何一项指标都不会使结论翻转。",
  },
  or: { en: "or", zh: "或" },
  orElse: { en: "else", zh: "其次" },
  others: { en: "Then:", zh: "再次：" },
  checkNext: {
    en: "Check next, and how much of the doubt it would settle",
    zh: "接下来检查（及可消除的疑问比例）",
  },
  drop: (share: string): Text => ({
    en: `settles ${share} of the doubt`,
    zh: `可消除 ${share} 的疑问`,
  }),
  missingHere: { en: "missing here", zh: "此行缺失" },
  reading: (relation: "above" | "below", value: string, fault: string): Text => ({
    en: `${relation} ${value} means ${fault}`,
    zh: `${relation === "above" ? "高于" : "低于"} ${value} 则为“${fault}”`,
  }),
  noReadings: {
    en: "no reading of it changes the answer, only how sure it is",
    zh: "任何读数都不改变结论，只影响把握程度",
  },
  noChecks: {
    en: "No single KPI would settle more of the doubt.",
    zh: "没有哪一项指标能进一步消除疑问。",
  },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
