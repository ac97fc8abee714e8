import type { Text } from "@/pipeline/problem.ts";

/** The words on figures and about their axes. */
export const figureTexts = {
  figure: { en: "Figure", zh: "图" },
  confusionAxes: {
    en: "rows: truth, columns: diagnosis, shade: share of the row",
    zh: "行：真实类别；列：诊断结果；深浅：占该行的比例",
  },
  confused: (truth: string, diagnosed: string, count: string, all: string): Text => ({
    en: `${truth} seen as ${diagnosed}: ${count} of ${all} rows`,
    zh: `${truth} 被判为 ${diagnosed}：${all} 行中的 ${count} 行`,
  }),
  mostConfused: (truth: string, diagnosed: string, count: string): Text => ({
    en: `Most confused: ${truth} seen as ${diagnosed}, ${count} rows`,
    zh: `最易混淆：${truth} 被判为 ${diagnosed}，共 ${count} 行`,
  }),
  openRows: { en: "Open these rows", zh: "查看这些行" },
  before: { en: "before", zh: "处理前" },
  after: { en: "after", zh: "处理后" },
  overAxis: (y: string, x: string): Text => ({
    en: `${y} over ${x}`,
    zh: `横轴：${x}，纵轴：${y}`,
  }),
  alongAxis: (x: string): Text => ({ en: `by ${x}`, zh: `横轴：${x}` }),
  logarithmic: { en: "log", zh: "对数" },
  rows: { en: "rows", zh: "行数" },
  rowsOf: (rows: string): Text => ({ en: `${rows} rows`, zh: `${rows} 行` }),
  lowValue: { en: "low value", zh: "值低" },
  highValue: { en: "high value", zh: "值高" },
  missingValue: { en: "missing", zh: "缺失" },
  fromTo: (from: string, to: string): Text => ({
    en: `${from} to ${to}`,
    zh: `${from} 至 ${to}`,
  }),
  interval: (low: string, high: string): Text => ({
    en: `interval ${low} to ${high}`,
    zh: `区间 ${low} 至 ${high}`,
  }),
  nothingToDraw: { en: "There is nothing to draw.", zh: "没有可绘制的数据。" },
  binnedDots: (rows: string): Text => ({
    en: `${rows} dots, drawn as shaded fields`,
    zh: `${rows} 个点，以色块表示`,
  }),
  missingAxes: {
    en: "columns against rows in their order, shade: share missing",
    zh: "纵轴：列；横轴：按顺序排列的行；深浅：缺失比例",
  },
  rowsFromTo: (from: string, to: string): Text => ({
    en: `rows ${from} to ${to}`,
    zh: `第 ${from} 至 ${to} 行`,
  }),
  missingShare: (share: string): Text => ({ en: `${share} missing`, zh: `缺失 ${share}` }),
  positive: { en: "go together", zh: "正相关" },
  negative: { en: "go against each other", zh: "负相关" },
  strongestPairs: { en: "Strongest pairs", zh: "相关性最强的列对" },
  bars: { en: "Bars", zh: "条形" },
  pie: { en: "Pie", zh: "饼图" },
  counts: { en: "Counts", zh: "数量" },
  sharesOfRow: { en: "Shares", zh: "比例" },
  others: { en: "others", zh: "其他" },
  shareOfRows: { en: "share of the rows", zh: "占行数的比例" },
  reliabilityAxes: {
    en: "observed share over mean probability; bars: rows of each bin",
    zh: "横轴：平均概率，纵轴：实际比例；柱：各区间的行数",
  },
  calibrated: { en: "perfectly calibrated", zh: "完全校准" },
  diagnosis: { en: "diagnosis", zh: "诊断" },
  meanProbability: { en: "mean probability", zh: "平均概率" },
  observedShare: { en: "observed share", zh: "实际比例" },
  rank: { en: "rank", zh: "排名" },
  rankAxes: {
    en: "mean rank, from the best to the worst; share of resamples that chose it",
    zh: "平均排名及最好至最差的范围；入选的重抽样比例",
  },
  rankAlone: { en: "mean rank, from the best to the worst", zh: "平均排名及最好至最差的范围" },
  rankOf: (rank: string): Text => ({ en: `rank ${rank}`, zh: `排名 ${rank}` }),
  chosenBy: (share: string): Text => ({
    en: `chosen by ${share} of the resamples`,
    zh: `${share} 的重抽样入选`,
  }),
  trial: (number: string): Text => ({ en: `Trial ${number}`, zh: `试验 ${number}` }),
  trainedIn: (time: string): Text => ({ en: `trained in ${time}`, zh: `训练用时 ${time}` }),
  chosen: { en: "chosen", zh: "已选用" },
  tried: { en: "trial", zh: "试验" },
  bestSoFar: { en: "best so far", zh: "当前最佳" },
  scoreOfTrial: { en: "score of the trial", zh: "该试验得分" },
  notScored: { en: "not scored", zh: "未得分" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
