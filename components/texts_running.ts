import type { Text } from "@/pipeline/problem.ts";

/** The words of cells that run, and of those whose run came to no end. */
export const runningTexts = {
  starting: { en: "starting", zh: "正在启动" },
  foldAndRound: (fold: number, round: number): Text => ({
    en: `fold ${fold}, round ${round}`,
    zh: `第 ${fold} 折，第 ${round} 轮`,
  }),
  round: (round: number): Text => ({ en: `round ${round}`, zh: `第 ${round} 轮` }),
  mayCloseTab: {
    en: "You can close the tab: the server keeps the run.",
    zh: "可以关闭此标签页，服务器会继续运行。",
  },

  logLoss: { en: "Log loss", zh: "对数损失" },
  lossOfFold: (fold: number): Text => ({
    en: `Log loss of fold ${fold}`,
    zh: `第 ${fold} 折的对数损失`,
  }),
  lossOfAll: { en: "Log loss on all rows", zh: "全部数据的对数损失" },
  roundAxis: { en: "round", zh: "轮次" },
  training: { en: "training", zh: "训练" },
  validation: { en: "validation", zh: "验证" },
  bestRound: { en: "Best round so far", zh: "当前最佳轮次" },
  foldsDone: { en: "Macro-F1, folds done", zh: "宏平均 F1（已完成的折）" },
  folds: { en: "Folds", zh: "各折" },
  fold: { en: "Fold", zh: "折" },
  rounds: { en: "Rounds", zh: "轮数" },
  time: { en: "Time", zh: "用时" },
  step: { en: "step", zh: "步" },
  trial: { en: "trial", zh: "试验" },
  bestSoFar: { en: "Best macro-F1 so far", zh: "当前最佳宏平均 F1" },

  interruptedWhy: {
    en: "The server ended while this cell ran.",
    zh: "该单元运行期间服务器已终止。",
  },
  cancelledWhy: { en: "Its last run was cancelled.", zh: "上次运行已取消。" },
  goesOn: {
    en: "What was finished is kept: it goes on from there, to the same result.",
    zh: "已完成的部分均已保留，可从该处继续，结果相同。",
  },
  beginsAnew: { en: "It begins anew.", zh: "将从头开始运行。" },
  goOn: { en: "Continue", zh: "继续" },
  runAgain: { en: "Run again", zh: "重新运行" },
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
