import { closestNames } from "../closest_names.ts";
import { nameList } from "../name_list.ts";
import type { Problem, Text } from "../problem.ts";

const copyAgain: Text = {
  en: "Copy the file again from its origin, or train the model again.",
  zh: "请从来源重新复制该文件，或重新训练模型。",
};

/** What can be wrong with models: making them, proving them, opening them. */
export const modelProblem = {
  parity: (
    differing: number,
    rows: number,
    maxDifference: number,
  ): Problem<"model/parity"> => ({
    code: "model/parity",
    message: {
      en:
        `Cannot save the model: its ONNX graph and its learner disagree on ${differing} of ${rows} rows ` +
        `(largest difference of a probability ${maxDifference.toExponential(1)}, allowed 1e-4).`,
      zh: `无法保存模型：ONNX 图与学习器在 ${rows} 行中有 ${differing} 行不一致` +
        `（概率最大差 ${maxDifference.toExponential(1)}，允许 1e-4）。`,
    },
    place: {},
    hint: {
      en:
        "Put steps in front that tame the values, such as signed-log and scale, or choose another learner.",
      zh: "请在前面加入缓和数值的步骤（如 signed-log、scale），或换用其他学习器。",
    },
  }),

  notOurs: (file: string): Problem<"model/not-ours"> => ({
    code: "model/not-ours",
    message: {
      en: `Cannot use the model: this ONNX file carries no model card ("healer.card").`,
      zh: `无法使用该模型：此 ONNX 文件没有模型卡（“healer.card”）。`,
    },
    place: { file },
    hint: {
      en: "Use a file made by `healer train`; ONNX files of other tools are not understood.",
      zh: "请使用 `healer train` 生成的文件；不支持其他工具的 ONNX 文件。",
    },
  }),

  brokenCard: (file: string, where: string, detail: string): Problem<"model/broken-card"> => ({
    code: "model/broken-card",
    message: {
      en: `Cannot use the model: its card is not valid at ${where || "its start"} (${detail}).`,
      zh: `无法使用该模型：模型卡在 ${where || "开头"} 处无效（${detail}）。`,
    },
    place: { file },
    hint: {
      en:
        "The file was changed or made by a later version: train it again, or update the workbench.",
      zh: "文件被改动过或由更高版本生成：请重新训练，或升级工作台。",
    },
  }),

  cardMismatch: (file: string, what: Text): Problem<"model/card-mismatch"> => ({
    code: "model/card-mismatch",
    message: {
      en: `Cannot use the model: its card does not fit its graph: ${what.en}.`,
      zh: `无法使用该模型：模型卡与图不符：${what.zh}。`,
    },
    place: { file },
    hint: copyAgain,
  }),

  changed: (file: string): Problem<"model/changed"> => ({
    code: "model/changed",
    message: {
      en: "Cannot use the model: the file is not as it was written; it is damaged or was changed.",
      zh: "无法使用该模型：文件与写出时不同，已损坏或被改动。",
    },
    place: { file },
    hint: copyAgain,
  }),

  notSealed: (file: string): Problem<"model/not-sealed"> => ({
    code: "model/not-sealed",
    message: {
      en:
        "Cannot bring in the model: the file has no seal, so that nobody can tell whether it is whole.",
      zh: "无法导入该模型：文件没有封印，无法确认其完整性。",
    },
    place: { file },
    hint: {
      en: "Train it again with this version of the workbench, which seals its files.",
      zh: "请用当前版本的工作台重新训练，新文件会自带封印。",
    },
  }),

  brokenSummary: (file: string): Problem<"model/broken-summary"> => ({
    code: "model/broken-summary",
    message: {
      en: `Cannot read the training summary of the model: it is damaged.`,
      zh: `无法读取模型中的训练数据摘要：内容已损坏。`,
    },
    place: { file },
    hint: copyAgain,
  }),

  brokenOutOfFold: (file: string): Problem<"model/broken-out-of-fold"> => ({
    code: "model/broken-out-of-fold",
    message: {
      en: "Cannot read the out-of-fold predictions of the model: they are damaged.",
      zh: "无法读取模型中的折外预测：内容已损坏。",
    },
    place: { file },
    hint: copyAgain,
  }),

  nothingToFitOn: (param: "calibration" | "tuneDecision"): Problem<"model/nothing-to-fit-on"> => ({
    code: "model/nothing-to-fit-on",
    message: {
      calibration: {
        en: "Cannot calibrate the probabilities without cross-validation.",
        zh: "没有交叉验证，无法校准概率。",
      },
      tuneDecision: {
        en: "Cannot tune the decision without cross-validation.",
        zh: "没有交叉验证，无法调整判定权重。",
      },
    }[param],
    place: { param },
    hint: {
      en: "It is fitted on predictions for rows that training has not seen: take 2 folds or more.",
      zh: "须在训练未见过的数据行的预测上拟合：请将折数设为 2 或更多。",
    },
  }),

  unreadable: (file: string, state: Problem["message"]): Problem<"model/unreadable"> => ({
    code: "model/unreadable",
    message: {
      en: `Cannot open the model: ${state.en}.`,
      zh: `无法打开模型：${state.zh}。`,
    },
    place: { file },
    hint: { en: "Check the path of the model file.", zh: "请检查模型文件的路径。" },
  }),

  missingFeatures: (
    file: string,
    missing: readonly string[],
    needed: number,
  ): Problem<"model/missing-features"> => ({
    code: "model/missing-features",
    message: {
      en:
        `Cannot diagnose: ${missing.length} of the ${needed} features the model needs are missing: ${
          nameList(missing).en
        }.`,
      zh: `无法诊断：模型需要 ${needed} 个特征，缺少 ${missing.length} 个：${
        nameList(missing).zh
      }。`,
    },
    place: { file },
    hint: {
      en: "Add the columns (cells may be empty) or use a model trained on this table's columns.",
      zh: "请补上这些列（单元格可以为空），或使用按此表列训练的模型。",
    },
  }),

  noLabel: (): Problem<"model/no-label"> => ({
    code: "model/no-label",
    message: {
      en: "Cannot train: no column was named as the label and none looks like one.",
      zh: "无法训练：未指定标签列，也没有看起来像标签的列。",
    },
    place: { param: "label" },
    hint: {
      en: "Name the column that holds the fault: --label COLUMN.",
      zh: "请指定故障所在列：--label 列名。",
    },
  }),

  noColumnToValidateBy: (
    role: "group" | "time",
  ): Problem<"model/no-column-to-validate-by"> => {
    const zh = { group: "分组", time: "时间" }[role];
    return {
      code: "model/no-column-to-validate-by",
      message: {
        en: `Cannot validate by ${role}: no column of the table has the role ${role}.`,
        zh: `无法按${zh}进行验证：表中没有${zh}列。`,
      },
      place: { param: "validation" },
      hint: {
        en: `Name the ${role} column, or validate in another way.`,
        zh: `请指定${zh}列，或换一种验证方式。`,
      },
    };
  },

  missingColumn: (
    file: string,
    name: string,
    columns: readonly string[],
  ): Problem<"model/missing-column"> => {
    const close = nameList(closestNames(name, columns));
    return {
      code: "model/missing-column",
      message: {
        en: `Cannot find the column "${name}" in the table.`,
        zh: `表中找不到列“${name}”。`,
      },
      place: { file },
      hint: {
        en: close.en ? `Did you mean ${close.en}?` : "Check the header of the file.",
        zh: close.zh ? `是否指 ${close.zh}？` : "请检查文件的表头。",
      },
    };
  },

  nothingToEvaluate: (label: string): Problem<"model/nothing-to-evaluate"> => ({
    code: "model/nothing-to-evaluate",
    message: {
      en: `Cannot evaluate: no row has a label in column "${label}".`,
      zh: `无法评估：列“${label}”中没有任何标签。`,
    },
    place: {},
    hint: {
      en: "Choose another column with --label, or use `healer diagnose` for rows without labels.",
      zh: "请用 --label 指定其他列；无标签的数据请使用 `healer diagnose`。",
    },
  }),

  noFeatures: (file: string | undefined): Problem<"model/no-features"> => ({
    code: "model/no-features",
    message: {
      en: "Cannot train: no column is left as a feature.",
      zh: "无法训练：没有可用作特征的列。",
    },
    place: file === undefined ? {} : { file },
    hint: {
      en:
        "A feature is a numeric or true/false column that is not label, id, group, time or ignored.",
      zh: "特征须为数值或布尔列，且不是标签、编号、分组、时间或被忽略的列。",
    },
  }),

  tooFewRows: (rows: number): Problem<"model/too-few-rows"> => ({
    code: "model/too-few-rows",
    message: {
      en: `Cannot train: ${
        rows === 1 ? "only 1 labelled row" : `${rows} labelled rows`
      }, at least 2 are needed.`,
      zh: `无法训练：只有 ${rows} 行带标签的数据，至少需要 2 行。`,
    },
    place: {},
    hint: {
      en:
        "Give more rows, or check that the label column is filled and that rows were not set aside.",
      zh: "请提供更多数据行，或检查标签列是否填写、数据行是否被隔离。",
    },
  }),

  summaryTooLarge: (megabytes: number): Problem<"model/summary-too-large"> => ({
    code: "model/summary-too-large",
    message: {
      en:
        `Cannot save the model: its training summary takes ${megabytes} MB, at most 10 are allowed.`,
      zh: `无法保存模型：训练数据摘要占 ${megabytes} MB，最多允许 10 MB。`,
    },
    place: {},
    hint: {
      en: "Select fewer features before training.",
      zh: "请在训练前选择更少的特征。",
    },
  }),
};
