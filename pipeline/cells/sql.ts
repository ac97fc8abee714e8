import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";

/** The names of the tables in a query, which are those of the inputs. */
export const sqlTables = ["a", "b", "c"] as const;

const params = z.strictObject({
  query: z.string().max(20_000).default("SELECT *\nFROM a").meta(
    {
      label: { en: "Query", zh: "查询" },
      help: {
        en:
          "One SELECT over the tables a, b and c of the inputs. Names with blanks, points or capitals stand in " +
          "double quotes: \"my column\". Times are texts: strptime(time, '%Y-%m-%d %H:%M:%S').",
        zh: '一条 SELECT 语句，数据表为输入的 a、b、c。含空格、点号的列名加双引号，例如 "列 名"。' +
          "时间列是文本，可用 strptime(time, '%Y-%m-%d %H:%M:%S') 转换。",
      },
      code: "sql",
    } satisfies ParamMeta,
  ),
});

/** The params of {@linkcode sql}. */
export type SqlParams = z.infer<typeof params>;

/**
 * A query over tables, diagnoses and evaluations, whose result is a new raw table. The query reads its inputs and
 * nothing else: it is checked before Polars sees it.
 */
export const sql = defineCell({
  kind: "sql",
  version: 1,
  group: "data",
  title: { en: "SQL query", zh: "SQL 查询" },
  summary: {
    en: "Chooses, joins and groups rows of up to three tables by SQL.",
    zh: "用 SQL 对最多三张数据表进行选取、连接与分组。",
  },
  params,
  takes: { a: "table", b: "table", c: "table" },
  optional: ["b", "c"],
  gives: { table: "prepared" },
  recipe: "replaces",
  // It runs when asked: a query that is half typed is no query.
  cost: "costly",

  run: async (...work) => await (await import("./sql_run.ts")).runSql(...work),
});
