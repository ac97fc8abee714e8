import { addRows } from "./add_rows.ts";
import { bringModel } from "./bring_model.ts";
import type { CellKind } from "./cell_kind.ts";
import { importDataset } from "./import_dataset.ts";
import { previewTable } from "./preview_table.ts";
import { cellKinds as notebookKinds } from "./registry.ts";

/** What the kernel that belongs to no notebook can do: the work of cells, and what makes and brings in tables and models. */
export const cellKinds: readonly CellKind[] = [
  ...notebookKinds,
  previewTable,
  importDataset,
  bringModel,
  addRows,
];
