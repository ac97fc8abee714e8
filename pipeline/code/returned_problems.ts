import { nameList } from "../name_list.ts";
import type { Problem, Text } from "../problem.ts";
import type { ColumnKind, SizeLimit } from "./failure.ts";
import { codeLimits } from "./limits.ts";

const param = "source";

const kindNames: Readonly<Record<ColumnKind, Text>> = {
  number: { en: "numbers", zh: "数值" },
  text: { en: "texts", zh: "文本" },
  boolean: { en: "booleans", zh: "布尔值" },
  time: { en: "times", zh: "时间" },
};

const sizeNames: Readonly<Record<SizeLimit, (count: string) => Text>> = {
  rows: (count) => ({ en: `${count} rows`, zh: `${count} 行` }),
  columns: (count) => ({ en: `${count} columns`, zh: `${count} 列` }),
  cells: (count) => ({
    en: `${count} cells (rows times columns)`,
    zh: `${count} 个单元格（行数×列数）`,
  }),
  textBytes: (count) => ({ en: `${count} bytes of text`, zh: `${count} 字节文本` }),
  figures: (count) => ({ en: `${count} figures`, zh: `${count} 个图形` }),
  figureBytes: (count) => ({ en: `${count} bytes of figures`, zh: `${count} 字节图形数据` }),
};

const returnHint: Text = {
  en: "Return an arquero table, an array of objects, a figure of Plot.plot(…), " +
    "{ table, figures }, or nothing.",
  zh: "请返回 arquero 表、对象数组、Plot.plot(…) 的图形、{ table, figures }，或不返回任何值。",
};

/** What can be wrong with what the code of a cell returns. */
export const returnedProblem = {
  returned: (given: string): Problem<"code/returned"> => ({
    code: "code/returned",
    message: {
      en: `Cannot use what the code returns: it is ${given}.`,
      zh: `无法使用代码的返回值：它是 ${given}。`,
    },
    place: { param },
    hint: returnHint,
  }),

  noRows: (): Problem<"code/no-rows"> => ({
    code: "code/no-rows",
    message: {
      en: "Cannot use the table that the code returns: it has no rows or no columns.",
      zh: "无法使用代码返回的表：它没有行或没有列。",
    },
    place: { param },
    hint: {
      en: "Check the filters in the code, or return nothing where there is nothing to show.",
      zh: "请检查代码中的筛选条件；没有内容时可不返回任何值。",
    },
  }),

  cell: (column: string, row: number, held: string): Problem<"code/cell"> => ({
    code: "code/cell",
    message: {
      en: `Cannot use the column ${nameList([column]).en} that the code returns: ` +
        `row ${row} holds a value of type ${held}.`,
      zh: `无法使用代码返回的列 ${nameList([column]).zh}：第 ${row} 行的值类型为 ${held}。`,
    },
    place: { param },
    hint: held === "Date"
      ? {
        en: "Times reach from the year 1 to 9999.",
        zh: "时间范围为公元 1 年至 9999 年。",
      }
      : held === "BigInt"
      ? {
        en: "It is too large for a number: return it as a text, with String(…).",
        zh: "它超出了数值的范围：请用 String(…) 转成文本返回。",
      }
      : {
        en: "Cells are numbers, texts, booleans or Dates; JSON.stringify makes a text of others.",
        zh: "单元格只能是数值、文本、布尔值或 Date；其他值可用 JSON.stringify 转成文本。",
      },
  }),

  mixed: (
    column: string,
    row: number,
    type: ColumnKind,
    other: ColumnKind,
  ): Problem<"code/mixed"> => ({
    code: "code/mixed",
    message: {
      en: `Cannot use the column ${nameList([column]).en} that the code returns: it begins with ` +
        `${kindNames[type].en}, but row ${row} is of ${kindNames[other].en}.`,
      zh: `无法使用代码返回的列 ${nameList([column]).zh}：开头是${
        kindNames[type].zh
      }，第 ${row} 行却是${kindNames[other].zh}。`,
    },
    place: { param },
    hint: {
      en: "Make them one type, with Number(…) or String(…); null is a hole in any column.",
      zh: "请用 Number(…) 或 String(…) 统一类型；null 在任何列中都表示缺失。",
    },
  }),

  lengths: (column: string, rows: number, others: number): Problem<"code/lengths"> => ({
    code: "code/lengths",
    message: {
      en: `Cannot use the table that the code returns: the column ${nameList([column]).en} has ` +
        `${rows} rows, the table ${others}.`,
      zh: `无法使用代码返回的表：列 ${nameList([column]).zh} 有 ${rows} 行，而表有 ${others} 行。`,
    },
    place: { param },
    hint: {
      en: "Give every column as many rows as the first.",
      zh: "请让每一列的行数与第一列相同。",
    },
  }),

  columnName: (
    how: "empty" | "repeated" | "long",
    name: string,
  ): Problem<"code/column-name"> => ({
    code: "code/column-name",
    message: {
      empty: {
        en: "Cannot use the table that the code returns: a column has no name.",
        zh: "无法使用代码返回的表：有一列没有名称。",
      },
      repeated: {
        en: `Cannot use the table that the code returns: two columns are called ${
          nameList([name]).en
        }.`,
        zh: `无法使用代码返回的表：有两列都叫 ${nameList([name]).zh}。`,
      },
      long: {
        en: `Cannot use the table that the code returns: a name is longer than ` +
          `${codeLimits.nameLength} characters.`,
        zh: `无法使用代码返回的表：有列名超过 ${codeLimits.nameLength} 个字符。`,
      },
    }[how],
    place: { param },
    hint: {
      en: "Give every column a name of its own, with rename(…) for example.",
      zh: "请给每一列各自的名称，例如使用 rename(…)。",
    },
  }),

  size: (of: SizeLimit, count: number): Problem<"code/size"> => ({
    code: "code/size",
    message: {
      en: `Cannot take what the code returns: ${sizeNames[of](grouped(count)).en}, ` +
        `and ${grouped(codeLimits[of])} is the limit.`,
      zh: `无法接收代码的返回值：共 ${sizeNames[of](grouped(count)).zh}，上限为 ${
        grouped(codeLimits[of])
      }。`,
    },
    place: { param },
    hint: {
      en: "Return less: filter, sample or aggregate first.",
      zh: "请减少返回内容：先筛选、抽样或汇总。",
    },
  }),
};

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
