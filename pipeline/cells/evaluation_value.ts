import { z } from "zod";
import { evaluationSchema } from "../evaluation/evaluation.ts";
import { rowsSchema } from "./prepared_value.ts";
import { fileReferenceSchema } from "./value.ts";

/** What a model was worth, on a wire. */
export const evaluationValueSchema = z.strictObject({
  type: z.literal("evaluation"),
  model: fileReferenceSchema,
  /** On which rows: those held out, those left out of each fold, or all of a table the model does not know. */
  on: z.enum(["held-out", "cross-validation", "other-table"]),
  evaluation: evaluationSchema,
  /** The 95 % bootstrap interval of macro-F1. */
  interval: z.tuple([z.number(), z.number()]),
  /** The rows with what was said of each; a cross-validation has none. */
  table: rowsSchema.exactOptional(),
});

/** See {@linkcode evaluationValueSchema}. */
export type EvaluationValue = z.infer<typeof evaluationValueSchema>;
