import type { z } from "zod";
import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { Text } from "../problem.ts";
import type { RunContext } from "../run_context.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";

/** What a column step may look at while it is fitted: training rows only. */
export interface FitContext extends RunContext {
  /** The labels of the rows, for steps with `usesLabels`. */
  readonly labels?: Labels;
}

/**
 * An operation on columns that a model carries inside its ONNX graph. What cannot be lowered is not a
 * column step. One file a step, one line in `registry.ts`; `tests/pipeline/steps/contract_test.ts` runs over all.
 */
export interface ColumnStep<Params = unknown, Fitted = unknown> {
  readonly role: "column";
  readonly name: string;
  /** Raised whenever the same params and rows would give another result. */
  readonly version: number;
  readonly title: Text;
  readonly summary: Text;
  /** A `z.strictObject` with defaults; each field ends in `.meta()` of a `ParamMeta`. */
  readonly params: z.ZodType<Params>;
  /** Set where a cell with this step should wait to be asked, because the step takes seconds. */
  readonly cost?: "costly";
  /** Whether `fit` needs labels. */
  readonly usesLabels: boolean;

  /** Learns from training rows. The result is plain data (structured-cloneable, no closures). */
  fit(matrix: FeatureMatrix, params: Params, context: FitContext): Fitted;
  /** Applies what was learnt to any rows; never changes its input. */
  apply(fitted: Fitted, matrix: FeatureMatrix): FeatureMatrix;
  /** Adds nodes that turn `input` (float32 [n, d]) into what `apply` gives; returns their output's name. */
  lower(fitted: Fitted, graph: GraphBuilder, input: string): string;
}
