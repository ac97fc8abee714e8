import { nameList } from "../../name_list.ts";
import type { Problem } from "../../problem.ts";

/** What can be wrong with a request for rows. */
export const pagingProblem = {
  noSuchColumn: (
    column: string,
    columns: readonly string[],
  ): Problem<"table/no-such-column"> => ({
    code: "table/no-such-column",
    message: {
      en: `Cannot show the rows: the table has no column ${nameList([column]).en}.`,
      zh: `无法显示数据行：表中没有名为 ${nameList([column]).zh} 的列。`,
    },
    place: {},
    hint: {
      en: `Choose from its columns: ${nameList(columns).en}.`,
      zh: `请从已有的列中选择：${nameList(columns).zh}。`,
    },
  }),

  tooLarge: (
    columns: number,
    rows: number,
    limit: number,
  ): Problem<"table/page-too-large"> => ({
    code: "table/page-too-large",
    message: {
      en: `Cannot give ${rows} rows of ${columns} columns at once: that is over ${limit} cells.`,
      zh: `无法一次返回 ${rows} 行 × ${columns} 列：超过了 ${limit} 个单元格的上限。`,
    },
    place: {},
    hint: {
      en: "Ask for fewer rows with `limit`, or name the columns that you need with `columns`.",
      zh: "请用 `limit` 减少行数，或用 `columns` 只指定所需的列。",
    },
  }),

  notANumber: (column: string, value: string): Problem<"table/filter-not-a-number"> => ({
    code: "table/filter-not-a-number",
    message: {
      en: `Cannot filter the column ${nameList([column]).en}: ${
        nameList([value]).en
      } is no number.`,
      zh: `无法筛选列 ${nameList([column]).zh}：${nameList([value]).zh} 不是数字。`,
    },
    place: {},
    hint: {
      en: "Compare the column with a number, such as 0.5 or 2e6.",
      zh: "请用数字与该列比较，例如 0.5 或 2e6。",
    },
  }),
};
