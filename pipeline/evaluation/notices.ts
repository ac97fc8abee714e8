import { nameList } from "../name_list.ts";
import type { Notice } from "../problem.ts";

/** What is worth knowing about a split that could be made. */
export const evaluationNotice = {
  fewerFolds: (
    wanted: number,
    folds: number,
    reason: "rows" | "groups" | "times" | "groups-in-time",
  ): Notice => ({
    code: "evaluation/fewer-folds",
    message: {
      en: `Validated with ${folds} ${
        folds === 1 ? "split" : "folds"
      } instead of ${wanted}: there are ${
        {
          "rows": "too few rows",
          "groups": "too few groups",
          "times": "too few different times",
          "groups-in-time": "too few groups that end before the next begin",
        }[reason]
      }.`,
      zh: `以 ${folds} 折（而非 ${wanted} 折）进行验证：${
        {
          "rows": "数据行太少",
          "groups": "分组太少",
          "times": "不同的时间太少",
          "groups-in-time": "时间上互不重叠的分组太少",
        }[reason]
      }。`,
    },
  }),

  rareClasses: (names: readonly string[], unit: "rows" | "groups", folds: number): Notice => ({
    code: "evaluation/rare-classes",
    message: {
      en: `Some folds cannot test every class: ${nameList(names).en} ${
        names.length === 1 ? "has" : "have"
      } fewer ${unit} than there are folds (${folds}).`,
      zh: `部分折无法测试所有类别：${nameList(names).zh} 的${
        unit === "rows" ? "数据行" : "分组"
      }少于折数 ${folds}。`,
    },
  }),

  classesNotTested: (names: readonly string[]): Notice => ({
    code: "evaluation/classes-not-tested",
    message: {
      en: names.length === 1
        ? `The class ${nameList(names).en} has no test rows: the scores say nothing about it.`
        : `The classes ${nameList(names).en} have no test rows: the scores say nothing about them.`,
      zh: `类别 ${nameList(names).zh} 没有测试行：评分不反映${
        names.length === 1 ? "该类别" : "这些类别"
      }的表现。`,
    },
  }),

  classesNotLearnt: (names: readonly string[], splits: number, ofSplits: number): Notice => ({
    code: "evaluation/classes-not-learnt",
    message: {
      en: `${
        ofSplits === 1 ? "The test rows" : `In ${splits} of the ${ofSplits} folds the test rows`
      } include classes that training has not seen, which lowers the scores: ${
        nameList(names).en
      }.`,
      zh: `${
        ofSplits === 1 ? "" : `${ofSplits} 折中有 ${splits} 折的`
      }测试行含有训练行中没有的类别，评分会因此降低：${nameList(names).zh}。`,
    },
  }),

  rowsWithoutTime: (rows: number): Notice => ({
    code: "evaluation/rows-without-time",
    message: {
      en: rows === 1
        ? "1 row has no time and takes no part in the validation."
        : `${rows} rows have no time and take no part in the validation.`,
      zh: `${rows} 行没有时间，不参与验证。`,
    },
  }),

  groupsAcrossTime: (rows: number): Notice => ({
    code: "evaluation/groups-across-time",
    message: {
      en: `${
        rows === 1 ? "1 earlier row was" : `${rows} earlier rows were`
      } left out of training because the same group is tested later.`,
      zh: `${rows} 行较早的数据未用于训练，因为同一分组的后续数据行用于测试。`,
    },
  }),
};
