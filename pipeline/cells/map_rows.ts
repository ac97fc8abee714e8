import type pl from "nodejs-polars";
import { textCells } from "../diagnosis/diagnose_rows.ts";
import { stratifiedSample } from "../learners/stratified_sample.ts";
import { Random } from "../random.ts";
import { partOf } from "../run_context.ts";
import { sampleRows } from "../steps/sample_rows.ts";
import { findStep } from "../steps/registry.ts";
import type { CellContext } from "./cell_kind.ts";
import { countText } from "./number_text.ts";
import type { Prepared } from "./prepared_value.ts";
import { type PreviewRows, previewSteps, readPreview, trainingRows } from "./preview.ts";
import { readStored } from "./stored_table.ts";

/**
 * All rows of a table after its column steps, each of them where it stands in the table. Row steps make rows up or
 * leave some out; they are passed over, so that every row here is one of the table.
 */
export async function readMapRows(
  prepared: Prepared,
  context: CellContext,
): Promise<Pick<PreviewRows, "matrix" | "others">> {
  if (!prepared.preview.trainingOnly) return await readPreview(prepared, context);
  context.notice({
    code: "cells/row-steps-passed-over",
    message: {
      en: "Steps that add or drop rows are passed over: the map shows the rows of the table.",
      zh: "增删数据行的步骤不计入：图中显示的是表中的数据行。",
    },
  });
  const frame = await readStored(prepared.table, prepared.columns, context);
  const training = await trainingRows(prepared, frame, context);
  const steps = prepared.steps.filter(({ step }) => findStep(step).role !== "row");
  return previewSteps(frame, { ...prepared, steps }, training, partOf(context, 0, 0.1));
}

/** Where rows are drawn by class, there are no more classes than this, rows without one counted as one. */
const mostClasses = 200;

/** The ascending indices of at most `limit` rows, each class of the label in its share. */
export function drawnRows(
  rows: number,
  limit: number,
  label: pl.Series | undefined,
  context: CellContext,
): Int32Array {
  if (rows <= limit) return Int32Array.from({ length: rows }, (_, row) => row);
  const codes = label === undefined ? null : classCodes(textCells(label.toFrame(), label.name));
  const drawn = codes === null
    ? Int32Array.from(sampleRows(rows, limit, context.seed))
    : stratifiedSample(codes, limit, new Random(context.seed));
  const [shown, all] = [countText(drawn.length), countText(rows)];
  context.notice({
    code: "cells/rows-drawn",
    message: codes === null
      ? {
        en: `${shown} of ${all} rows are mapped, drawn at random.`,
        zh: `从 ${all} 行中随机抽取 ${shown} 行绘制。`,
      }
      : {
        en: `${shown} of ${all} rows are mapped, drawn at random, each class in its share.`,
        zh: `从 ${all} 行中按各类别的比例随机抽取 ${shown} 行绘制。`,
      },
  });
  return drawn;
}

/** A number for each class; null where the cells are no classes. */
function classCodes(cells: readonly (string | null)[]): Int32Array | null {
  const codeOf = new Map<string | null, number>();
  const codes = Int32Array.from(cells, (cell) => {
    const code = codeOf.get(cell) ?? codeOf.size;
    codeOf.set(cell, code);
    return code;
  });
  return codeOf.size > mostClasses ? null : codes;
}
