import { z } from "zod";
import { closestNames } from "../closest_names.ts";
import type { ParamMeta } from "../param_meta.ts";
import { HealerError } from "../problem.ts";
import { defineCell } from "./cell_kind.ts";
import { renameProblem } from "./rename_problems.ts";

const name = z.string().min(1).max(10_000);

const params = z.strictObject({
  renames: z.array(z.strictObject({ from: name, to: name })).max(100_000).default([]).meta(
    {
      label: { en: "New names", zh: "新名称" },
      help: {
        en: "Each column that gets another name, and that name.",
        zh: "需要改名的列及其新名称。",
      },
      renames: true,
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

/**
 * Columns by their new names.
 *
 * @throws {HealerError} `cells/no-column-to-rename`, `cells/name-taken`
 */
export function renamedColumns<Column extends { readonly name: string }>(
  columns: readonly Column[],
  renames: RenameColumnsParams["renames"],
): Column[] {
  const names = columns.map(({ name }) => name);
  const to = new Map(renames.map((rename) => [rename.from, rename.to]));
  for (const from of to.keys()) {
    if (names.includes(from)) continue;
    throw new HealerError(renameProblem.noSuchColumn(from, closestNames(from, names, 3)));
  }
  const taken = new Set<string>();
  return columns.map((column) => {
    const name = to.get(column.name) ?? column.name;
    if (taken.has(name)) throw new HealerError(renameProblem.nameTaken(name));
    taken.add(name);
    return { ...column, name };
  });
}
