import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";
import { parseRowRanges } from "../table/row_ranges.ts";

const comparison = z.strictObject({
  column: z.string().min(1),
  op: z.enum(["is", "is-not", "contains", "at-least", "at-most"]),
  value: z.union([z.string(), z.number(), z.boolean()]),
});

const presence = z.strictObject({
  column: z.string().min(1),
  op: z.enum(["missing", "present"]),
});

const rangesText = z.string().max(2_000_000).superRefine((text, refinement) => {
  const ranges = parseRowRanges(text);
  if (!("part" in ranges)) return;
  refinement.addIssue({
    code: "custom",
    params: {
      allowed: {
        en: `row numbers from 1 such as 1-20,35; "${ranges.part}" is none`,
        zh: `从 1 开始的行号，例如 1-20,35；“${ranges.part}”不是行号`,
      },
    },
  });
});

const params = z.strictObject({
  mode: z.enum(["keep", "drop"]).default("keep").meta(
    {
      label: { en: "The rows chosen", zh: "所选的行" },
      help: {
        en: "Whether they are what is left, or what is left out.",
        zh: "保留所选的行，还是剔除它们。",
      },
      options: {
        keep: { en: "Keep", zh: "保留" },
        drop: { en: "Leave out", zh: "剔除" },
      },
    } satisfies ParamMeta,
  ),
  rows: rangesText.default("").meta(
    {
      label: { en: "Row numbers", zh: "行号" },
      help: {
        en: "Rows of the table, counted from 1, such as 1-20,35; empty: any.",
        zh: "表中的行，从 1 开始计数，例如 1-20,35；留空表示不限。",
      },
      multiline: true,
    } satisfies ParamMeta,
  ),
  where: z.array(z.union([comparison, presence])).max(50).default([]).meta(
    {
      label: { en: "Conditions", zh: "条件" },
      help: {
        en: "What the rows must meet, all of it; empty: anything.",
        zh: "行必须同时满足的条件；留空表示不限。",
      },
      conditions: true,
    } satisfies ParamMeta,
  ),
});

/** The params of {@linkcode subset}. */
export type SubsetParams = z.infer<typeof params>;

/** Some rows of a table, by their numbers, by conditions, or by both: a new table with the recipe of the old one. */
export const subset = defineCell({
  kind: "subset",
  version: 1,
  group: "data",
  title: { en: "Choose rows", zh: "选取数据行" },
  summary: {
    en: "Keeps or leaves out rows, by their numbers or by conditions.",
    zh: "按行号或条件保留或剔除数据行。",
  },
  params,
  takes: { table: "prepared" },
  gives: { table: "prepared" },
  cost: "cheap",

  run: async (...work) => await (await import("./subset_run.ts")).runSubset(...work),
});
