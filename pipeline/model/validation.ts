import { z } from "zod";
import { HealerError } from "../problem.ts";
import type { FoldOptions } from "./cross_validation.ts";
import { modelProblem } from "./problems.ts";
import type { TrainingTable } from "./training_table.ts";

/** How rows are divided for validation. `auto` keeps groups together where there are any. */
export const validationSchema = z.enum(["auto", "stratified", "group", "time"]);

/** See {@linkcode validationSchema}. */
export type Validation = z.infer<typeof validationSchema>;

/**
 * The folds that suit a table. By time, rows train only what comes after them, and rows of one group never
 * stand on both sides.
 *
 * @throws {HealerError} `model/no-column-to-validate-by` where the table lacks the column.
 */
export function foldOptionsOf(
  { groups, times }: Pick<TrainingTable, "groups" | "times">,
  { folds, validation = "auto" }: { readonly folds: number; readonly validation?: Validation },
): FoldOptions {
  if (validation === "group" && !groups) {
    throw new HealerError(modelProblem.noColumnToValidateBy("group"));
  }
  if (validation !== "time") {
    return { folds, ...(groups && validation !== "stratified" ? { groups } : {}) };
  }
  if (!times) throw new HealerError(modelProblem.noColumnToValidateBy("time"));
  return { folds, times, ...(groups ? { groups } : {}) };
}
