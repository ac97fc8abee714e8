import { problemOf } from "@/islands/api.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import { addSubset, type RowChoice } from "@/islands/notebook/subset_edit.ts";
import { numbersWhere } from "@/islands/table_rows.ts";
import type { CellTable } from "@/pipeline/cells/cell_kind.ts";
import { printRowRanges } from "@/pipeline/table/row_ranges.ts";
import type { FigureActions } from "../figures/figure_actions.ts";

/** What can be done with the rows behind the figures of a cell. */
export function rowActions(
  open: OpenNotebook,
  cell: string,
  tables: readonly CellTable[],
): FigureActions {
  return {
    hasTable: (table) => tables.some(({ name }) => name === table),
    addSubset: (choice) => addSubsetBelow(open, cell, choice),
    addSubsetWhere: async (table, column, filter) => {
      const place = tables.findIndex(({ name }) => name === table);
      try {
        const of = { notebook: open.id, cell, table: place };
        const rows = printRowRanges(await numbersWhere(of, column, filter));
        if (rows !== "") addSubsetBelow(open, cell, { mode: "keep", rows });
      } catch (error) {
        open.message.value = { kind: "problem", problem: problemOf(error) };
      }
    },
  };
}

/** Adds the cell, lets it run, and brings it into sight. */
function addSubsetBelow(open: OpenNotebook, cell: string, choice: RowChoice): void {
  const added = addSubset(open.notebook.value, open.kinds, cell, choice);
  if (added === undefined) return;
  open.edit(() => added.notebook, `subset ${added.id}`);
  void open.runCells([added.id]);
  requestAnimationFrame(() => {
    const element = document.getElementById(added.id);
    element?.scrollIntoView({ block: "nearest" });
    element?.focus();
  });
}
