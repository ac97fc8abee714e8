import { classSizes } from "../evaluation/stratified_folds.ts";
import { columnOf, type Labels, takeColumns } from "../table/feature_matrix.ts";
import type { CellContext, CellTable } from "./cell_kind.ts";
import { classCountsFigure } from "./class_figures.ts";
import type { Figure } from "./figure.ts";
import { beforeAfterFigure } from "./histogram_figure.ts";
import { informativeColumns } from "./informative_columns.ts";
import type { AppliedStep } from "./preview.ts";
import { selectionColumns, selectionFigures, selectionOf } from "./selection_pictures.ts";
import type { StepEffect } from "./step_effect.ts";
import { keepTable } from "./stored_table.ts";

const drawnColumns = 3;

const rowsOfClasses = { en: "Training rows of each class", zh: "各类别的训练行数" };

/** The rows of each class, or the scores by which columns were kept, or the columns that changed most. */
export function stepFigures(
  { fitted, classes, before, after }: AppliedStep,
  effect: StepEffect,
  labels: Labels | null,
): Figure[] {
  if (classes) return [classCountsFigure(rowsOfClasses, classCounts(classes.after))];
  const selection = selectionOf(fitted);
  if (selection) return selectionFigures(before.names, selection);
  const most = mostChanged(effect);
  const order = informativeColumns(
    takeColumns(before, most.map((change) => change.before)),
    labels,
  );
  return order.slice(0, drawnColumns).flatMap((index) => {
    const change = most[index]!;
    const figure = beforeAfterFigure(
      change.name,
      columnOf(before, change.before),
      columnOf(after, change.after),
    );
    return figure ? [figure] : [];
  });
}

/** How many rows each class has, or which columns were kept and why, or how each changed. */
export async function stepTables(
  { fitted, classes, before }: AppliedStep,
  effect: StepEffect,
  context: CellContext,
): Promise<CellTable[]> {
  if (classes) {
    const counts = { before: classCounts(classes.before), after: classCounts(classes.after) };
    return [
      await keepTable("classes", rowsOfClasses, [
        { name: "class", type: "text", values: [...counts.before.keys()] },
        { name: "before", type: "number", values: [...counts.before.values()] },
        { name: "after", type: "number", values: [...counts.after.values()] },
      ], context),
    ];
  }
  const selection = selectionOf(fitted);
  if (selection || effect.dropped.length > 0) {
    const dropped = new Set(effect.dropped);
    return [
      await keepTable("columns", { en: "Kept and dropped", zh: "保留与删除的列" }, [
        { name: "column", type: "text", values: before.names },
        { name: "kept", type: "boolean", values: before.names.map((name) => !dropped.has(name)) },
        ...(selection ? selectionColumns(selection) : []),
      ], context),
    ];
  }
  if (effect.changes.length === 0) return [];
  return [
    await keepTable("changes", { en: "Changes by column", zh: "各列的变化" }, [
      { name: "column", type: "text", values: effect.changes.map(({ name }) => name) },
      { name: "filled", type: "number", values: effect.changes.map(({ filled }) => filled) },
      { name: "changed", type: "number", values: effect.changes.map(({ changed }) => changed) },
    ], context),
  ];
}

/** The columns that changed as much as the one that changed most but a few. */
function mostChanged({ changes }: StepEffect): StepEffect["changes"] {
  const least = changes[Math.min(drawnColumns, changes.length) - 1];
  if (least === undefined) return [];
  const amount = least.filled + least.changed;
  return changes.filter(({ filled, changed }) => filled + changed >= amount);
}

/** How many rows each class has, in the order of the classes. */
function classCounts(labels: Labels): Map<string, number> {
  const sizes = classSizes(labels);
  return new Map(labels.classes.map((name, code) => [name, sizes[code]!]));
}
