import { nameList } from "../name_list.ts";
import type { ParamIssue } from "../param_issue.ts";
import type { Problem, Text } from "../problem.ts";
import type { TextPlace } from "../json_error_place.ts";

const openAnother: Text = {
  en:
    'Choose a notebook file that the workbench has written; they start with "format" and "title".',
  zh: '请选择由本工作台写出的笔记本文件，其开头为 "format" 和 "title"。',
};

/** What can be wrong with a notebook as it is written. */
export const notebookProblem = {
  tooLarge: (limit: number): Problem<"notebook/too-large"> => ({
    code: "notebook/too-large",
    message: {
      en: `Cannot read the notebook: it is longer than ${limit.toLocaleString("en")} characters.`,
      zh: `无法读取笔记本：其长度超过 ${limit.toLocaleString("en")} 个字符。`,
    },
    place: {},
    hint: {
      en: "A notebook holds cells and params only; keep tables and models in files of their own.",
      zh: "笔记本只保存单元和参数；表格和模型请另存为文件。",
    },
  }),

  notJson: (place: TextPlace): Problem<"notebook/not-json"> => ({
    code: "notebook/not-json",
    message: {
      en: `Cannot read the notebook: line ${place.line}, column ${place.column} is not valid JSON.`,
      zh: `无法读取笔记本：第 ${place.line} 行第 ${place.column} 列不是有效的 JSON。`,
    },
    place: { line: place.line, column: place.column },
    hint: {
      en: "Look there for a missing or superfluous quote, comma or bracket, or a file cut short.",
      zh: "请检查该处是否缺少或多出引号、逗号或括号，或文件是否不完整。",
    },
  }),

  notANotebook: (): Problem<"notebook/not-a-notebook"> => ({
    code: "notebook/not-a-notebook",
    message: {
      en: "Cannot read the notebook: the file is JSON, but no notebook, since it names no format.",
      zh: "无法读取笔记本：该文件是 JSON，但未注明格式版本，不是笔记本。",
    },
    place: {},
    hint: openAnother,
  }),

  fromTheFuture: (
    format: number,
    known: number,
  ): Problem<"notebook/from-the-future"> => ({
    code: "notebook/from-the-future",
    message: {
      en:
        `Cannot read the notebook: it has format ${format}, and this version knows up to ${known}.`,
      zh: `无法读取笔记本：其格式版本为 ${format}，当前程序最高支持 ${known}。`,
    },
    place: {},
    hint: {
      en: "Update the workbench, or save the notebook again with the older version.",
      zh: "请升级工作台，或用较旧的版本重新保存该笔记本。",
    },
  }),

  tooManyCells: (count: number, limit: number): Problem<"notebook/too-many-cells"> => ({
    code: "notebook/too-many-cells",
    message: {
      en: `Cannot read the notebook: it has ${count.toLocaleString("en")} cells, ` +
        `and ${limit.toLocaleString("en")} is the limit.`,
      zh: `无法读取笔记本：它有 ${count} 个单元，超过上限 ${limit} 个。`,
    },
    place: {},
    hint: { en: "Split it into several notebooks.", zh: "请将其拆分为多个笔记本。" },
  }),

  duplicateCell: (id: string): Problem<"notebook/duplicate-cell"> => ({
    code: "notebook/duplicate-cell",
    message: {
      en: `Cannot read the notebook: two cells have the id "${id}".`,
      zh: `无法读取笔记本：有两个单元的 id 都是“${id}”。`,
    },
    place: { cell: id },
    hint: {
      en: "Give one of them another id, and check which one the cells below should read.",
      zh: "请为其中一个更换 id，并检查下方单元应读取哪一个。",
    },
  }),

  badField: (
    { param, allowed }: ParamIssue,
  ): Problem<"notebook/bad-field"> => ({
    code: "notebook/bad-field",
    message: {
      en: `Cannot read the notebook: its field ${nameList([param]).en} is not valid.`,
      zh: `无法读取笔记本：字段 ${nameList([param]).zh} 无效。`,
    },
    place: {},
    hint: allowedHint(allowed),
  }),

  badCellField: (
    id: string | undefined,
    number: number,
    { param, allowed }: ParamIssue,
  ): Problem<"notebook/bad-cell-field"> => ({
    code: "notebook/bad-cell-field",
    message: param === ""
      ? {
        en: `Cannot read the notebook: ${cellName(id, number).en} is no object.`,
        zh: `无法读取笔记本：${cellName(id, number).zh}不是对象。`,
      }
      : {
        en: `Cannot read the notebook: ${nameList([param]).en} of ${
          cellName(id, number).en
        } is not valid.`,
        zh: `无法读取笔记本：${cellName(id, number).zh}的 ${nameList([param]).zh} 无效。`,
      },
    place: placeOf(id),
    hint: param === "params"
      ? {
        en: 'Allowed: an object of params, such as { "folds": 5 }, nested at most 32 deep.',
        zh: '允许：由参数组成的对象，例如 { "folds": 5 }，嵌套不超过 32 层。',
      }
      : allowedHint(allowed),
  }),

  badId: (
    id: string | undefined,
    number: number,
    field: string,
  ): Problem<"notebook/bad-id"> => ({
    code: "notebook/bad-id",
    message: {
      en: `Cannot read the notebook: ${nameList([field]).en} of ${
        cellName(id, number).en
      } is no cell id.`,
      zh: `无法读取笔记本：${cellName(id, number).zh}的 ${
        nameList([field]).zh
      } 不是有效的单元 id。`,
    },
    place: placeOf(id),
    hint: {
      en: "Allowed: 1 to 64 letters a–z, digits, hyphens and underscores, " +
        "starting with a letter or a digit.",
      zh: "允许：1 到 64 个英文字母、数字、连字符或下划线，并以字母或数字开头。",
    },
  }),

  unknownKind: (
    cell: string,
    kind: string,
    similar: readonly string[],
  ): Problem<"notebook/unknown-kind"> => ({
    code: "notebook/unknown-kind",
    message: {
      en: `Cannot run the cell "${cell}": there is no cell kind ${nameList([kind]).en}.`,
      zh: `无法运行单元“${cell}”：没有名为 ${nameList([kind]).zh} 的单元类型。`,
    },
    place: { cell },
    hint: similar.length > 0
      ? {
        en: `Did you mean ${nameList(similar).en}? \`healer kinds\` lists all kinds.`,
        zh: `是否想用 ${nameList(similar).zh}？\`healer kinds\` 会列出全部类型。`,
      }
      : {
        en: "Run `healer kinds` for the list of kinds; a newer version may know this one.",
        zh: "可运行 `healer kinds` 查看全部类型；较新的版本可能支持该类型。",
      },
  }),

  badParam: (
    cell: string,
    kind: string,
    { param, allowed }: ParamIssue,
  ): Problem<"notebook/bad-param"> => ({
    code: "notebook/bad-param",
    message: param === ""
      ? {
        en: `Cannot run the cell "${cell}" (${kind}): its params are not valid.`,
        zh: `无法运行单元“${cell}”（${kind}）：参数无效。`,
      }
      : {
        en: `Cannot run the cell "${cell}" (${kind}): its param ${
          nameList([param]).en
        } is not valid.`,
        zh: `无法运行单元“${cell}”（${kind}）：参数 ${nameList([param]).zh} 无效。`,
      },
    place: param === "" ? { cell } : { cell, param },
    hint: allowedHint(allowed),
  }),
};

function allowedHint(allowed: Text): Text {
  return { en: `Allowed: ${allowed.en}.`, zh: `允许：${allowed.zh}。` };
}

/** By its id where it has one, else by its number, from 1. */
function cellName(id: string | undefined, number: number): Text {
  if (id === undefined) return { en: `cell ${number}`, zh: `第 ${number} 个单元` };
  const name = nameList([id]);
  return { en: `the cell ${name.en}`, zh: `单元 ${name.zh} ` };
}

function placeOf(id: string | undefined): { cell?: string } {
  return id === undefined ? {} : { cell: id };
}
