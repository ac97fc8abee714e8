import { toTrainingTable, type TrainingTable } from "../model/training_table.ts";
import { HealerError } from "../problem.ts";
import type { CellContext } from "./cell_kind.ts";
import { columnWithRole, type Prepared } from "./prepared_value.ts";
import { cellProblem } from "./problems.ts";
import { readRowNumbers } from "./row_numbers.ts";
import { readStored, takeFrameRows } from "./stored_table.ts";

/**
 * The raw rows that train, before any step: those of the split where there is one, else all with a label.
 *
 * @throws {HealerError} where there is no label column, or its cells are no labels
 */
export async function readTrainingRows(
  prepared: Prepared,
  context: CellContext,
): Promise<TrainingTable> {
  const { columns, source, quarantined, split } = prepared;
  if (columnWithRole(columns, "label") === null) {
    throw new HealerError(cellProblem.noLabel({ en: "train", zh: "训练" }));
  }
  const frame = await readStored(prepared.table, columns, context);
  const rows = split === null
    ? frame
    : takeFrameRows(frame, await readRowNumbers(split.train, context));
  return toTrainingTable(rows, { columns, source, quarantined });
}
