import type { TextPlace } from "../json_error_place.ts";
import { nameList } from "../name_list.ts";
import type { ParamIssue } from "../param_issue.ts";
import type { Problem, Text } from "../problem.ts";

const openAnother: Text = {
  en: 'Choose a pipeline file that the workbench has written; they say "systemhealer-pipeline".',
  zh: "请选择由本工作台写出的流水线文件，其中注明“systemhealer-pipeline”。",
};

/** What can be wrong with a pipeline as it is written. */
export const pipelineProblem = {
  tooLarge: (limit: number): Problem<"pipeline/too-large"> => ({
    code: "pipeline/too-large",
    message: {
      en: `Cannot read the pipeline: it is longer than ${limit.toLocaleString("en")} characters.`,
      zh: `无法读取流水线：其长度超过 ${limit.toLocaleString("en")} 个字符。`,
    },
    place: {},
    hint: openAnother,
  }),

  notJson: ({ line, column }: TextPlace): Problem<"pipeline/not-json"> => ({
    code: "pipeline/not-json",
    message: {
      en: `Cannot read the pipeline: line ${line}, column ${column} is not valid JSON.`,
      zh: `无法读取流水线：第 ${line} 行第 ${column} 列不是有效的 JSON。`,
    },
    place: { line, column },
    hint: {
      en: "Look there for a missing or superfluous quote, comma or bracket, or a file cut short.",
      zh: "请检查该处是否缺少或多出引号、逗号或括号，或文件是否不完整。",
    },
  }),

  notAPipeline: (): Problem<"pipeline/not-a-pipeline"> => ({
    code: "pipeline/not-a-pipeline",
    message: {
      en: "Cannot read the pipeline: the file is JSON, but no pipeline.",
      zh: "无法读取流水线：该文件是 JSON，但不是流水线。",
    },
    place: {},
    hint: openAnother,
  }),

  fromTheFuture: (version: number, known: number): Problem<"pipeline/from-the-future"> => ({
    code: "pipeline/from-the-future",
    message: {
      en:
        `Cannot read the pipeline: its format has version ${version}, and this program knows up to ${known}.`,
      zh: `无法读取流水线：其格式版本为 ${version}，当前程序最高支持 ${known}。`,
    },
    place: { param: "version" },
    hint: {
      en: "Update the workbench, or save the pipeline again with the older version.",
      zh: "请升级工作台，或用较旧的版本重新保存该流水线。",
    },
  }),

  tooDeep: (depth: number): Problem<"pipeline/too-deep"> => ({
    code: "pipeline/too-deep",
    message: {
      en: "Cannot read the pipeline: its params are nested too deep.",
      zh: "无法读取流水线：参数嵌套过深。",
    },
    place: { param: "recipe" },
    hint: {
      en: `Params may be nested at most ${depth} deep. ${openAnother.en}`,
      zh: `参数嵌套不得超过 ${depth} 层。${openAnother.zh}`,
    },
  }),

  badField: ({ param, allowed }: ParamIssue): Problem<"pipeline/bad-field"> => ({
    code: "pipeline/bad-field",
    message: {
      en: `Cannot read the pipeline: its field ${nameList([param]).en} is not valid.`,
      zh: `无法读取流水线：字段 ${nameList([param]).zh} 无效。`,
    },
    place: { param },
    hint: { en: `Allowed: ${allowed.en}.`, zh: `允许：${allowed.zh}。` },
  }),

  unknownStep: (
    number: number,
    step: string,
    similar: readonly string[],
  ): Problem<"pipeline/unknown-step"> => ({
    code: "pipeline/unknown-step",
    message: {
      en: `Cannot read the pipeline: its step ${number} is ${
        nameList([step]).en
      }, and there is none of that name.`,
      zh: `无法读取流水线：第 ${number} 步为 ${nameList([step]).zh}，没有这个名称的步骤。`,
    },
    place: { param: `recipe.steps.${number - 1}.step` },
    hint: similarHint(similar),
  }),

  unknownLearner: (
    learner: string,
    similar: readonly string[],
  ): Problem<"pipeline/unknown-learner"> => ({
    code: "pipeline/unknown-learner",
    message: {
      en: `Cannot read the pipeline: its learner is ${
        nameList([learner]).en
      }, and there is none of that name.`,
      zh: `无法读取流水线：其学习器为 ${nameList([learner]).zh}，没有这个名称的学习器。`,
    },
    place: { param: "recipe.learner.name" },
    hint: similarHint(similar),
  }),

  repeatedFeature: (name: string): Problem<"pipeline/repeated-feature"> => ({
    code: "pipeline/repeated-feature",
    message: {
      en: `Cannot read the pipeline: it names the feature ${nameList([name]).en} twice.`,
      zh: `无法读取流水线：特征 ${nameList([name]).zh} 出现了两次。`,
    },
    place: { param: "features" },
    hint: { en: "Name every feature once.", zh: "每个特征只能列出一次。" },
  }),

  labelIsFeature: (name: string): Problem<"pipeline/label-is-feature"> => ({
    code: "pipeline/label-is-feature",
    message: {
      en: `Cannot read the pipeline: ${nameList([name]).en} is its label and a feature as well.`,
      zh: `无法读取流水线：${nameList([name]).zh} 既是标签又是特征。`,
    },
    place: { param: "label" },
    hint: {
      en: "A model that sees the label learns nothing else: take it out of the features.",
      zh: "模型若能看到标签就学不到其他东西：请将其从特征中去掉。",
    },
  }),
};

function similarHint(similar: readonly string[]): Text {
  return similar.length > 0
    ? {
      en: `Did you mean ${nameList(similar).en}? \`healer kinds\` lists all there are.`,
      zh: `是否想用 ${nameList(similar).zh}？\`healer kinds\` 会列出全部名称。`,
    }
    : {
      en: "Run `healer kinds` for the list; a newer version may know it.",
      zh: "可运行 `healer kinds` 查看全部名称；较新的版本可能支持它。",
    };
}
