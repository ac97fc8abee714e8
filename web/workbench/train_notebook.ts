import type { ImportCellParams } from "./import_params.ts";

/**
 * The plainest way from a table to a model: import, clean, impute, train, evaluate, all with their defaults.
 *
 * @param params What the import cell is told, the file with it.
 */
export function trainNotebook(params: ImportCellParams, title = ""): unknown {
  return {
    format: 1,
    title: withoutEnding(title),
    cells: [
      { id: "import", kind: "import", params },
      { id: "clean", kind: "drop-constant", params: {} },
      { id: "impute", kind: "impute", params: {} },
      { id: "train", kind: "train", params: {} },
      { id: "evaluate", kind: "evaluate", params: {} },
    ],
  };
}

/** A notebook that has a table, and nothing else yet. */
export function importNotebook(params: ImportCellParams, title = ""): unknown {
  return {
    format: 1,
    title: withoutEnding(title),
    cells: [{ id: "import", kind: "import", params }],
  };
}

/** A file's name without what says its format. */
export function withoutEnding(name: string): string {
  return name.replace(/(?<=.)\.(csv|tsv|txt|parquet)$/i, "");
}
