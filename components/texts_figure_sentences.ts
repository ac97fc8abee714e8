import type { Text } from "@/pipeline/problem.ts";

/** What figures show, in sentences for those who do not see them, and the heads of their data. */
export const figureSentences = {
  empty: { en: "Nothing to draw.", zh: "没有可绘制的数据。" },
  histogram: (series: string, rows: string, low: string, high: string): Text => ({
    en: `${series}: ${rows} rows from ${low} to ${high}`,
    zh: `${series}：${rows} 行，取值 ${low} 至 ${high}`,
  }),
  oneHistogram: (rows: string, low: string, high: string): Text => ({
    en: `${rows} rows from ${low} to ${high}`,
    zh: `${rows} 行，取值 ${low} 至 ${high}`,
  }),
  fullestBin: (rows: string, low: string, high: string): Text => ({
    en: `Most of them, ${rows}, from ${low} to ${high}`,
    zh: `其中 ${low} 至 ${high} 之间最多，有 ${rows} 行`,
  }),
  highest: (list: string): Text => ({ en: `Highest: ${list}`, zh: `最高：${list}` }),
  lowest: (list: string): Text => ({ en: `Lowest: ${list}`, zh: `最低：${list}` }),
  ofBars: (count: string): Text => ({ en: `${count} bars`, zh: `共 ${count} 项` }),
  confusion: (rows: string, classes: string, share: string): Text => ({
    en: `${rows} rows of ${classes} classes, ${share} of them diagnosed rightly`,
    zh: `${rows} 行、${classes} 个类别，其中 ${share} 诊断正确`,
  }),
  nothingConfused: { en: "No class was taken for another", zh: "没有类别被误判" },
  line: (name: string, first: string, last: string, best: string): Text => ({
    en: `${name} goes from ${first} to ${last} (${best})`,
    zh: `${name} 从 ${first} 到 ${last}（${best}）`,
  }),
  leastMost: (least: string, most: string): Text => ({
    en: `least ${least}, most ${most}`,
    zh: `最小 ${least}，最大 ${most}`,
  }),
  moreLines: (count: string): Text => ({ en: `${count} more lines`, zh: `另有 ${count} 条线` }),
  ruleAt: (name: string, place: string): Text => ({
    en: `${name} at ${place}`,
    zh: `${name}位于 ${place}`,
  }),
  dots: (count: string, x: string, y: string): Text => ({
    en: `${count} dots; across ${x}, upwards ${y}`,
    zh: `${count} 个点；横轴 ${x}，纵轴 ${y}`,
  }),
  categories: (list: string): Text => ({ en: `Colours: ${list}`, zh: `颜色：${list}` }),
  swarms: (features: string, dots: string): Text => ({
    en: `${features} features with ${dots} dots`,
    zh: `${features} 个特征，共 ${dots} 个点`,
  }),
  reaches: (name: string, low: string, high: string): Text => ({
    en: `${name} from ${low} to ${high}`,
    zh: `${name}：${low} 至 ${high}`,
  }),
  missing: (columns: string, rows: string, share: string): Text => ({
    en: `${columns} columns over ${rows} rows, ${share} of these cells missing`,
    zh: `${columns} 列、${rows} 行，其中 ${share} 的单元格缺失`,
  }),
  emptiest: (list: string): Text => ({ en: `Emptiest: ${list}`, zh: `缺失最多：${list}` }),
  correlation: (columns: string): Text => ({
    en: `${columns} columns, two by two`,
    zh: `${columns} 列两两之间的相关性`,
  }),
  pair: (a: string, b: string, value: string): Text => ({
    en: `${a} and ${b} ${value}`,
    zh: `${a} 与 ${b}：${value}`,
  }),
  reliability: (rows: string, bins: string, error: string): Text => ({
    en: `${rows} rows in ${bins} bins; expected calibration error ${error}`,
    zh: `${rows} 行分为 ${bins} 个区间；期望校准误差 ${error}`,
  }),
  furthest: (said: string, came: string): Text => ({
    en: `Furthest off where the model says ${said}: ${came} came true`,
    zh: `偏差最大处：模型给出 ${said}，实际为 ${came}`,
  }),
  ranked: (list: string): Text => ({ en: `Best: ${list}`, zh: `排名最前：${list}` }),
  tried: (count: string, list: string): Text => ({
    en: `${count} recipes; best: ${list}`,
    zh: `共 ${count} 个方案；最佳：${list}`,
  }),
  trials: (count: string, best: string, trial: string): Text => ({
    en: `${count} trials; the best score, ${best}, came with trial ${trial}`,
    zh: `共 ${count} 次试验；最佳得分 ${best} 出现在第 ${trial} 次`,
  }),
  noneScored: (count: string): Text => ({
    en: `${count} trials, none of them scored`,
    zh: `共 ${count} 次试验，均未得分`,
  }),

  from: { en: "from", zh: "起" },
  to: { en: "to", zh: "止" },
  name: { en: "name", zh: "名称" },
  low: { en: "low", zh: "下限" },
  high: { en: "high", zh: "上限" },
  series: { en: "series", zh: "系列" },
  category: { en: "category", zh: "类别" },
  trueClass: { en: "true class", zh: "真实类别" },
  diagnosis: { en: "diagnosis", zh: "诊断结果" },
  feature: { en: "feature", zh: "特征" },
  shade: { en: "value, from 0 low to 1 high", zh: "特征值（0 低至 1 高）" },
  column: { en: "column", zh: "列" },
  firstRow: { en: "first row", zh: "起始行" },
  lastRow: { en: "last row", zh: "结束行" },
  shareMissing: { en: "share missing", zh: "缺失比例" },
  other: { en: "other column", zh: "另一列" },
  share: { en: "share", zh: "比例" },
  measure: { en: "measure", zh: "指标" },
  value: { en: "value", zh: "数值" },
  chosenShare: { en: "share of resamples", zh: "入选比例" },
  recipe: { en: "recipe", zh: "方案" },
  params: { en: "params", zh: "参数" },
  seconds: { en: "seconds", zh: "秒" },
  isChosen: { en: "chosen", zh: "选用" },
  yes: { en: "yes", zh: "是" },
  no: { en: "no", zh: "否" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
