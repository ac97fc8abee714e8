import type { TableFile } from "@/pipeline/cells/table_file.ts";

/** The plainest way from a table to a model: import, clean, impute, train, evaluate, all with their defaults. */
export function trainNotebook(file: TableFile): unknown {
  return {
    format: 1,
    title: withoutEnding(file.name),
    cells: [
      { id: "import", kind: "import", params: { file } },
      { id: "clean", kind: "drop-constant", params: {} },
      { id: "impute", kind: "impute", params: {} },
      { id: "train", kind: "train", params: {} },
      { id: "evaluate", kind: "evaluate", params: {} },
    ],
  };
}

/** A file's name without what says its format. */
export function withoutEnding(name: string): string {
  return name.replace(/(?<=.)\.(csv|tsv|txt|parquet)$/i, "");
}
