import { HealerError } from "../problem.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import { counted, countText } from "./number_text.ts";
import { type Prepared, type PreparedColumn, preparedInput } from "./prepared_value.ts";
import { type RenameColumnsParams, renamedColumns } from "./rename_columns.ts";
import { renameProblem } from "./rename_problems.ts";
import { keepFrame, readStored } from "./stored_table.ts";

/** See {@linkcode renameColumns}. */
export async function runRenameColumns(
  inputs: CellInputs,
  { renames }: RenameColumnsParams,
  context: CellContext,
): Promise<CellOutput> {
  const prepared = preparedInput(inputs);
  const [step] = prepared.steps;
  if (step !== undefined) throw new HealerError(renameProblem.behindSteps(step.step));
  const columns = renamedColumns(prepared.columns, renames);
  context.progress(0.2);
  const value = renames.length === 0 ? prepared : await renamed(prepared, columns, context);
  context.progress(1);
  return {
    summary: {
      en: `${counted(renames.length, "column")} of ${countText(columns.length)} renamed`,
      zh: `${countText(columns.length)} 列中重命名了 ${countText(renames.length)} 列`,
    },
    figures: [],
    tables: [{
      name: "rows",
      title: { en: "Rows", zh: "数据行" },
      file: value.table,
      rows: value.rows,
      columns: columns.map(({ name, type }) => ({ name, type })),
    }],
    values: { table: value },
  };
}

async function renamed(
  prepared: Prepared,
  columns: PreparedColumn[],
  context: CellContext,
): Promise<Prepared> {
  const frame = await readStored(prepared.table, prepared.columns, context);
  context.progress(0.6);
  frame.columns = columns.map(({ name }) => name);
  const table = await keepFrame(frame, context);
  const { rows, preview } = prepared;
  return { ...prepared, table, columns, preview: { ...preview, file: table, rows, columns } };
}
