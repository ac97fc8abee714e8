import { nameList } from "../name_list.ts";
import type { Problem } from "../problem.ts";

/** What can be wrong with evaluating predictions and with planning splits. */
export const evaluationProblem = {
  noRows: (): Problem<"evaluation/no-rows"> => ({
    code: "evaluation/no-rows",
    message: {
      en: "Cannot evaluate: there is no labelled row.",
      zh: "无法评估：没有带标签的数据行。",
    },
    place: {},
    hint: {
      en: "Give rows whose label column is filled.",
      zh: "请提供标签列已填写的数据行。",
    },
  }),

  noClass: (row: number): Problem<"evaluation/no-class"> => ({
    code: "evaluation/no-class",
    message: {
      en: `Cannot evaluate: labelled row ${row + 1} has none of the known classes.`,
      zh: `无法评估：第 ${row + 1} 个标签行不属于任何已知类别。`,
    },
    place: {},
    hint: {
      en: "Leave out the rows without a label and the rows of classes the model does not know.",
      zh: "请去掉没有标签的数据行，以及模型不认识的类别的数据行。",
    },
  }),

  shapesDiffer: (
    values: number,
    rows: number,
    classes: number,
  ): Problem<"evaluation/shapes-differ"> => ({
    code: "evaluation/shapes-differ",
    message: {
      en:
        `Cannot evaluate: there are ${values} probabilities for ${rows} rows and ${classes} classes.`,
      zh: `无法评估：${rows} 行、${classes} 个类别对应的概率却有 ${values} 个。`,
    },
    place: {},
    hint: {
      en: "Evaluate each model on labels with exactly the classes it was trained on.",
      zh: "请使用与模型训练时完全相同的类别进行评估。",
    },
  }),

  notAProbability: (
    row: number,
    className: string,
    value: number,
  ): Problem<"evaluation/not-a-probability"> => ({
    code: "evaluation/not-a-probability",
    message: {
      en: `Cannot evaluate: in row ${
        row + 1
      } the probability of class "${className}" is ${value}, not a number from 0 to 1.`,
      zh: `无法评估：第 ${row + 1} 行中类别“${className}”的概率为 ${value}，不是 0 到 1 之间的数。`,
    },
    place: {},
    hint: {
      en: "The training did not converge: scale the features first or choose another learner.",
      zh: "训练没有收敛：请先缩放特征，或换用其他学习器。",
    },
  }),

  lengthsDiffer: (
    what: "groups" | "times" | "predictions",
    length: number,
    rows: number,
  ): Problem<"evaluation/lengths-differ"> => ({
    code: "evaluation/lengths-differ",
    message: {
      en: `Cannot match the ${what} with the rows: there are ${length} for ${rows} rows.`,
      zh: `无法将${
        { groups: "分组", times: "时间", predictions: "预测" }[what]
      }与数据行对应：${rows} 行却有 ${length} 个值。`,
    },
    place: {},
    hint: {
      en: "Give one value for each labelled row, in the order of the rows.",
      zh: "请按数据行顺序为每个带标签的行提供一个值。",
    },
  }),

  badFolds: (folds: number): Problem<"evaluation/bad-folds"> => ({
    code: "evaluation/bad-folds",
    message: {
      en: `Cannot make ${folds} folds: the number must be whole and at least 2.`,
      zh: `无法划分为 ${folds} 折：折数必须是不小于 2 的整数。`,
    },
    place: { param: "folds" },
    hint: { en: "5 is a good choice.", zh: "通常取 5。" },
  }),

  badTestShare: (share: number): Problem<"evaluation/bad-test-share"> => ({
    code: "evaluation/bad-test-share",
    message: {
      en: `Cannot hold out a share of ${share}: it must lie between 0 and 1.`,
      zh: `无法留出比例为 ${share} 的测试数据：该比例必须在 0 与 1 之间。`,
    },
    place: { param: "testShare" },
    hint: {
      en: "0.2 keeps a fifth of the rows for testing.",
      zh: "取 0.2 表示留出五分之一的数据行用于测试。",
    },
  }),

  tooFewRows: (rows: number): Problem<"evaluation/too-few-rows"> => ({
    code: "evaluation/too-few-rows",
    message: {
      en: `Cannot split the rows: ${
        rows === 0 ? "there is none" : "there is only 1"
      }, at least 2 are needed.`,
      zh: `无法划分数据行：只有 ${rows} 行，至少需要 2 行。`,
    },
    place: {},
    hint: { en: "Give more labelled rows.", zh: "请提供更多带标签的数据行。" },
  }),

  oneClass: (className: string): Problem<"evaluation/one-class"> => ({
    code: "evaluation/one-class",
    message: {
      en: `Cannot split the rows for validation: all of them have the class ${
        nameList([className]).en
      }.`,
      zh: `无法划分数据行用于验证：所有数据行都属于类别 ${nameList([className]).zh}。`,
    },
    place: {},
    hint: {
      en: "Give rows of at least two classes, or check which column is the label.",
      zh: "请提供至少两个类别的数据行，或检查标签列是否选对。",
    },
  }),

  oneGroup: (): Problem<"evaluation/one-group"> => ({
    code: "evaluation/one-group",
    message: {
      en: "Cannot split the rows by group: all of them belong to one group.",
      zh: "无法按分组划分数据行：所有数据行都属于同一个分组。",
    },
    place: {},
    hint: {
      en: "Choose another group column, or none.",
      zh: "请选择其他分组列，或不使用分组。",
    },
  }),

  oneTime: (): Problem<"evaluation/one-time"> => ({
    code: "evaluation/one-time",
    message: {
      en: "Cannot split the rows by time: there are not two different times among them.",
      zh: "无法按时间划分数据行：其中没有两个不同的时间。",
    },
    place: {},
    hint: {
      en: "Check which column is the time and how it is written, or split without time.",
      zh: "请检查时间列是否选对、格式是否正确，或不按时间划分。",
    },
  }),

  groupsSpanTime: (): Problem<"evaluation/groups-span-time"> => ({
    code: "evaluation/groups-span-time",
    message: {
      en:
        "Cannot split the rows by time and group: every group with earlier rows also has rows to be tested.",
      zh: "无法同时按时间和分组划分数据行：有较早数据行的每个分组也都有待测试的数据行。",
    },
    place: {},
    hint: {
      en: "Choose a finer group column, or split by time or by group alone.",
      zh: "请选择更细的分组列，或只按时间、只按分组划分。",
    },
  }),

  nothingToTest: (): Problem<"evaluation/nothing-to-test"> => ({
    code: "evaluation/nothing-to-test",
    message: {
      en:
        "Cannot validate with this split: no class stands in both the training and the test rows.",
      zh: "无法用此划分进行验证：没有任何类别同时出现在训练行和测试行中。",
    },
    place: {},
    hint: {
      en: "Give more rows or groups of each class, or split in another way.",
      zh: "请为每个类别提供更多数据行或分组，或换一种划分方式。",
    },
  }),

  nothingToExplain: (): Problem<"evaluation/nothing-to-explain"> => ({
    code: "evaluation/nothing-to-explain",
    message: {
      en: "Cannot explain: there is no row that could be read.",
      zh: "无法解释：没有可读取的数据行。",
    },
    place: {},
    hint: {
      en: "Give a table with at least one row.",
      zh: "请提供至少包含一行数据的表。",
    },
  }),

  notTrees: (): Problem<"evaluation/not-trees"> => ({
    code: "evaluation/not-trees",
    message: {
      en:
        "Cannot explain by the trees: this model is not made of trees alone, or a step in front " +
        "of them mixes several features.",
      zh: "无法用树模型方法解释：该模型并非仅由树组成，或其前置步骤混合了多个特征。",
    },
    place: { param: "method" },
    hint: {
      en: "Choose the method auto or permutation.",
      zh: "请选择“自动”或“置换”方法。",
    },
  }),

  noSummary: (): Problem<"evaluation/no-summary"> => ({
    code: "evaluation/no-summary",
    message: {
      en: "Cannot explain: the model carries no summary of its training data to compare with.",
      zh: "无法解释：模型中没有可供对照的训练数据摘要。",
    },
    place: {},
    hint: {
      en: "Train the model again with this version.",
      zh: "请用当前版本重新训练模型。",
    },
  }),
};
