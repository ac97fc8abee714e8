import { nameList } from "../name_list.ts";
import type { Problem, Text } from "../problem.ts";
import type { QueryPlace } from "./place.ts";

/** What can be wrong with a query. */
export const sqlProblem = {
  empty: (): Problem<"sql/empty"> => ({
    code: "sql/empty",
    message: { en: "Cannot run the query: it is empty.", zh: "无法执行查询：查询为空。" },
    place: {},
    hint: {
      en: "Write a SELECT, such as SELECT * FROM a.",
      zh: "请编写 SELECT 语句，例如 SELECT * FROM a。",
    },
  }),

  tooLong: (most: number, place: QueryPlace): Problem<"sql/too-long"> => ({
    code: "sql/too-long",
    message: {
      en: `Cannot run the query: it has more than ${most} names, values and signs.`,
      zh: `无法执行查询：名称、数值和符号超过 ${most} 个。`,
    },
    place,
    hint: {
      en: "Shorten it, for example with IN (…) in place of many ORs, or by two cells.",
      zh: "请缩短查询，例如用 IN (…) 代替多个 OR，或拆成两个单元。",
    },
  }),

  tooDeep: (most: number, place: QueryPlace): Problem<"sql/too-deep"> => ({
    code: "sql/too-deep",
    message: {
      en: `Cannot run the query: more than ${most} parentheses are open at once.`,
      zh: `无法执行查询：同时打开的括号超过 ${most} 层。`,
    },
    place,
    hint: { en: "Take it apart by WITH, or by two cells.", zh: "请用 WITH 拆分，或拆成两个单元。" },
  }),

  openQuote: (quote: string, place: QueryPlace): Problem<"sql/open-quote"> => ({
    code: "sql/open-quote",
    message: {
      en: `Cannot read the query: a quote ${quote} has no end.`,
      zh: `无法读取查询：引号 ${quote} 没有结束。`,
    },
    place,
    hint: {
      en: "Close it; a quote inside of a text or name is written twice.",
      zh: "请补上结束引号；文本或名称内部的引号要写两次。",
    },
  }),

  openComment: (place: QueryPlace): Problem<"sql/open-comment"> => ({
    code: "sql/open-comment",
    message: {
      en: "Cannot read the query: a comment /* has no end.",
      zh: "无法读取查询：注释 /* 没有结束。",
    },
    place,
    hint: { en: "Close it by */.", zh: "请用 */ 结束注释。" },
  }),

  oddCharacter: (character: string, place: QueryPlace): Problem<"sql/odd-character"> => ({
    code: "sql/odd-character",
    message: {
      en: `Cannot read the query: ${shown(character)} has no meaning here.`,
      zh: `无法读取查询：${shown(character)} 在此没有含义。`,
    },
    place,
    hint: characterHint(character),
  }),

  runTogether: (text: string, place: QueryPlace): Problem<"sql/run-together"> => ({
    code: "sql/run-together",
    message: {
      en: `Cannot read the query: ${shown(text)} could mean several things.`,
      zh: `无法读取查询：${shown(text)} 可能有多种含义。`,
    },
    place,
    hint: {
      en: "Put a blank between, and write texts as 'text' without a letter in front.",
      zh: "请在中间加空格；文本写作 'text'，前面不加字母。",
    },
  }),

  severalStatements: (place: QueryPlace): Problem<"sql/several-statements"> => ({
    code: "sql/several-statements",
    message: {
      en: "Cannot run the query: a cell runs one statement, and another one follows.",
      zh: "无法执行查询：一个单元只执行一条语句，而后面还有其他语句。",
    },
    place,
    hint: {
      en: "Put the second one into a cell of its own.",
      zh: "请将第二条语句放入另一个单元。",
    },
  }),

  notSelect: (word: string, place: QueryPlace): Problem<"sql/not-select"> => ({
    code: "sql/not-select",
    message: {
      en: `Cannot run the query: it begins with ${shown(word)}, not with SELECT or WITH.`,
      zh: `无法执行查询：它以 ${shown(word)} 开头，而不是 SELECT 或 WITH。`,
    },
    place,
    hint: {
      en: "A query only reads the tables of its inputs and gives a new one.",
      zh: "查询只读取输入的数据表，并给出一张新表。",
    },
  }),

  forbiddenWord: (word: string, place: QueryPlace): Problem<"sql/forbidden-word"> => ({
    code: "sql/forbidden-word",
    message: {
      en: `Cannot run the query: ${word.toUpperCase()} is not allowed, since a query only reads.`,
      zh: `无法执行查询：查询只能读取数据，不允许使用 ${word.toUpperCase()}。`,
    },
    place,
    hint: {
      en: `Where it is the name of a column, write it as "${word}".`,
      zh: `如果它是列名，请写作 "${word}"。`,
    },
  }),

  tableFunction: (name: string, place: QueryPlace): Problem<"sql/table-function"> => ({
    code: "sql/table-function",
    message: {
      en: `Cannot run the query: ${shown(name)} is called in place of a table, ` +
        "and a query reads no files or other sources.",
      zh: `无法执行查询：在数据表的位置调用了 ${shown(name)}，而查询不能读取文件或其他来源。`,
    },
    place,
    hint: {
      en: "Import the file in a cell above and read its table as a, b or c.",
      zh: "请在上方的单元中导入该文件，再以 a、b 或 c 读取其数据表。",
    },
  }),

  unknownFunction: (
    name: string,
    similar: readonly string[],
    place: QueryPlace,
  ): Problem<"sql/unknown-function"> => ({
    code: "sql/unknown-function",
    message: {
      en: `Cannot run the query: there is no function ${shown(name)}.`,
      zh: `无法执行查询：没有函数 ${shown(name)}。`,
    },
    place,
    hint: nearby(similar, {
      en: "Functions such as avg, count, round, substr, coalesce and row_number can be called.",
      zh: "可以调用 avg、count、round、substr、coalesce、row_number 等函数。",
    }),
  }),

  unknownTable: (
    name: string,
    tables: readonly string[],
    place: QueryPlace,
  ): Problem<"sql/unknown-table"> => ({
    code: "sql/unknown-table",
    message: {
      en: `Cannot run the query: there is no table ${shown(name)}.`,
      zh: `无法执行查询：没有数据表 ${shown(name)}。`,
    },
    place,
    hint: {
      en: tables.length === 1
        ? `There is only ${
          nameList(tables).en
        }; add another input by the plus in the head of the cell.`
        : `There are ${nameList(tables).en}; inputs are chosen in the head of the cell.`,
      zh: tables.length === 1
        ? `目前只有 ${nameList(tables).zh}；可点击单元标题处的加号添加输入。`
        : `现有数据表：${nameList(tables).zh}；输入在单元标题处选择。`,
    },
  }),

  textAsTable: (text: string, place: QueryPlace): Problem<"sql/text-as-table"> => ({
    code: "sql/text-as-table",
    message: {
      en: `Cannot run the query: ${shown(text)} is a text, not a table.`,
      zh: `无法执行查询：${shown(text)} 是文本，不是数据表。`,
    },
    place,
    hint: {
      en: "A query reads the tables of its inputs only, no files.",
      zh: "查询只能读取输入的数据表，不能读取文件。",
    },
  }),

  qualifiedTable: (place: QueryPlace): Problem<"sql/qualified-table"> => ({
    code: "sql/qualified-table",
    message: {
      en: "Cannot run the query: tables have plain names, without a point.",
      zh: "无法执行查询：数据表使用简单名称，不带点号。",
    },
    place,
    hint: { en: "Write a, b or c.", zh: "请写 a、b 或 c。" },
  }),

  syntax: (detail: Text, place: QueryPlace | undefined): Problem<"sql/syntax"> => ({
    code: "sql/syntax",
    message: {
      en: `Cannot read the query: ${detail.en}.`,
      zh: `无法读取查询：${detail.zh}。`,
    },
    place: place ?? {},
    hint: {
      en: "Look there for a missing comma, parenthesis or word.",
      zh: "请检查该处是否缺少逗号、括号或关键字。",
    },
  }),

  unknownColumn: (
    name: string,
    similar: readonly string[],
    columns: readonly string[],
    place: QueryPlace | undefined,
  ): Problem<"sql/unknown-column"> => ({
    code: "sql/unknown-column",
    message: {
      en: `Cannot run the query: there is no column ${shown(name)} here.`,
      zh: `无法执行查询：此处没有列 ${shown(name)}。`,
    },
    place: place ?? {},
    hint: nearby(similar, {
      en: columns.length === 0
        ? "Names with blanks, points or capitals are written as \"name\"; texts as 'text'."
        : `There are ${nameList(columns).en}.`,
      zh: columns.length === 0
        ? "含空格或点号的列名写作 \"列名\"，文本写作 'text'。"
        : `现有列：${nameList(columns).zh}。`,
    }),
  }),

  unquotedColumn: (
    name: string,
    place: QueryPlace | undefined,
  ): Problem<"sql/unknown-column"> => ({
    code: "sql/unknown-column",
    message: {
      en: `Cannot run the query: the column ${shown(name)} is written without quotes.`,
      zh: `无法执行查询：列 ${shown(name)} 没有加双引号。`,
    },
    place: place ?? {},
    hint: {
      en: `Names with a point stand in double quotes: "${name}".`,
      zh: `含点号的列名要加双引号："${name}"。`,
    },
  }),

  twiceTheSameColumn: (
    name: string,
    place: QueryPlace | undefined,
  ): Problem<"sql/duplicate-column"> => ({
    code: "sql/duplicate-column",
    message: {
      en: `Cannot run the query: two columns of its result are called ${shown(name)}.`,
      zh: `无法执行查询：结果中有两列都叫 ${shown(name)}。`,
    },
    place: place ?? {},
    hint: {
      en: "Give one of them another name by AS.",
      zh: "请用 AS 为其中一列另取名称。",
    },
  }),

  refused: (detail: string, place: QueryPlace | undefined): Problem<"sql/refused"> => ({
    code: "sql/refused",
    message: {
      en: `Cannot run the query: ${detail}.`,
      zh: `无法执行查询：${detail}。`,
    },
    place: place ?? {},
    hint: {
      en: "Change that part of the query. CAST(x AS DOUBLE) or CAST(x AS VARCHAR) changes a type.",
      zh: "请修改查询的相应部分；可用 CAST(x AS DOUBLE) 或 CAST(x AS VARCHAR) 转换类型。",
    },
  }),
};

function nearby(similar: readonly string[], otherwise: Text): Text {
  return similar.length === 0 ? otherwise : {
    en: `Did you mean ${nameList(similar).en}?`,
    zh: `是否想用 ${nameList(similar).zh}？`,
  };
}

/** A part of the query, cut where it is long. */
function shown(text: string): string {
  return nameList([/^\s$/u.test(text) ? `U+${code(text)}` : text.replaceAll(/\s+/gu, " ")]).en;
}

function code(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}

function characterHint(character: string): Text {
  if (character === "`" || character === "[") {
    return { en: 'Write names with blanks as "name".', zh: '含空格的名称请写作 "名称"。' };
  }
  if (/[，；（）。＝＇＂‘’“”　\u00a0]/u.test(character)) {
    return {
      en: "Write it as the plain sign of the English keyboard.",
      zh: "请改用英文半角符号。",
    };
  }
  return {
    en: "Take it out, or put it into a text: 'text'.",
    zh: "请删除它，或放入文本：'text'。",
  };
}
