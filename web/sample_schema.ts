import * as z from "zod/mini";
import { modelFeaturesSchema } from "@/pipeline/diagnosis/model_features.ts";
import { rowAnswerSchema } from "@/pipeline/diagnosis/row_answer.ts";
import { errorRateSchema } from "@/pipeline/diagnosis/verdict.ts";
import { faultCatalogueSchema } from "@/pipeline/model/fault_catalogue.ts";

// Rows that one asks a model about: over the wire between pages, scripts and the server.

const value = z.union([z.number(), z.boolean(), z.null()]);

/** `POST /api/models/[id]/sample`: a row by the names of its features; those that are left out are missing. */
export const sampleRequestSchema = z.strictObject({
  values: z.record(z.string(), value),
  /** The share of wrong answers that is accepted. */
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

/** `GET /api/diagnoses/[id]/rows/[row]`: a row of a diagnosis, explained; rows count from 1. */
export const diagnosisRowSchema = z.object({
  /** What names the row: its id, or its number. */
  id: z.string(),
  row: z.int(),
  /** How many rows the diagnosis has. */
  rows: z.int(),
  model: z.object({ id: z.string(), name: z.string(), version: z.int() }),
  /** The names of the features in the order of the model, as the values of past cases stand. */
  features: z.array(z.string()),
  /** By the names of the features; null = missing. */
  values: z.record(z.string(), z.nullable(z.number())),
  /** Null where the row could not be read: the warnings say why. */
  answer: z.nullable(rowAnswerSchema),
  /** As they stand in the result; empty where there are none. */
  warnings: z.string(),
  /** The group of rows that fit nothing known and are alike; null where it is in none. */
  unknownGroup: z.nullable(z.int()),
});

export type SampleRequest = z.infer<typeof sampleRequestSchema>;
export type SampleForm = z.infer<typeof sampleFormSchema>;
export type DiagnosisRow = z.infer<typeof diagnosisRowSchema>;
