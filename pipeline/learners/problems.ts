import { nameList } from "../name_list.ts";
import type { ParamIssue } from "../param_issue.ts";
import type { Problem } from "../problem.ts";

/** What can be wrong with learners: their name, their params, the rows they learn from. */
export const learnerProblem = {
  unknownLearner: (
    name: string,
    similar: readonly string[],
  ): Problem<"learners/unknown-learner"> => ({
    code: "learners/unknown-learner",
    message: {
      en: `Cannot find the learner "${name}": there is none of that name.`,
      zh: `找不到学习器“${name}”：没有这个名称的学习器。`,
    },
    place: {},
    hint: similar.length > 0
      ? {
        en: `Did you mean ${nameList(similar).en}? \`healer kinds\` lists all learners.`,
        zh: `是否想用 ${nameList(similar).zh}？\`healer kinds\` 会列出全部学习器。`,
      }
      : {
        en: "Run `healer kinds` for the list of learners.",
        zh: "可运行 `healer kinds` 查看全部学习器。",
      },
  }),

  badParam: (learner: string, { param, allowed }: ParamIssue): Problem<"learners/bad-param"> => ({
    code: "learners/bad-param",
    message: param === ""
      ? {
        en: `Cannot use the params of the learner "${learner}": they are not valid.`,
        zh: `学习器“${learner}”的参数无效。`,
      }
      : {
        en: `Cannot use the param "${param}" of the learner "${learner}": it is not valid.`,
        zh: `学习器“${learner}”的参数“${param}”无效。`,
      },
    place: param === "" ? {} : { param },
    hint: { en: `Allowed: ${allowed.en}.`, zh: `允许：${allowed.zh}。` },
  }),

  noRows: (learner: string): Problem<"learners/no-rows"> => ({
    code: "learners/no-rows",
    message: {
      en: `Cannot train the learner "${learner}": there are no rows to learn from.`,
      zh: `无法训练学习器“${learner}”：没有可供学习的行。`,
    },
    place: {},
    hint: {
      en:
        "Check that the file has labelled rows, and that the steps in front do not drop them all.",
      zh: "请检查文件中是否有带标签的行，以及前面的步骤是否删除了所有行。",
    },
  }),

  oneClass: (learner: string, className: string): Problem<"learners/one-class"> => ({
    code: "learners/one-class",
    message: {
      en: `Cannot train the learner "${learner}": all rows have the label "${className}".`,
      zh: `无法训练学习器“${learner}”：所有行的标签都是“${className}”。`,
    },
    place: {},
    hint: {
      en: "Give rows of at least two classes; with a group or time split, use fewer folds.",
      zh: "请提供至少两个类别的数据；若按分组或时间划分，可减少折数。",
    },
  }),

  tooManyClasses: (
    learner: string,
    classes: number,
    most: number,
  ): Problem<"learners/too-many-classes"> => ({
    code: "learners/too-many-classes",
    message: {
      en:
        `Cannot train the learner "${learner}" on ${classes} classes: ${most} are the most it takes.`,
      zh: `学习器“${learner}”无法训练 ${classes} 个类别：最多支持 ${most} 个。`,
    },
    place: {},
    hint: {
      en: "Check that the label column names faults; with so many of them, use a random forest.",
      zh: "请确认标签列是故障名称；类别确实如此多时，请改用随机森林。",
    },
  }),

  tooLarge: (learner: string, bytes: number): Problem<"learners/too-large"> => ({
    code: "learners/too-large",
    message: {
      en: `Cannot train the learner "${learner}": ${
        gib(bytes)
      } GiB are needed, 4 GiB is the limit.`,
      zh: `无法训练学习器“${learner}”：需要 ${gib(bytes)} GiB 内存，上限为 4 GiB。`,
    },
    place: {},
    hint: {
      en: "Sample the rows, drop columns, or use fewer leaves.",
      zh: "可对行抽样、减少列数，或减少叶节点数。",
    },
  }),
};

function gib(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1);
}
