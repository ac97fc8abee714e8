import { classSizes } from "../evaluation/stratified_folds.ts";
import { HealerError } from "../problem.ts";
import type { Labels } from "../table/feature_matrix.ts";
import type { FitContext } from "./column_step.ts";
import { stepProblem } from "./problems.ts";

/**
 * The labels of the rows a step is fitted on.
 *
 * @throws {HealerError} `steps/no-labels` when there are none.
 */
export function requiredLabels(context: FitContext, step: string): Labels {
  if (context.labels === undefined) throw new HealerError(stepProblem.noLabels(step));
  return context.labels;
}

/** Whether rows of more than one class are there: else no column can tell anything. */
export function tellsClasses(labels: Labels): boolean {
  return classSizes(labels).filter((size) => size > 0).length > 1;
}
