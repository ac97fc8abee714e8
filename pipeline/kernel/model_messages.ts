import { z } from "zod";
import { fileReferenceSchema } from "../cells/value.ts";

/** A row, and what is to be told of it. */
export const modelQuestionSchema = z.strictObject({
  /** The ONNX file. */
  model: fileReferenceSchema,
  /** One for each feature, in the model's order; null = missing. */
  values: z.array(z.number().nullable()),
  /** The share of wrong answers that is accepted. */
  errorRate: z.number(),
  /** "quick": probabilities, prediction set and novelty alone. */
  detail: z.enum(["quick", "full"]),
  /** The class that stands for a healthy system, where that is known. */
  normal: z.string().exactOptional(),
});

/** See {@linkcode modelQuestionSchema}. */
export type ModelQuestion = z.infer<typeof modelQuestionSchema>;
