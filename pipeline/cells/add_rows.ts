import { z } from "zod";
import { defineCell } from "./cell_kind.ts";
import { rowsSchema } from "./prepared_value.ts";
import { fileReferenceSchema } from "./value.ts";

const rowNumber = z.int().min(1);

const params = z.strictObject({
  /** The raw table that a model learnt from. */
  base: rowsSchema,
  /** The result of a diagnosis with details, and the features of its rows. */
  result: fileReferenceSchema,
  features: fileReferenceSchema,
  /** Which of its rows are added: a group of unknown ones, or some of them, as numbers from 1. */
  group: z.int(),
  rows: z.array(rowNumber).nullable(),
  /** The class that they are. */
  label: z.string(),
  /** Names the diagnosis in the ids and groups of the new rows. */
  source: z.string(),
  /** Which rows of the diagnosis belong together; none = all that are added. */
  incidents: z.array(z.strictObject({
    group: z.string(),
    firstRow: rowNumber,
    rows: z.int(),
  })),
});

/** The params of {@linkcode addRows}. */
export type AddRowsParams = z.infer<typeof params>;

/** Not a cell of notebooks: a training table with rows of a diagnosis at its end. */
export const addRows = defineCell({
  kind: "add-rows",
  version: 1,
  group: "data",
  title: { en: "Add rows of a diagnosis", zh: "加入诊断中的数据行" },
  summary: { en: "A table with more rows.", zh: "增加数据行后的表格。" },
  params,
  takes: {},
  gives: {},
  cost: "cheap",
  filesUsed: ({ base, result, features }) => [base.file, result, features],

  run: async (...work) => await (await import("./add_rows_run.ts")).runAddRows(...work),
});
