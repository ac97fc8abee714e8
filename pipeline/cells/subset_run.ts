import type pl from "nodejs-polars";
import type { Split } from "../evaluation/split.ts";
import { HealerError } from "../problem.ts";
import { partOf } from "../run_context.ts";
import { TableReader } from "../table/paging/table_reader.ts";
import type { CellContext, CellInputs, CellOutput, CellResult } from "./cell_kind.ts";
import { classCountsFigure } from "./class_figures.ts";
import { countClasses, labelledRows } from "./label_rows.ts";
import { counted, countText } from "./number_text.ts";
import { columnWithRole, type Prepared, preparedInput } from "./prepared_value.ts";
import { keepPreview, previewSteps, trainingRows } from "./preview.ts";
import { cellProblem } from "./problems.ts";
import { keepRowNumbers, readRowNumbers } from "./row_numbers.ts";
import { parseRowRanges } from "../table/row_ranges.ts";
import { keepFrame, readStored, takeFrameRows } from "./stored_table.ts";
import type { SubsetParams } from "./subset.ts";

/** See {@linkcode subset}. */
export async function runSubset(
  inputs: CellInputs,
  params: SubsetParams,
  context: CellContext,
): Promise<CellOutput> {
  const prepared = preparedInput(inputs);
  const kept = await keptRows(prepared, params, context);
  if (kept.length === 0) throw new HealerError(cellProblem.noRowsLeft(params.mode));
  context.progress(0.3);
  if (kept.length === prepared.rows) return unchanged(prepared, context);
  const frame = takeFrameRows(await readStored(prepared.table, prepared.columns, context), kept);
  const table = await keepFrame(frame, context);
  const parts = await partsOf(prepared, kept, context);
  const restricted: Prepared = {
    ...prepared,
    table,
    rows: kept.length,
    split: await keptSplit(prepared, parts, context),
    restriction: await restrictionOf(prepared, kept, context),
    preview: { file: table, rows: kept.length, columns: prepared.columns, trainingOnly: false },
  };
  const value = {
    ...restricted,
    preview: await previewOf(restricted, frame, parts?.train, context),
  };
  return {
    summary: {
      en: `${counted(kept.length, "row")} of ${countText(prepared.rows)}`,
      zh: `${countText(prepared.rows)} 行中的 ${countText(kept.length)} 行`,
    },
    ...shown(value, frame),
    values: { table: value },
  };
}

/** The rows that are left, ascending, from 0. @throws {HealerError} `cells/no-such-rows`, `table/…` */
async function keptRows(
  { table, rows }: Prepared,
  { mode, rows: text, where }: SubsetParams,
  context: CellContext,
): Promise<Int32Array> {
  if (text.trim() === "" && where.length === 0) {
    return Int32Array.from({ length: rows }, (_, row) => row);
  }
  const chosen = new Uint8Array(rows);
  if (text.trim() === "") chosen.fill(1);
  else {
    const ranges = parseRowRanges(text);
    if ("part" in ranges) throw new TypeError("The ranges were checked with the other params.");
    for (const { from, to } of ranges) {
      if (to > rows) {
        throw new HealerError(
          cellProblem.noSuchRows(from === to ? `${to}` : `${from}-${to}`, rows),
        );
      }
      chosen.fill(1, from - 1, to);
    }
  }
  if (where.length > 0) await meet(chosen, table, where, context);
  const kept = mode === "keep" ? 1 : 0;
  return Int32Array.from(chosen.keys()).filter((row) => chosen[row] === kept);
}

/** Takes the rows out of `chosen` that do not meet all conditions. */
async function meet(
  chosen: Uint8Array,
  table: Prepared["table"],
  filter: SubsetParams["where"],
  context: CellContext,
): Promise<void> {
  const turn = () => {
    context.progress(0.1);
    return Promise.resolve();
  };
  const page = { offset: 0, limit: chosen.length, columns: [], filter };
  try {
    const { rowNumbers } = await new TableReader(0).page(context.pathOf(table), page, turn);
    const meets = new Set(rowNumbers);
    for (const row of chosen.keys()) if (!meets.has(row)) chosen[row] = 0;
  } catch (cause) {
    if (!(cause instanceof HealerError) || cause.problem.code.startsWith("run/")) throw cause;
    const { problem } = cause;
    throw new HealerError({ ...problem, place: { ...problem.place, param: "where" } }, { cause });
  }
}

/** Everything is left: the table as it came. */
function unchanged(prepared: Prepared, context: CellContext): CellOutput {
  context.notice({
    code: "cells/all-rows",
    message: {
      en: "All rows are left: no row numbers and no conditions take any away.",
      zh: "所有数据行都保留：行号和条件没有去掉任何行。",
    },
  });
  const { rows, preview } = prepared;
  return {
    summary: { en: `all ${counted(rows, "row")}`, zh: `全部 ${countText(rows)} 行` },
    figures: [],
    tables: [rowsTable(preview)],
    values: { table: prepared },
  };
}

/** Who trains and who is held out among the rows that are left; null where there is no split. */
async function partsOf(
  { split }: Prepared,
  kept: Int32Array,
  context: CellContext,
): Promise<Split | null> {
  if (split === null) return null;
  const places = new Map(Array.from(kept, (row, place) => [row, place]));
  const left = async (file: typeof split.train): Promise<Int32Array> =>
    Int32Array.from(
      Array.from(await readRowNumbers(file, context)).flatMap((row) => places.get(row) ?? []),
    );
  return { train: await left(split.train), test: await left(split.test) };
}

async function keptSplit(
  { split }: Prepared,
  parts: Split | null,
  context: CellContext,
): Promise<Prepared["split"]> {
  if (split === null || parts === null) return null;
  return {
    ...split,
    train: await keepRowNumbers(parts.train, context),
    test: await keepRowNumbers(parts.test, context),
    trainRows: parts.train.length,
    testRows: parts.test.length,
  };
}

/** Which rows of which table these are; of a restriction of a restriction, those of the first table. */
async function restrictionOf(
  { table, restriction }: Prepared,
  kept: Int32Array,
  context: CellContext,
): Promise<NonNullable<Prepared["restriction"]>> {
  if (restriction === undefined) {
    return { of: table.sha256, rows: await keepRowNumbers(kept, context) };
  }
  const before = await readRowNumbers(restriction.rows, context);
  return {
    of: restriction.of,
    rows: await keepRowNumbers(kept.map((row) => before[row]!), context),
  };
}

/** The steps so far, fitted anew on the training rows that are left. */
async function previewOf(
  restricted: Prepared,
  frame: pl.DataFrame,
  train: Int32Array | undefined,
  context: CellContext,
): Promise<Prepared["preview"]> {
  if (restricted.steps.length === 0) return restricted.preview;
  const training = train ?? await trainingRows(restricted, frame, context);
  if (training.length === 0) throw new HealerError(cellProblem.noTrainingRowsLeft());
  return await keepPreview(
    previewSteps(frame, restricted, training, partOf(context, 0.3, 0.9)),
    context,
  );
}

function shown(
  { columns, preview }: Prepared,
  frame: pl.DataFrame,
): Pick<CellResult, "figures" | "tables"> {
  const label = columnWithRole(columns, "label");
  const labelled = label === null ? new Int32Array() : labelledRows(frame, label);
  const title = { en: "Rows of each class", zh: "各类别的行数" };
  return {
    figures: label === null || labelled.length === 0
      ? []
      : [classCountsFigure(title, countClasses(frame, label, labelled))],
    tables: [rowsTable(preview)],
  };
}

function rowsTable({ file, rows, columns }: Prepared["preview"]): CellResult["tables"][number] {
  return {
    name: "rows",
    title: { en: "Rows", zh: "数据行" },
    file,
    rows,
    columns: columns.map(({ name, type }) => ({ name, type })),
  };
}
