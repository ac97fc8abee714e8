import { defineCell } from "./cell_kind.ts";
import { importFile } from "./import.ts";

/**
 * Not a cell of notebooks: what the import cell with the same params would make of a file, from its first rows.
 * Gives one file, a `TablePreview` as JSON.
 */
export const previewTable = defineCell({
  ...importFile,
  kind: "preview-table",
  version: 1,
  title: { en: "Preview of a table", zh: "数据表预览" },
  gives: {},

  run: async (...work) => await (await import("./preview_table_run.ts")).runPreview(...work),
});
