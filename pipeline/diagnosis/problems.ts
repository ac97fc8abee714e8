import { closestNames } from "../closest_names.ts";
import { nameList } from "../name_list.ts";
import type { Problem, Text } from "../problem.ts";

/** What can be wrong with writing diagnoses. */
export const diagnosisProblem = {
  unknownExplanationFormat: (path: string): Problem<"diagnosis/unknown-explanation-format"> => ({
    code: "diagnosis/unknown-explanation-format",
    message: {
      en: "Cannot write the explanation: its name does not end in .csv or .json.",
      zh: "无法写入解释结果：文件名须以 .csv 或 .json 结尾。",
    },
    place: { file: path, param: "out" },
    hint: {
      en: "Give the result a name such as explanation.csv.",
      zh: "请使用如 explanation.csv 的文件名。",
    },
  }),

  unknownFormat: (path: string): Problem<"diagnosis/unknown-format"> => ({
    code: "diagnosis/unknown-format",
    message: {
      en: "Cannot write the result: its name does not end in .csv, .json or .parquet.",
      zh: "无法写入结果：文件名须以 .csv、.json 或 .parquet 结尾。",
    },
    place: { file: path, param: "out" },
    hint: {
      en: "Give the result a name such as diagnoses.csv.",
      zh: "请使用如 diagnoses.csv 的文件名。",
    },
  }),

  rowNotJson: (path: string): Problem<"diagnosis/unknown-explanation-format"> => ({
    code: "diagnosis/unknown-explanation-format",
    message: {
      en: "Cannot write the explanation of one row: its name does not end in .json.",
      zh: "无法写入单行解释结果：文件名须以 .json 结尾。",
    },
    place: { file: path, param: "out" },
    hint: {
      en: "Give the result a name such as row.json, or leave --out away to read it here.",
      zh: "请使用如 row.json 的文件名，或省略 --out 直接在此查看。",
    },
  }),

  noSuchRow: (
    path: string,
    wanted: string,
    rows: number,
    similar: readonly string[],
  ): Problem<"diagnosis/no-such-row"> => {
    const close = nameList(similar);
    return {
      code: "diagnosis/no-such-row",
      message: {
        en: `Cannot find the row ${nameList([wanted]).en} in the table.`,
        zh: `表中找不到行 ${nameList([wanted]).zh}。`,
      },
      place: { file: path, param: "row" },
      hint: close.en === ""
        ? {
          en: `Give the cell of its id column, or its number from 1 to ${rows}.`,
          zh: `请给出该行标识列的值，或行号（1 至 ${rows}）。`,
        }
        : { en: `Did you mean ${close.en}?`, zh: `您是否想写 ${close.zh}？` },
    };
  },

  unreadRow: (path: string, line: number, reason: Text): Problem<"diagnosis/unread-row"> => ({
    code: "diagnosis/unread-row",
    message: {
      en: `Cannot explain the row, since it could not be read: ${reason.en}`,
      zh: `无法解释该行，因为未能读取：${reason.zh}`,
    },
    place: { file: path, line, param: "row" },
    hint: {
      en: "Mend this line of the file, or give its values by --values.",
      zh: "请修正文件中的这一行，或用 --values 直接给出数值。",
    },
  }),

  unknownClass: (
    name: string,
    classes: readonly string[],
  ): Problem<"diagnosis/unknown-class"> => {
    const close = closestNames(name.slice(0, 200), classes, 3);
    const list = nameList(close.length > 0 ? close : classes);
    return {
      code: "diagnosis/unknown-class",
      message: {
        en: `The model knows no class ${nameList([name]).en}.`,
        zh: `模型中没有类别 ${nameList([name]).zh}。`,
      },
      place: { param: "normal" },
      hint: { en: `Its classes are, among others, ${list.en}.`, zh: `其类别包括 ${list.zh}。` },
    };
  },
};
