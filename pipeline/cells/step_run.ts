import { z } from "zod";
import { modelProblem } from "../model/problems.ts";
import { HealerError } from "../problem.ts";
import { partOf } from "../run_context.ts";
import type { ColumnStep } from "../steps/column_step.ts";
import type { RowStep } from "../steps/row_step.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import { usableLabels } from "./label_rows.ts";
import { type Prepared, preparedInput } from "./prepared_value.ts";
import { applyStep, keepPreview, type PreviewRows, readPreview } from "./preview.ts";
import { stepEffect } from "./step_effect.ts";
import { stepFigures, stepTables } from "./step_pictures.ts";
import { stepSummary } from "./step_summary.ts";

const recordSchema = z.record(z.string(), z.unknown());

/** See {@linkcode stepCell}. */
export async function runStep(
  step: ColumnStep | RowStep,
  inputs: CellInputs,
  given: unknown,
  context: CellContext,
): Promise<CellOutput> {
  const prepared = preparedInput(inputs);
  const params = recordSchema.parse(given);
  const before = await readPreview(prepared, context);
  if (before.matrix.names.length === 0) {
    throw new HealerError(modelProblem.noFeatures(undefined));
  }
  const applied = applyStep(step, params, before, partOf(context, 0.1, 0.7));
  const comparing = partOf(context, 0.7, 0.9);
  const effect = stepEffect(
    applied.before,
    applied.after,
    (fraction) => comparing.progress(fraction),
  );
  const figures = stepFigures(applied, effect, labelsOf(before));
  const tables = await stepTables(applied, effect, context);
  const preview = await keepPreview(applied.preview, context);
  const value: Prepared = {
    ...prepared,
    steps: [...prepared.steps, { step: step.name, params }],
    preview,
  };
  return {
    summary: stepSummary(step, params, effect),
    figures,
    tables: [...tables, {
      name: "rows",
      title: { en: "Rows after the step", zh: "处理后的数据行" },
      file: preview.file,
      rows: preview.rows,
      columns: preview.columns.map(({ name, type }) => ({ name, type })),
    }],
    values: { table: value },
  };
}

/** The labels of the training rows where they are fit to rank columns for a picture. */
function labelsOf({ others, training }: PreviewRows) {
  const label = others.find(({ column }) => column.role === "label");
  return label === undefined
    ? null
    : usableLabels(label.series.toFrame(), label.column.name, training);
}
