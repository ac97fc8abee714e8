import type { Problem } from "../problem.ts";

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
};
