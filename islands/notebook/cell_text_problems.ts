import type { Problem, Text } from "@/pipeline/problem.ts";

const shape: Text = {
  en: 'A cell is written { "kind": "impute", "params": { "strategy": "mean" } }; ' +
    '"title" and "inputs" may stand beside them.',
  zh:
    '单元的写法为 { "kind": "impute", "params": { "strategy": "mean" } }，还可写 "title" 和 "inputs"。',
};

const longest = 60;

/** What can be wrong with a cell that somebody wrote as text. */
export const cellTextProblem = {
  notJson: (place: { line: number; column: number }): Problem<"cell-text/not-json"> => ({
    code: "cell-text/not-json",
    message: {
      en: `Line ${place.line}, column ${place.column} is not valid JSON.`,
      zh: `第 ${place.line} 行第 ${place.column} 列不是有效的 JSON。`,
    },
    place,
    hint: {
      en: "Look there for a missing or superfluous quote, comma or bracket.",
      zh: "请检查该处是否缺少或多出引号、逗号或括号。",
    },
  }),
  notACell: (): Problem<"cell-text/not-a-cell"> => ({
    code: "cell-text/not-a-cell",
    message: { en: "This is JSON, but no cell.", zh: "这是 JSON，但不是单元。" },
    place: {},
    hint: shape,
  }),
  noKind: (): Problem<"cell-text/no-kind"> => ({
    code: "cell-text/no-kind",
    message: { en: "The cell does not say its kind.", zh: "该单元未注明类型。" },
    place: { param: "kind" },
    hint: shape,
  }),
  unknownField: (name: string): Problem<"cell-text/unknown-field"> => ({
    code: "cell-text/unknown-field",
    message: {
      en: `A cell has no field “${short(name)}”.`,
      zh: `单元没有字段“${short(name)}”。`,
    },
    place: { param: name },
    hint: shape,
  }),
  notAText: (name: string): Problem<"cell-text/not-a-text"> => ({
    code: "cell-text/not-a-text",
    message: {
      en: `“${short(name)}” must be a text in quotes.`,
      zh: `“${short(name)}”必须是带引号的文本。`,
    },
    place: { param: name },
    hint: shape,
  }),
  notAnObject: (name: string): Problem<"cell-text/not-an-object"> => ({
    code: "cell-text/not-an-object",
    message: {
      en: `“${name}” must be an object in braces.`,
      zh: `“${name}”必须是花括号中的对象。`,
    },
    place: { param: name },
    hint: shape,
  }),
};

function short(name: string): string {
  const letters = [...name];
  return letters.length > longest ? `${letters.slice(0, longest).join("")}…` : name;
}
