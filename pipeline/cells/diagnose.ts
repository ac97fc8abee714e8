import { z } from "zod";
import { errorRates } from "../diagnosis/verdict.ts";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";
import { dialectParams } from "./dialect_params.ts";
import { tableFileSchema } from "./table_file.ts";

const params = z.strictObject({
  file: tableFileSchema.nullable().default(null).meta(
    {
      label: { en: "Rows to diagnose", zh: "待诊断的数据" },
      help: {
        en: "A table with the model's features; empty: the rows that were held out.",
        zh: "包含模型所需特征的数据表；留空则使用留出的数据行。",
      },
      file: "table",
    } satisfies ParamMeta,
  ),
  id: z.string().nullable().default(null).meta(
    {
      label: { en: "Id column", zh: "编号列" },
      help: {
        en: "Names the rows in the result; empty: as in training, else their numbers.",
        zh: "在结果中标识各行；留空则与训练时相同，否则使用行号。",
      },
      columns: "any",
    } satisfies ParamMeta,
  ),
  errorRate: z.number().min(errorRates.least).max(errorRates.most).default(errorRates.usual).meta(
    {
      label: { en: "Error rate", zh: "错误率" },
      help: {
        en:
          "The share of wrong answers you accept: the smaller, the more classes stay possible for a row, and the fewer rows are called unknown.",
        zh: "可接受的错误比例：越小，每行可能的类别越多，被判为未知故障的行越少。",
      },
    } satisfies ParamMeta,
  ),
  language: z.enum(["en", "zh"]).default("en").meta(
    {
      label: { en: "Language of the warnings", zh: "警告的语言" },
      help: { en: "In the result's last column.", zh: "用于结果的最后一列。" },
      options: { en: { en: "English", zh: "英文" }, zh: { en: "Chinese", zh: "中文" } },
    } satisfies ParamMeta,
  ),
  ...dialectParams,
});

/** The params of {@linkcode diagnose}. */
export type DiagnoseParams = z.infer<typeof params>;

/** Applies the model file to rows: for each the fault, its probability and the runner-up. */
export const diagnose = defineCell({
  kind: "diagnose",
  version: 5,
  group: "diagnose",
  title: { en: "Diagnose", zh: "诊断" },
  summary: {
    en: "For each row the fault, its probability, the runner-up and warnings.",
    zh: "给出每一行的故障、概率、次选故障与警告。",
  },
  params,
  takes: { model: "model", table: "prepared" },
  gives: { diagnosis: "diagnosis" },
  cost: "cheap",
  filesUsed: ({ file }) => file === null ? [] : [file.content],

  run: async (...work) => await (await import("./diagnose_run.ts")).runDiagnose(...work),
});
