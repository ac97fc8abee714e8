import { z } from "zod";
import { incidentSchema, unknownGroupSchema, verdictCountsSchema } from "../diagnosis/findings.ts";
import { rowsSchema } from "./prepared_value.ts";
import { fileReferenceSchema } from "./value.ts";

/** A model applied to rows, on a wire. */
export const diagnosisValueSchema = z.strictObject({
  type: z.literal("diagnosis"),
  model: fileReferenceSchema,
  /** The result as CSV, one row for each row diagnosed. */
  result: fileReferenceSchema,
  rows: z.int(),
  /** The same as a table that other cells read. */
  table: rowsSchema,
  /** Rows diagnosed as each class, in the order of the model's classes. */
  counts: z.array(z.strictObject({ fault: z.string(), rows: z.int() })),
  /** How many of these fit nothing known, for the classes where there are any. */
  unknownCounts: z.array(z.strictObject({ fault: z.string(), rows: z.int() })),
  /** Rows that could not be read; they stand in the result with a warning. */
  unread: z.int(),
  withWarnings: z.int(),
  /** The share of wrong answers that was accepted. */
  errorRate: z.number(),
  /** Rows of each verdict; those the model cannot judge are in none. */
  verdicts: verdictCountsSchema,
  /** The features of the rows as the model has read them, one row for each row of the result. */
  features: fileReferenceSchema,
  incidents: z.array(incidentSchema),
  unknownGroups: z.array(unknownGroupSchema),
});

/** See {@linkcode diagnosisValueSchema}. */
export type DiagnosisValue = z.infer<typeof diagnosisValueSchema>;
