import type { Text } from "@/pipeline/problem.ts";

/** The words of the comparison of runs. */
export const comparisonTexts = {
  title: { en: "Compare runs", zh: "比较运行" },
  loading: { en: "Reading the runs …", zh: "正在读取运行记录…" },
  noRuns: {
    en: "No run of this notebook has trained or evaluated a model yet.",
    zh: "此笔记本还没有训练或评估过模型的运行。",
  },
  runs: { en: "Runs", zh: "运行" },
  runsHelp: {
    en: "Choose two or more. A is the baseline that the others are held against.",
    zh: "请选择两次或更多运行。A 为基准，其他运行与它比较。",
  },
  choose: (time: string): Text => ({ en: `Compare the run of ${time}`, zh: `比较 ${time} 的运行` }),
  letter: { en: "Run", zh: "运行" },
  when: { en: "When", zh: "时间" },
  revision: { en: "Revision", zh: "版本" },
  state: { en: "State", zh: "状态" },
  duration: { en: "Took", zh: "耗时" },
  macroF1: { en: "Macro-F1", zh: "宏平均 F1" },
  accuracy: { en: "Accuracy", zh: "准确率" },
  logLoss: { en: "Log-loss", zh: "对数损失" },
  interval: (low: string, high: string): Text => ({
    en: `${low} to ${high}`,
    zh: `${low} 至 ${high}`,
  }),
  baseline: { en: "Baseline", zh: "基准" },
  isBaseline: { en: "baseline", zh: "基准" },
  pin: { en: "Make baseline", zh: "设为基准" },
  pinOf: (time: string): Text => ({
    en: `Make the run of ${time} the baseline`,
    zh: `将 ${time} 的运行设为基准`,
  }),
  chooseTwo: { en: "Choose at least two runs to compare.", zh: "请至少选择两次运行进行比较。" },
  differences: { en: "What differs", zh: "不同之处" },
  setting: { en: "Setting", zh: "设置" },
  noDifferences: {
    en: "These runs had the same settings and the same data.",
    zh: "这些运行的设置和数据都相同。",
  },
  absent: { en: "not there", zh: "无此项" },
  scores: { en: "Scores", zh: "得分" },
  cell: { en: "Cell", zh: "单元" },
  scoredCell: { en: "Scored by", zh: "评分单元" },
  same: { en: "same result", zh: "结果相同" },
  overlapping: {
    en: "the intervals overlap: it may be chance",
    zh: "区间重叠：可能只是偶然",
  },
  classes: { en: "F1 of each class", zh: "各类别的 F1" },
  curves: { en: "Curves", zh: "曲线" },
  curve: { en: "Line", zh: "曲线" },
  confusion: (to: string): Text => ({
    en: `What ${to} confuses otherwise than A`,
    zh: `${to} 与 A 混淆情况的差别`,
  }),
  confusionHelp: {
    en: "Percentage points of a true class's rows that are diagnosed so more (+) or less (−).",
    zh: "真实类别的行中，被判为该类别的比例增加（+）或减少（−）的百分点。",
  },
  confusionCell: (truth: string, diagnosis: string, before: string, after: string): Text => ({
    en: `${truth} seen as ${diagnosis}: ${before} rows, then ${after}`,
    zh: `${truth} 被判为 ${diagnosis}：由 ${before} 行变为 ${after} 行`,
  }),
  trueClass: { en: "True class", zh: "真实类别" },
  close: { en: "Close", zh: "关闭" },
} as const satisfies Record<
  string,
  Text | Record<string, Text> | ((...values: never[]) => Text)
>;

/** How a run stands or ended. */
export const runStateTexts = {
  running: { en: "running", zh: "运行中" },
  finished: { en: "finished", zh: "已完成" },
  failed: { en: "failed", zh: "失败" },
  cancelled: { en: "cancelled", zh: "已取消" },
  interrupted: { en: "interrupted", zh: "中断" },
} as const satisfies Record<string, Text>;
