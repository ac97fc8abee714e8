import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { defineCell } from "./cell_kind.ts";

const name = z.string().min(1).max(10_000);

const params = z.strictObject({
  renames: z.array(z.strictObject({ from: name, to: name })).max(100_000).default([]).meta(
    {
      label: { en: "New names", zh: "新名称" },
      help: {
        en: 'Each column that gets another name: [{ "from": "cpu_usr", "to": "cpu_user" }].',
        zh: '需要改名的列：[{ "from": "cpu_usr", "to": "cpu_user" }]。',
      },
    } satisfies ParamMeta,
  ),
});

/** The params of {@linkcode renameColumns}. */
export type RenameColumnsParams = z.infer<typeof params>;

/** Gives columns other names, so that a table suits what was built on another one. */
export const renameColumns = defineCell({
  kind: "rename-columns",
  version: 1,
  group: "data",
  title: { en: "Rename columns", zh: "重命名列" },
  summary: {
    en: "Gives columns other names, so that a table suits what was built on another.",
    zh: "为列更换名称，使数据表适合在其他表上构建的流程。",
  },
  params,
  takes: { table: "prepared" },
  gives: { table: "prepared" },
  cost: "cheap",

  run: async (...work) => await (await import("./rename_columns_run.ts")).runRenameColumns(...work),
});
