import * as z from "zod/mini";
import { modelFeaturesSchema } from "@/pipeline/diagnosis/model_features.ts";
import { rowAnswerSchema } from "@/pipeline/diagnosis/row_answer.ts";
import { faultCatalogueSchema } from "@/pipeline/model/fault_catalogue.ts";

// Rows that one asks a model about: over the wire between pages, scripts and the server.

const value = z.union([z.number(), z.boolean(), z.null()]);

/** The share of wrong answers that is accepted. */
export const errorRateSchema = z._default(z.number().check(z.gte(0.01), z.lte(0.3)), 0.05);

/** `POST /api/models/[id]/sample`: a row by the names of its features; those that are left out are missing. */
export const sampleRequestSchema = z.strictObject({
  values: z.record(z.string(), value),
  errorRate: errorRateSchema,
  /** "quick": probabilities, prediction set and novelty alone, as one wants while dragging a value. */
  detail: z._default(z.enum(["quick", "full"]), "full"),
});

/** `GET /api/models/[id]/sample`: what one has to know to fill in a row. */
export const sampleFormSchema = z.extend(modelFeaturesSchema, {
  model: z.object({ id: z.string(), name: z.string(), version: z.int() }),
  /** What people call the classes. */
  catalogue: faultCatalogueSchema,
  /** The class that stands for a healthy system; null where none is known to. */
  normal: z.nullable(z.string()),
});

/** `POST /api/models/[id]/sample` → what the model says of the row. */
export const sampleAnswerSchema = rowAnswerSchema;

/** The query of `GET /api/diagnoses/[id]/rows/[row]`. */
export const rowQuerySchema = z.object({
  errorRate: z._default(z.coerce.number().check(z.gte(0.01), z.lte(0.3)), 0.05),
  detail: z._default(z.enum(["quick", "full"]), "full"),
});

/** `GET /api/diagnoses/[id]/rows/[row]`: a row of a diagnosis, explained; rows count from 1. */
export const diagnosisRowSchema = z.object({
  /** What names the row: its id, or its number. */
  id: z.string(),
  row: z.int(),
  model: z.object({ id: z.string(), name: z.string(), version: z.int() }),
  /** By the names of the features; null = missing. */
  values: z.record(z.string(), z.nullable(z.number())),
  /** Null where the row could not be read. */
  answer: z.nullable(rowAnswerSchema),
  /** As they stand in the result; empty where there are none. */
  warnings: z.string(),
});

export type SampleRequest = z.infer<typeof sampleRequestSchema>;
export type SampleForm = z.infer<typeof sampleFormSchema>;
export type DiagnosisRow = z.infer<typeof diagnosisRowSchema>;
