import { z } from "zod";
import { modelCardSchema } from "../model/model_card.ts";
import { inputOf } from "./input.ts";
import { fileReferenceSchema, type Value } from "./value.ts";

/** Row numbers as int32 from 0; null for all rows. */
const learntRowsSchema = z.strictObject({
  /** The SHA-256 of the table that the restriction counts in. */
  of: z.string(),
  restriction: z.nullable(fileReferenceSchema),
  /** Among the rows of the restriction. */
  train: z.nullable(fileReferenceSchema),
});

/** A trained model on a wire. */
export const modelSchema = z.strictObject({
  type: z.literal("model"),
  /** The ONNX file. */
  file: fileReferenceSchema,
  /** What the file says of itself. */
  card: modelCardSchema,
  /** The table it learnt from, and which of its rows, by the SHA-256 of their files. */
  learntFrom: z.strictObject({
    table: z.string(),
    split: z.strictObject({ train: z.string(), test: z.string() }).nullable(),
    /** Where the table was some rows of another one, or not all of its rows trained: which. */
    rows: learntRowsSchema.exactOptional(),
  }),
});

/** See {@linkcode modelSchema}. */
export type ModelValue = z.infer<typeof modelSchema>;

/** @throws {HealerError} `cells/missing-input`, `cells/wrong-input` */
export function modelInput(inputs: Readonly<Record<string, Value>>): ModelValue {
  return inputOf(inputs, "model", "model", modelSchema);
}
