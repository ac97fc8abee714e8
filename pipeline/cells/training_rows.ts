import type pl from "nodejs-polars";
import { toTrainingTable, type TrainingTable } from "../model/training_table.ts";
import { HealerError } from "../problem.ts";
import type { CellContext } from "./cell_kind.ts";
import { labelledRows } from "./label_rows.ts";
import { columnWithRole, type Prepared } from "./prepared_value.ts";
import { cellProblem } from "./problems.ts";
import { readRowNumbers } from "./row_numbers.ts";
import { readStored, takeFrameRows } from "./stored_table.ts";

/** Rows that train, and where they are from. */
export interface TrainingRows {
  readonly table: TrainingTable;
  /** The raw rows of the table, as many and in the same order. */
  readonly raw: pl.DataFrame;
  /** Where each stands in the raw table, from 0. */
  readonly rowNumbers: Int32Array;
}

/**
 * The raw rows that train, before any step: those of the split where there is one, else all with a label.
 *
 * @throws {HealerError} where there is no label column, or its cells are no labels
 */
export async function readTrainingRows(
  prepared: Prepared,
  context: CellContext,
): Promise<TrainingRows> {
  const { columns, source, quarantined, split } = prepared;
  const label = columnWithRole(columns, "label");
  if (label === null) {
    throw new HealerError(cellProblem.noLabel({ en: "train", zh: "训练" }));
  }
  const frame = await readStored(prepared.table, columns, context);
  const wanted = split === null ? null : await readRowNumbers(split.train, context);
  const rows = wanted === null ? frame : takeFrameRows(frame, wanted);
  const numbers = wanted === null ? {} : { rowNumbers: wanted.map((row) => row + 1) };
  const table = toTrainingTable(rows, { columns, source, quarantined, ...numbers });
  const labelled = labelledRows(rows, label);
  return {
    table,
    raw: labelled.length === rows.height ? rows : takeFrameRows(rows, labelled),
    rowNumbers: wanted === null ? labelled : labelled.map((row) => wanted[row]!),
  };
}
