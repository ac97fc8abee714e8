import pl from "nodejs-polars";
import { textCells } from "../diagnosis/diagnose_rows.ts";
import { rowGroups } from "../evaluation/group_folds.ts";
import { HealerError } from "../problem.ts";
import { partOf, type RunContext } from "../run_context.ts";
import type { ColumnStep } from "../steps/column_step.ts";
import { stepProblem } from "../steps/problems.ts";
import { findStep, parseStepParams } from "../steps/registry.ts";
import type { RowStep } from "../steps/row_step.ts";
import { columnOf, type FeatureMatrix, type Labels, takeRows } from "../table/feature_matrix.ts";
import { FrameColumns } from "../table/frame_columns.ts";
import { toFeatureMatrix } from "../table/frame_to_matrix.ts";
import { readLabels } from "../table/labels.ts";
import type { CellContext } from "./cell_kind.ts";
import { labelledRows } from "./label_rows.ts";
import {
  columnsWithRole,
  columnWithRole,
  type Prepared,
  type PreparedColumn,
} from "./prepared_value.ts";
import { readRowNumbers } from "./row_numbers.ts";
import { keepFrame, readStored, takeFrameRows } from "./stored_table.ts";

/** A table between two steps, in memory. */
export interface PreviewRows {
  /** The features. */
  readonly matrix: FeatureMatrix;
  /** The columns that are no features, as long as the matrix. */
  readonly others: readonly { readonly column: PreparedColumn; readonly series: pl.Series }[];
  /** The rows on which steps are fitted, ascending. */
  readonly training: Int32Array;
  readonly trainingOnly: boolean;
}

/** What a step did to a preview. */
export interface AppliedStep {
  readonly preview: PreviewRows;
  /** What a column step has learnt. */
  readonly fitted: unknown;
  /** The classes of the training rows before and after a row step. */
  readonly classes: { readonly before: Labels; readonly after: Labels } | null;
  /** The training rows before and after. */
  readonly before: FeatureMatrix;
  readonly after: FeatureMatrix;
}

/** The rows after the steps so far. */
export async function readPreview(prepared: Prepared, context: CellContext): Promise<PreviewRows> {
  const { file, columns, trainingOnly } = prepared.preview;
  const frame = await readStored(file, columns, context);
  const training = trainingOnly
    ? allRows(frame.height)
    : await trainingRows(prepared, frame, context);
  return { ...previewOf(frame, columns, training), trainingOnly };
}

/**
 * The rows of `frame`, which are the raw rows, after `steps`, fitted on the rows `training`.
 *
 * @throws {HealerError} where a step cannot be fitted; when cancelled
 */
export function previewSteps(
  frame: pl.DataFrame,
  { columns, steps }: Pick<Prepared, "columns" | "steps">,
  training: Int32Array,
  context: RunContext,
): PreviewRows {
  const raw: PreviewRows = { ...previewOf(frame, columns, training), trainingOnly: false };
  return steps.reduce((preview, { step: name, params }, index) => {
    const step = findStep(name);
    const part = partOf(context, index / steps.length, (index + 1) / steps.length);
    return applyStep(step, parseStepParams(step, params), preview, part).preview;
  }, raw);
}

/**
 * Fits a step on the training rows of a preview and applies it: a column step to all rows; a row step to the
 * training rows, which are all that is left then.
 *
 * @throws {HealerError} where the step cannot be fitted; when cancelled
 */
export function applyStep(
  step: ColumnStep | RowStep,
  params: unknown,
  preview: PreviewRows,
  context: RunContext,
): AppliedStep {
  const stepContext = partOf(context, 0, 1);
  stepContext.progress(0, step.title);
  const before = trainingMatrix(preview);
  if (step.role === "row") {
    const labels = trainingLabels(preview);
    if (labels === null) throw new HealerError(stepProblem.noLabels(step.name));
    const rows = step.apply({ matrix: before, labels }, params, stepContext);
    const training = allRows(rows.matrix.rows);
    const others = preview.others.flatMap(({ column }) => {
      const series = rowNames(column, preview, rows.labels);
      return series === null ? [] : [{ column: { ...column, type: "text" as const }, series }];
    });
    const after = { matrix: rows.matrix, others, training, trainingOnly: true };
    const classes = { before: labels, after: rows.labels };
    return { preview: after, fitted: null, classes, before, after: rows.matrix };
  }
  const labels = step.usesLabels ? trainingLabels(preview) : null;
  const fitted = step.fit(before, params, { ...stepContext, ...(labels ? { labels } : {}) });
  const after = { ...preview, matrix: step.apply(fitted, preview.matrix) };
  return { preview: after, fitted, classes: null, before, after: trainingMatrix(after) };
}

/** The labels and groups of the training rows, or null where there is no label column. */
export function trainingLabels(preview: PreviewRows): Labels | null {
  const { others, training } = preview;
  const label = others.find(({ column }) => column.role === "label");
  if (label === undefined) return null;
  const frame = takeFrameRows(label.series.toFrame(), training);
  const { labels } = readLabels(frame, label.column.name);
  const groups = trainingGroups(preview);
  return groups ? { ...labels, groups: rowGroups(groups).groupOf } : labels;
}

/** The group of each training row by its name, or null where there is no group column. */
function trainingGroups({ others, training }: PreviewRows): (string | null)[] | null {
  const group = others.find(({ column }) => column.role === "group");
  if (group === undefined) return null;
  const cells = textCells(group.series.toFrame(), group.column.name);
  return Array.from(training, (row) => cells[row] ?? null);
}

/** Makes a preview part of the result. */
export async function keepPreview(
  { matrix, others, trainingOnly }: PreviewRows,
  context: CellContext,
): Promise<Prepared["preview"]> {
  const features = new Set(matrix.names);
  // A step may name a new feature like a column that is none: the feature counts.
  const kept = others.filter(({ column }) => !features.has(column.name));
  const plain = matrix.names.map((_, index) => `f${index}`);
  const frame = pl.DataFrame([
    ...kept.map(({ series }, index) => series.alias(`c${index}`)),
    ...plain.map((name, index) => pl.Series(name, columnOf(matrix, index))),
  ]).withColumns(pl.col(plain).fillNan(pl.lit(null)));
  const columns: PreparedColumn[] = [
    ...kept.map(({ column }) => column),
    ...matrix.names.map((name) => ({ name, type: "number" as const, role: "feature" as const })),
  ];
  frame.columns = columns.map(({ name }) => name);
  return {
    file: await keepFrame(frame, context),
    rows: matrix.rows,
    columns,
    trainingOnly,
  };
}

function previewOf(
  frame: pl.DataFrame,
  columns: readonly PreparedColumn[],
  training: Int32Array,
): Omit<PreviewRows, "trainingOnly"> {
  const series = new FrameColumns(frame);
  return {
    matrix: toFeatureMatrix(frame, columnsWithRole(columns, "feature")).matrix,
    others: columns.filter(({ role }) => role !== "feature")
      .map((column) => ({ column, series: series.get(column.name) })),
    training,
  };
}

/** The raw rows that train: those of the split, else those with a label, else all. */
export async function trainingRows(
  { split, columns }: Prepared,
  frame: pl.DataFrame,
  context: CellContext,
): Promise<Int32Array> {
  if (split) return await readRowNumbers(split.train, context);
  const label = columnWithRole(columns, "label");
  const labelled = label === null ? new Int32Array() : labelledRows(frame, label);
  return labelled.length > 0 ? labelled : allRows(frame.height);
}

/** The training rows. */
export function trainingMatrix({ matrix, training }: PreviewRows): FeatureMatrix {
  return training.length === matrix.rows ? matrix : takeRows(matrix, training);
}

function allRows(rows: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => row);
}

/** What `column` holds after a row step: made-up rows have a class and a group, and nothing else but features. */
function rowNames(
  { role }: PreparedColumn,
  before: PreviewRows,
  { classes, codes, groups }: Labels,
): pl.Series | null {
  if (role === "label") {
    return pl.Series("label", Array.from(codes, (code) => classes[code] ?? null), pl.Utf8);
  }
  const names = role === "group" ? trainingGroups(before) : null;
  if (groups === undefined || names === null) return null;
  const nameOf = new Map(Array.from(rowGroups(names).groupOf, (group, row) => [group, names[row]]));
  return pl.Series("group", Array.from(groups, (group) => nameOf.get(group) ?? null), pl.Utf8);
}
