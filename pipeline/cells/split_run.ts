import type pl from "nodejs-polars";
import { textCells } from "../diagnosis/diagnose_rows.ts";
import type { Split } from "../evaluation/split.ts";
import { planSplits, type SplitPlan } from "../evaluation/splits.ts";
import { HealerError, type Text } from "../problem.ts";
import { partOf } from "../run_context.ts";
import { readLabels } from "../table/labels.ts";
import type { CellContext, CellInputs, CellOutput, CellResult } from "./cell_kind.ts";
import { classCountsFigure } from "./class_figures.ts";
import { countClasses, labelledRows } from "./label_rows.ts";
import { countText, joinTexts } from "./number_text.ts";
import {
  columnWithRole,
  type Prepared,
  type PreparedColumn,
  preparedInput,
} from "./prepared_value.ts";
import { keepPreview, previewSteps } from "./preview.ts";
import { cellProblem } from "./problems.ts";
import { keepRowNumbers } from "./row_numbers.ts";
import type { SplitParams } from "./split.ts";
import { keepTable, readStored, takeFrameRows } from "./stored_table.ts";
import { timesOf } from "../table/time_values.ts";

type SplitBy = "class" | "group" | "time";

/** See {@linkcode split}. */
export async function runSplit(
  inputs: CellInputs,
  { by: wanted, testShare, seed }: SplitParams,
  context: CellContext,
): Promise<CellOutput> {
  const prepared = preparedInput(inputs);
  const { columns } = prepared;
  const label = columnWithRole(columns, "label");
  if (label === null) {
    throw new HealerError(cellProblem.noLabel({ en: "split", zh: "划分" }));
  }
  const group = columnWithRole(columns, "group");
  const by = wanted === "guess" ? (group === null ? "class" : "group") : wanted;
  const frame = await readStored(prepared.table, columns, context);
  const labelled = labelledRows(frame, label);
  const { splits: [part], notices } = plan(
    takeFrameRows(frame, labelled),
    columns,
    label,
    by,
    { testShare, seed },
  );
  if (part === undefined) throw new TypeError("A hold-out plan has one split.");
  for (const notice of notices) context.notice(notice);
  const train = part.train.map((row) => labelled[row]!);
  const test = part.test.map((row) => labelled[row]!);
  const value: Prepared = {
    ...prepared,
    split: {
      train: await keepRowNumbers(train, context),
      test: await keepRowNumbers(test, context),
      trainRows: train.length,
      testRows: test.length,
      by,
    },
    preview: await renewedPreview(prepared, frame, train, context),
  };
  return {
    summary: summaryOf({ train, test }, by, group),
    ...await shownClasses(frame, label, { train, test }, context),
    values: { table: value },
  };
}

function plan(
  frame: pl.DataFrame,
  columns: readonly PreparedColumn[],
  label: string,
  by: SplitBy,
  options: { readonly testShare: number; readonly seed: number },
): SplitPlan {
  const group = columnWithRole(columns, "group");
  const time = columns.find(({ role }) => role === "time");
  if (by === "group" && group === null) {
    throw new HealerError(cellProblem.noColumnToSplitBy("group"));
  }
  if (by === "time" && time === undefined) {
    throw new HealerError(cellProblem.noColumnToSplitBy("time"));
  }
  return planSplits({
    kind: "hold-out",
    ...options,
    labels: readLabels(frame, label).labels,
    ...(by === "class" || group === null ? {} : { groups: textCells(frame, group) }),
    ...(by === "time" && time ? { times: timesOf(frame, time) } : {}),
  });
}

/** The preview with the steps so far fitted on the training rows, where there are any steps. */
async function renewedPreview(
  prepared: Prepared,
  frame: pl.DataFrame,
  train: Int32Array,
  context: CellContext,
): Promise<Prepared["preview"]> {
  if (prepared.steps.length === 0) return prepared.preview;
  return await keepPreview(
    previewSteps(frame, prepared, train, partOf(context, 0.3, 0.9)),
    context,
  );
}

function summaryOf({ train, test }: Split, by: SplitBy, group: string | null): Text {
  return joinTexts([
    {
      en: `${countText(train.length)} rows train, ${countText(test.length)} are held out`,
      zh: `训练 ${countText(train.length)} 行，留出 ${countText(test.length)} 行`,
    },
    {
      class: { en: "drawn class by class", zh: "按类别分别抽取" },
      group: { en: `no "${group}" stands on both sides`, zh: `任何“${group}”都不会同时出现在两侧` },
      time: { en: "the held-out rows are the latest", zh: "留出的是最晚的行" },
    }[by],
  ], { en: "; ", zh: "；" });
}

/** How many rows of each class train and are held out. */
async function shownClasses(
  frame: pl.DataFrame,
  label: string,
  { train, test }: Split,
  context: CellContext,
): Promise<Pick<CellResult, "figures" | "tables">> {
  const trained = countClasses(frame, label, train);
  const tested = countClasses(frame, label, test);
  const classes = [...new Set([...trained.keys(), ...tested.keys()])];
  const table = await keepTable("classes", { en: "Rows of each class", zh: "各类别的行数" }, [
    { name: "class", type: "text", values: classes },
    { name: "train", type: "number", values: classes.map((name) => trained.get(name) ?? 0) },
    { name: "held out", type: "number", values: classes.map((name) => tested.get(name) ?? 0) },
  ], context);
  const title = { en: "Held-out rows of each class", zh: "各类别的留出行数" };
  // A class without held-out rows is what one should see here.
  const missing = classes.filter((name) => !tested.has(name)).map((name) => [name, 0] as const);
  const counts = new Map([...tested, ...missing]);
  return { figures: [classCountsFigure(title, counts)], tables: [table] };
}
