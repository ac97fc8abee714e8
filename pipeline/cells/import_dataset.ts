import { defineCell } from "./cell_kind.ts";
import { importFile } from "./import.ts";

/**
 * Not a cell of notebooks: gives what the import cell with the same params gives, and one file more, a
 * `TableReport` as JSON.
 */
export const importDataset = defineCell({
  ...importFile,
  kind: "import-dataset",
  version: 1,

  run: async (...work) => await (await import("./import_run.ts")).runDatasetImport(...work),
});
