import { nameList } from "../name_list.ts";
import type { Notice, Text } from "../problem.ts";

/** What is worth knowing about a model that could be trained. */
export const modelNotice = {
  notCalibrated: (rows: number, folds: number, needed: number): Notice => {
    const reason = tooLittle(rows, folds, needed);
    return {
      code: "model/not-calibrated",
      message: {
        en: `The probabilities were not calibrated: ${reason.en}.`,
        zh: `概率未校准：${reason.zh}。`,
      },
    };
  },

  tooFewRowsOfClasses: (names: readonly string[], needed: number): Notice => ({
    code: "model/not-calibrated",
    message: {
      en:
        `The probabilities were not calibrated: isotonic calibration needs ${needed} validated rows ` +
        `of each class, and there are fewer of ${
          nameList(names).en
        }. Temperature scaling needs less.`,
      zh: `概率未校准：保序校准要求每个类别至少有 ${needed} 行验证数据，而 ${
        nameList(names).zh
      } 不足。温度缩放所需数据更少。`,
    },
  }),

  decisionNotTuned: (rows: number, folds: number, needed: number): Notice => {
    const reason = tooLittle(rows, folds, needed);
    return {
      code: "model/decision-not-tuned",
      message: {
        en: `The decision was not tuned: ${reason.en}.`,
        zh: `未调整判定权重：${reason.zh}。`,
      },
    };
  },

  decisionNotKept: (before: number, after: number): Notice => ({
    code: "model/decision-not-kept",
    message: {
      en: "The tuned decision was not kept: on folds it was not tuned on, macro-F1 is " +
        `${after.toFixed(4)} with it and ${before.toFixed(4)} without.`,
      zh: `未采用调整后的判定权重：在未参与调整的折上，采用时宏平均 F1 为 ${after.toFixed(4)}，` +
        `不采用时为 ${before.toFixed(4)}。`,
    },
  }),
};

function tooLittle(rows: number, folds: number, needed: number): Text {
  return folds < 2
    ? {
      en: "that needs at least two folds with test rows",
      zh: "至少需要两个含测试行的折",
    }
    : {
      en: `that needs at least ${needed} validated rows, there are ${rows}`,
      zh: `至少需要 ${needed} 行验证数据，目前只有 ${rows} 行`,
    };
}
