import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";
import { dialectParams } from "./dialect_params.ts";
import { tableFileSchema } from "./table_file.ts";
import { typeParams } from "./type_params.ts";

const params = z.strictObject({
  file: tableFileSchema.nullable().default(null).meta(
    {
      label: { en: "File", zh: "文件" },
      help: {
        en: "A CSV, TSV or Parquet file: one row a moment or an incident, one column a KPI.",
        zh: "CSV、TSV 或 Parquet 文件：每行一个时刻或一次事件，每列一个指标。",
      },
      file: "table",
    } satisfies ParamMeta,
  ),
  label: z.string().nullable().default(null).meta(
    {
      label: { en: "Label column", zh: "标签列" },
      help: { en: "Names the fault; empty: guess.", zh: "记录故障名称的列；留空则自动判断。" },
      columns: "any",
    } satisfies ParamMeta,
  ),
  group: z.string().nullable().default(null).meta(
    {
      label: { en: "Group column", zh: "分组列" },
      help: {
        en: "Rows of one group, such as an incident, stay together in every split; empty: guess.",
        zh: "同一组（例如同一次事件）的行在任何划分中都不会分开；留空则自动判断。",
      },
      columns: "any",
    } satisfies ParamMeta,
  ),
  time: z.string().nullable().default(null).meta(
    {
      label: { en: "Time column", zh: "时间列" },
      help: { en: "The moment of the row; empty: guess.", zh: "该行的时刻；留空则自动判断。" },
      columns: "any",
    } satisfies ParamMeta,
  ),
  id: z.string().nullable().default(null).meta(
    {
      label: { en: "Id column", zh: "编号列" },
      help: {
        en: "Names the row in results; empty: guess.",
        zh: "在结果中标识该行；留空则自动判断。",
      },
      columns: "any",
    } satisfies ParamMeta,
  ),
  features: z.array(z.string()).default([]).meta(
    {
      label: { en: "Features", zh: "特征列" },
      help: {
        en: "Columns that are features whatever they look like.",
        zh: "无论看起来像什么都作为特征的列。",
      },
      columns: "any",
    } satisfies ParamMeta,
  ),
  ignore: z.array(z.string()).default([]).meta(
    {
      label: { en: "Ignored columns", zh: "忽略的列" },
      help: { en: "Columns nothing is learnt from.", zh: "不参与学习的列。" },
      columns: "any",
    } satisfies ParamMeta,
  ),
  badCells: z.enum(["quarantine", "hole"]).default("quarantine").meta(
    {
      label: { en: "Cells that cannot be read", zh: "无法读取的单元格" },
      help: {
        en: "What a cell does that does not fit the type of its column.",
        zh: "单元格与所在列的类型不符时如何处理。",
      },
      options: {
        quarantine: { en: "Quarantine the row", zh: "隔离该行" },
        hole: { en: "Count as missing", zh: "按缺失处理" },
      },
    } satisfies ParamMeta,
  ),
  ...typeParams,
  ...dialectParams,
});

/** The params of {@linkcode importFile}. */
export type ImportParams = z.infer<typeof params>;

/** Reads a table from a file, guesses the roles of its columns and shows what it holds. */
export const importFile = defineCell({
  kind: "import",
  version: 2,
  group: "data",
  title: { en: "Import", zh: "导入" },
  summary: {
    en: "Reads a table from a CSV or Parquet file and shows what it holds.",
    zh: "从 CSV 或 Parquet 文件读取数据表，并展示其内容概况。",
  },
  params,
  takes: {},
  gives: { table: "prepared" },
  cost: "cheap",
  filesUsed: ({ file }) => file === null ? [] : [file.content],

  run: async (...work) => await (await import("./import_run.ts")).runImport(...work),
});
