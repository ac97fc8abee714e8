import type { Place, Problem, Text } from "../problem.ts";

/** What can be wrong with one row or one cell of a table; the rest of the table stays readable. */
export const rowProblem = {
  tooFewFields: (
    place: Place,
    fields: number,
    expected: number,
  ): Problem<"table/too-few-fields"> => ({
    code: "table/too-few-fields",
    message: {
      en: `Cannot read the row: it has ${counted(fields)}, the table has ${expected} columns.`,
      zh: `无法读取该行：只有 ${fields} 个字段，而表有 ${expected} 列。`,
    },
    place,
    hint: {
      en: "Add the missing fields; an empty one still needs its delimiter.",
      zh: "请补上缺少的字段；空字段也要保留分隔符。",
    },
  }),

  tooManyFields: (
    place: Place,
    fields: number,
    expected: number,
  ): Problem<"table/too-many-fields"> => ({
    code: "table/too-many-fields",
    message: {
      en: `Cannot read the row: it has ${counted(fields)}, the table has only ${expected} column` +
        `${expected === 1 ? "" : "s"}.`,
      zh: `无法读取该行：有 ${fields} 个字段，而表只有 ${expected} 列。`,
    },
    place,
    hint: {
      en: "A field that contains the delimiter must stand in quotes.",
      zh: "含有分隔符的字段必须用引号括起来。",
    },
  }),

  unclosedQuote: (place: Place, resumed: number | undefined): Problem<"table/unclosed-quote"> => ({
    code: "table/unclosed-quote",
    message: {
      en: `Cannot read the row: the quote that opens field ${place.column} is never closed` +
        wentOn(resumed).en,
      zh: `无法读取该行：第 ${place.column} 个字段开头的引号没有闭合${wentOn(resumed).zh}`,
    },
    place,
    hint: { en: "Close the quote at the end of the field.", zh: "请在该字段末尾补上引号。" },
  }),

  misplacedQuote: (
    place: Place,
    resumed: number | undefined,
  ): Problem<"table/misplaced-quote"> => ({
    code: "table/misplaced-quote",
    message: {
      en: `Cannot read the row: a quote stands in the middle of field ${place.column}` +
        wentOn(resumed).en,
      zh: `无法读取该行：第 ${place.column} 个字段中间出现引号${wentOn(resumed).zh}`,
    },
    place,
    hint: {
      en: "Put the whole field in quotes and double every quote inside it.",
      zh: "请用引号括住整个字段，并将其中的每个引号写成两个。",
    },
  }),

  undecodable: (place: Place, encoding: string): Problem<"table/undecodable"> => ({
    code: "table/undecodable",
    message: {
      en: `Cannot read the row: field ${place.column} holds bytes that are not valid ${encoding}.`,
      zh: `无法读取该行：第 ${place.column} 个字段含有不符合 ${encoding} 编码的字节。`,
    },
    place,
    hint: {
      en: "Save the file in one encoding, best UTF-8, or say which encoding it has.",
      zh: "请用同一种编码（最好是 UTF-8）保存文件，或指定文件的编码。",
    },
  }),

  nulByte: (place: Place): Problem<"table/nul-byte"> => ({
    code: "table/nul-byte",
    message: {
      en: `Cannot read the row: field ${place.column} holds a NUL byte.`,
      zh: `无法读取该行：第 ${place.column} 个字段含有空字节（NUL）。`,
    },
    place,
    hint: {
      en: "The file was damaged or written only in part: export this row again.",
      zh: "文件已损坏或未完整写入：请重新导出该行。",
    },
  }),

  tooLong: (place: Place, limit: number): Problem<"table/too-long"> => ({
    code: "table/too-long",
    message: {
      en: `Cannot read the row: it is longer than ${limit / 2 ** 20} MiB.`,
      zh: `无法读取该行：长度超过 ${limit / 2 ** 20} MiB。`,
    },
    place,
    hint: {
      en: "Line breaks may have been lost here: export the file again.",
      zh: "此处可能丢失了换行符：请重新导出文件。",
    },
  }),

  notANumber: (place: Place, name: string, cell: string): Problem<"table/not-a-number"> => ({
    code: "table/not-a-number",
    message: {
      en: `Cannot read "${shortened(cell)}" in column "${shortened(name)}" as a number.`,
      zh: `无法将列“${shortened(name)}”中的“${shortened(cell)}”读作数值。`,
    },
    place,
    hint: {
      en:
        "Correct the cell, leave it empty, list its text as a word for missing, or read the column as text.",
      zh: "请更正或清空该单元格，或将其内容列为缺失值标记，或将该列按文本读取。",
    },
  }),

  infinite: (place: Place, name: string, cell: string): Problem<"table/infinite"> => ({
    code: "table/infinite",
    message: {
      en: `Cannot use "${shortened(cell)}" in column "${shortened(name)}": ` +
        "it is infinite or beyond ±3.4e38.",
      zh: `无法使用列“${shortened(name)}”中的“${shortened(cell)}”：为无穷大或超出 ±3.4e38。`,
    },
    place,
    hint: {
      en: "Leave the cell empty or write the largest real value.",
      zh: "请清空该单元格，或填写真实的最大值。",
    },
  }),

  notATime: (place: Place, name: string, cell: string): Problem<"table/not-a-time"> => ({
    code: "table/not-a-time",
    message: {
      en: `Cannot read "${shortened(cell)}" in column "${shortened(name)}" as a time.`,
      zh: `无法将列“${shortened(name)}”中的“${shortened(cell)}”读作时间。`,
    },
    place,
    hint: {
      en: "Write times as 2026-11-23 04:05:06, or read the column as text.",
      zh: "请将时间写成 2026-11-23 04:05:06 的形式，或将该列按文本读取。",
    },
  }),

  notABoolean: (place: Place, name: string, cell: string): Problem<"table/not-a-boolean"> => ({
    code: "table/not-a-boolean",
    message: {
      en: `Cannot read "${shortened(cell)}" in column "${shortened(name)}" as true or false.`,
      zh: `无法将列“${shortened(name)}”中的“${shortened(cell)}”读作布尔值。`,
    },
    place,
    hint: {
      en: "Write true, false, yes or no, or read the column as text.",
      zh: "请写成 true、false、yes 或 no，或将该列按文本读取。",
    },
  }),
};

function counted(fields: number): string {
  return fields === 1 ? "only one field" : `${fields} fields`;
}

function wentOn(line: number | undefined): Text {
  return line === undefined
    ? { en: ".", zh: "。" }
    : { en: `; reading went on at line ${line}.`, zh: `；已从第 ${line} 行继续读取。` };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
