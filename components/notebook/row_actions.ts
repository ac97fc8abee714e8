import { problemOf } from "@/islands/api.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import { addSubset, type RowChoice } from "@/islands/notebook/subset_edit.ts";
import { numbersWhere } from "@/islands/table_rows.ts";
import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import { printRowRanges } from "@/pipeline/table/row_ranges.ts";
import type { ConfusionCell } from "../figures/drawable.ts";
import type { FigureActions } from "../figures/figure_actions.ts";
import type { QueryAction } from "../table/query_action.ts";
import { rowsTexts } from "../texts_rows.ts";

type Shown = Pick<CellResult, "figures" | "tables">;

/** What can be done with the rows behind the figures of a cell. */
export function rowActions(open: OpenNotebook, cell: string, { tables }: Shown): FigureActions {
  return {
    hasTable: (table) => tables.some(({ name }) => name === table),
    showRows: (table, filter) => open.showTable(cell, table, filter),
    addSubset: (choice) => addSubsetBelow(open, cell, choice),
  };
}

/** Opens the rows behind a cell of a confusion matrix; undefined where the result does not have them. */
export function confusionAction(
  open: OpenNotebook,
  cell: string,
  { figures, tables }: Shown,
): ((confused: ConfusionCell) => void) | undefined {
  const rows = figures.find((figure) => figure.type === "confusion")?.rows;
  if (rows === undefined || !tables.some(({ name }) => name === rows.table)) return undefined;
  return ({ truth, diagnosed }) =>
    open.showTable(cell, rows.table, [
      { column: rows.truth, op: "is", value: truth },
      { column: rows.diagnosis, op: "is", value: diagnosed },
    ]);
}

/** Makes a cell of the rows that a query leaves, for tables whose rows say where they stand in the raw table. */
export function queryAction(
  open: OpenNotebook,
  cell: string,
  { figures, tables }: Shown,
  table: string,
): QueryAction | undefined {
  const column = figures.flatMap((figure) => {
    if (figure.type === "confusion" && figure.rows?.table === table) return [figure.rows.row];
    if (figure.type !== "map" || figure.table.isOfInput === false) return [];
    return figure.table.name === table ? [figure.table.column] : [];
  })[0];
  if (column === undefined) return undefined;
  const place = tables.findIndex(({ name }) => name === table);
  return {
    label: rowsTexts.makeSubset,
    act: (query) => {
      numbersWhere({ notebook: open.id, cell, table: place }, column, query).then(
        (numbers) => addSubsetBelow(open, cell, { mode: "keep", rows: printRowRanges(numbers) }),
        (error: unknown) => open.message.value = { kind: "problem", problem: problemOf(error) },
      );
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
