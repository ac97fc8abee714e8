import type { GraphBuilder } from "../onnx/graph_builder.ts";
import { HealerError } from "../problem.ts";
import { partOf, type RunContext } from "../run_context.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import type { ColumnStep } from "./column_step.ts";
import { stepProblem } from "./problems.ts";
import { findStep, parseStepParams } from "./registry.ts";
import type { LabelledRows } from "./row_step.ts";

/** Steps with their params, in the order in which they act. */
export type StepList = readonly {
  readonly step: string;
  readonly params: Readonly<Record<string, unknown>>;
}[];

/** The column steps in order, with what each has learnt; plain data. */
export type FittedSteps = readonly { readonly name: string; readonly fitted: unknown }[];

/**
 * Fits every step on what the ones before it give; row steps act on these rows and leave nothing behind.
 *
 * @returns what was learnt, and the rows after all steps
 * @throws {HealerError} for an unknown step, bad params, rows a step cannot learn from, or when cancelled
 */
export function fitSteps(
  list: StepList,
  given: LabelledRows,
  context: RunContext,
): { readonly steps: FittedSteps; readonly rows: LabelledRows } {
  const steps: { name: string; fitted: unknown }[] = [];
  let rows = given;
  for (const [index, { step: name, params }] of list.entries()) {
    const step = findStep(name);
    const part = partOf(context, index / list.length, (index + 1) / list.length);
    part.progress(0, step.title);
    if (step.role === "row") {
      rows = step.apply(rows, parseStepParams(step, params), part);
    } else {
      const { labels } = rows;
      const fitted = step.fit(rows.matrix, parseStepParams(step, params), { ...part, labels });
      steps.push({ name, fitted });
      rows = { matrix: step.apply(fitted, rows.matrix), labels };
    }
  }
  return { steps, rows };
}

/** The rows after all fitted steps. */
export function applySteps(steps: FittedSteps, matrix: FeatureMatrix): FeatureMatrix {
  return steps.reduce((rows, { name, fitted }) => columnStep(name).apply(fitted, rows), matrix);
}

/** Adds all fitted steps to a graph; returns the name of what comes out. */
export function lowerSteps(steps: FittedSteps, graph: GraphBuilder, input: string): string {
  return steps.reduce(
    (name, step) => columnStep(step.name).lower(step.fitted, graph, name),
    input,
  );
}

function columnStep(name: string): ColumnStep {
  const step = findStep(name);
  if (step.role !== "column") throw new HealerError(stepProblem.notAColumnStep(name));
  return step;
}
