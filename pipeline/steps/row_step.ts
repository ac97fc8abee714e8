import type { z } from "zod";
import type { Text } from "../problem.ts";
import type { RunContext } from "../run_context.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";

/** Training rows with their labels. */
export interface LabelledRows {
  readonly matrix: FeatureMatrix;
  readonly labels: Labels;
}

/** An operation on training rows, inside each fold; it never appears in ONNX. */
export interface RowStep<Params = unknown> {
  readonly role: "row";
  readonly name: string;
  readonly version: number;
  readonly title: Text;
  readonly summary: Text;
  readonly params: z.ZodType<Params>;
  /** Set where a cell with this step should wait to be asked, because the step takes seconds. */
  readonly cost?: "costly";

  /** The rows to learn from; never changes its input. */
  apply(rows: LabelledRows, params: Params, context: RunContext): LabelledRows;
}
