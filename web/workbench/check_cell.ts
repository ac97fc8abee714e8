import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { notebookFormat } from "@/pipeline/kernel/migrations.ts";
import { checkNotebook } from "@/pipeline/kernel/notebook.ts";
import type { Problem } from "@/pipeline/problem.ts";

/**
 * What keeps a cell from running, whatever stands around it; null where nothing does.
 *
 * @throws {HealerError} `notebook/…` where it is no cell
 */
export function checkCell(cell: unknown, kinds: ReadonlyMap<string, CellKind>): Problem | null {
  const document = { format: notebookFormat, title: "", cells: [cell] };
  return checkNotebook(document, kinds).problems[0] ?? null;
}
