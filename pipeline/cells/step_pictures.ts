import { columnOf, type Labels, takeColumns } from "../table/feature_matrix.ts";
import type { CellContext, CellTable } from "./cell_kind.ts";
import type { Figure } from "./figure.ts";
import { beforeAfterFigure } from "./histogram_figure.ts";
import { informativeColumns } from "./informative_columns.ts";
import type { AppliedStep } from "./preview.ts";
import { selectionColumns, selectionFigures, selectionOf } from "./selection_pictures.ts";
import type { StepEffect } from "./step_effect.ts";
import { keepTable } from "./stored_table.ts";

const drawnColumns = 3;

/** The scores by which columns were kept, and the columns that changed most before and after. */
export function stepFigures(
  { fitted, before, after }: AppliedStep,
  effect: StepEffect,
  labels: Labels | null,
): Figure[] {
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

/** Which columns were kept and why, or how each changed. */
export async function stepTables(
  { fitted, before }: AppliedStep,
  effect: StepEffect,
  context: CellContext,
): Promise<CellTable[]> {
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
