import { nameList } from "../name_list.ts";
import type { ParamIssue } from "../param_issue.ts";
import type { Problem } from "../problem.ts";

/** What can be wrong with steps: their name, their params, the rows they are fitted on. */
export const stepProblem = {
  unknownStep: (name: string, similar: readonly string[]): Problem<"steps/unknown-step"> => ({
    code: "steps/unknown-step",
    message: {
      en: `Cannot find the step "${name}": there is none of that name.`,
      zh: `找不到步骤“${name}”：没有这个名称的步骤。`,
    },
    place: {},
    hint: similar.length > 0
      ? {
        en: `Did you mean ${nameList(similar).en}? \`healer kinds\` lists all steps.`,
        zh: `是否想用 ${nameList(similar).zh}？\`healer kinds\` 会列出全部步骤。`,
      }
      : {
        en: "Run `healer kinds` for the list of steps.",
        zh: "可运行 `healer kinds` 查看全部步骤。",
      },
  }),

  badParam: (step: string, { param, allowed }: ParamIssue): Problem<"steps/bad-param"> => ({
    code: "steps/bad-param",
    message: param === ""
      ? {
        en: `Cannot use the params of the step "${step}": they are not valid.`,
        zh: `步骤“${step}”的参数无效。`,
      }
      : {
        en: `Cannot use the param "${param}" of the step "${step}": it is not valid.`,
        zh: `步骤“${step}”的参数“${param}”无效。`,
      },
    place: param === "" ? {} : { param },
    hint: { en: `Allowed: ${allowed.en}.`, zh: `允许：${allowed.zh}。` },
  }),

  allConstant: (names: readonly string[]): Problem<"steps/all-constant"> => ({
    code: "steps/all-constant",
    message: {
      en: `Cannot drop the constant columns: all of the training rows' columns are ` +
        `constant or empty (${nameList(names).en}), so none would be left.`,
      zh: `无法删除常量列：训练行中的所有列均为常量或为空（${
        nameList(names).zh
      }），删除后将不剩任何列。`,
    },
    place: {},
    hint: {
      en: "Check that the right columns are features, or train on more and more varied rows.",
      zh: "请检查特征列是否选对，或使用更多、更多样的训练数据。",
    },
  }),

  noLabels: (step: string): Problem<"steps/no-labels"> => ({
    code: "steps/no-labels",
    message: {
      en: `Cannot fit the step "${step}": it needs a label for each row, and there are none.`,
      zh: `无法拟合步骤“${step}”：该步骤需要每行的标签，但数据中没有标签。`,
    },
    place: {},
    hint: {
      en: "Give one column the role label, or use a step that needs none.",
      zh: "请将某一列设为标签，或改用不需要标签的步骤。",
    },
  }),

  notAColumnStep: (name: string): Problem<"steps/not-a-column-step"> => ({
    code: "steps/not-a-column-step",
    message: {
      en: `Cannot apply "${name}" to new rows: it acts on training rows only.`,
      zh: `无法将“${name}”用于新数据行：它只作用于训练行。`,
    },
    place: {},
    hint: { en: "Train the model again.", zh: "请重新训练模型。" },
  }),
};
