import type { TextPlace } from "../json_error_place.ts";
import type { Notice, Problem } from "../problem.ts";

/** What can be wrong with a fault catalogue as it is written. */
export const catalogueProblem = {
  tooLarge: (limit: number): Problem<"catalogue/too-large"> => ({
    code: "catalogue/too-large",
    message: {
      en: `Cannot read the fault catalogue: it is longer than ${
        limit.toLocaleString("en")
      } characters.`,
      zh: `无法读取故障目录：其长度超过 ${limit.toLocaleString("en")} 个字符。`,
    },
    place: {},
    hint: {
      en: "Choose the file of a catalogue, not of a table or a model.",
      zh: "请选择故障目录文件，而不是数据表或模型。",
    },
  }),

  notJson: ({ line, column }: TextPlace): Problem<"catalogue/not-json"> => ({
    code: "catalogue/not-json",
    message: {
      en: `Cannot read the fault catalogue: line ${line}, column ${column} is not valid JSON.`,
      zh: `无法读取故障目录：第 ${line} 行第 ${column} 列不是有效的 JSON。`,
    },
    place: { line, column },
    hint: {
      en: "Look there for a missing or superfluous quote, comma or bracket, or a file cut short.",
      zh: "请检查该处是否缺少或多出引号、逗号或括号，或文件是否不完整。",
    },
  }),

  notACatalogue: (): Problem<"catalogue/not-a-catalogue"> => ({
    code: "catalogue/not-a-catalogue",
    message: {
      en: "Cannot read the fault catalogue: the file is JSON, but no catalogue.",
      zh: "无法读取故障目录：该文件是 JSON，但不是故障目录。",
    },
    place: {},
    hint: {
      en: 'Choose a file that the workbench has written; they say "systemhealer-faults".',
      zh: "请选择由本工作台写出的文件，其中注明“systemhealer-faults”。",
    },
  }),

  fromTheFuture: (version: number, known: number): Problem<"catalogue/from-the-future"> => ({
    code: "catalogue/from-the-future",
    message: {
      en: `Cannot read the fault catalogue: its format has version ${version}, and this program ` +
        `knows up to ${known}.`,
      zh: `无法读取故障目录：其格式版本为 ${version}，当前程序最高支持 ${known}。`,
    },
    place: { param: "version" },
    hint: {
      en: "Update the workbench, or save the catalogue again with the older version.",
      zh: "请升级工作台，或用较旧的版本重新保存该目录。",
    },
  }),

  wrongField: (field: string): Problem<"catalogue/wrong-field"> => ({
    code: "catalogue/wrong-field",
    message: {
      en: `Cannot read the fault catalogue: "${field}" is not as it has to be.`,
      zh: `无法读取故障目录：“${field}”不符合要求。`,
    },
    place: { param: field },
    hint: {
      en: "Each class stands there once, with its name and description in `en` and `zh`, " +
        "a severity, a colour from 1 to 8 or null, and remedies.",
      zh:
        "每个类别只出现一次，须含 en 与 zh 的名称和说明、严重程度、颜色（1 到 8 或 null）以及处置建议。",
    },
  }),
};

/** What a model file says of its faults that cannot be used; names fall back to the classes. */
export const catalogueNotice = {
  broken: (problem: Problem): Notice => ({
    code: "catalogue/broken",
    message: {
      en: `The model's fault catalogue is left aside. ${problem.message.en}`,
      zh: `已忽略模型中的故障目录。${problem.message.zh}`,
    },
  }),

  foreign: (): Notice => ({
    code: "catalogue/foreign",
    message: {
      en: "The model's fault catalogue is left aside: it names none of the model's classes.",
      zh: "已忽略模型中的故障目录：其中没有该模型的任何类别。",
    },
  }),
};
