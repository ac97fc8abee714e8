import type { ColumnStep } from "../steps/column_step.ts";
import type { RowStep } from "../steps/row_step.ts";
import { type CellKind, defineCell } from "./cell_kind.ts";

/**
 * The cell kind of a step, under the step's own name: it adds the unfitted step to the recipe and previews
 * its effect, fitted on the training rows only. Steps named `select-…` stand in the palette's group "select".
 */
export function stepCell(step: ColumnStep | RowStep): CellKind {
  return defineCell({
    kind: step.name,
    version: 1,
    group: step.name.startsWith("select-") ? "select" : "preprocess",
    title: step.title,
    summary: step.summary,
    params: step.params,
    takes: { table: "prepared" },
    gives: { table: "prepared" },
    recipe: "adds",
    cost: step.cost ?? "cheap",
    versionsUsed: () => ({ [step.name]: step.version }),

    run: async (...work) => await (await import("./step_run.ts")).runStep(step, ...work),
  });
}
