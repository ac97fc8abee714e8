import { nameList } from "@/pipeline/name_list.ts";
import type { Problem, Text } from "@/pipeline/problem.ts";

/** What can be wrong with a row that a model is asked about. */
export const answerProblem = {
  /** @param close Features whose names are like the first of `names`. */
  unknownFeature: (
    names: readonly string[],
    close: readonly string[],
  ): Problem<"sample/unknown-feature"> => ({
    code: "sample/unknown-feature",
    message: {
      en: `Cannot use the row: the model has no feature called ${nameList(names).en}.`,
      zh: `无法使用该行：模型没有名为 ${nameList(names).zh} 的特征。`,
    },
    place: { param: names[0] ?? "" },
    hint: close.length === 0
      ? {
        en: "Leave it out, or use the names that GET /api/models/[id]/sample gives.",
        zh: "请去掉它，或使用 GET /api/models/[id]/sample 给出的特征名。",
      }
      : {
        en: `Did you mean ${nameList(close).en}?`,
        zh: `是否想用 ${nameList(close).zh}？`,
      },
  }),

  wrongValue: (feature: string, given: string, allowed: Text): Problem<"sample/wrong-value"> => ({
    code: "sample/wrong-value",
    message: {
      en: `Cannot use the value ${given} of ${nameList([feature]).en}: it must be ${allowed.en}.`,
      zh: `无法使用 ${nameList([feature]).zh} 的值 ${given}：应为${allowed.zh}。`,
    },
    place: { param: feature },
    hint: {
      en: "Correct it, or leave it out: what is missing is a hole.",
      zh: "请更正，或省略该特征：省略的特征按缺失处理。",
    },
  }),

  noFeatures: (): Problem<"diagnosis/no-features"> => ({
    code: "diagnosis/no-features",
    message: {
      en: "Cannot look into the row: its values were not kept with this diagnosis.",
      zh: "无法查看该行：此诊断没有保存各行的特征值。",
    },
    place: {},
    hint: {
      en: "It was made by an older version of the program. Diagnose the file again.",
      zh: "它由旧版本程序生成。请重新诊断该文件。",
    },
  }),

  noSuchRow: (row: string, rows: number): Problem<"diagnosis/row-not-found"> => ({
    code: "diagnosis/row-not-found",
    message: {
      en: `Cannot find the row ${nameList([row]).en}: the diagnosis has rows 1 to ${rows}.`,
      zh: `找不到第 ${nameList([row]).zh} 行：该诊断的行号为 1 至 ${rows}。`,
    },
    place: { param: "row" },
    hint: {
      en: "Rows count from 1, in the order of the file.",
      zh: "行号从 1 开始，按文件中的顺序。",
    },
  }),
};

/** What a feature takes, in words that fit behind "it must be". */
export const allowedValues = {
  number: { en: "a number within ±3.4e38, or null", zh: "绝对值不超过 3.4e38 的数值或 null" },
  boolean: { en: "true, false, 1, 0 or null", zh: "true、false、1、0 或 null" },
} as const satisfies Record<string, Text>;
