import * as z from "zod/mini";
import { verdictSchema } from "./verdict.ts";

// What a batch of diagnoses comes to beside its rows, as it is stored and sent.

/** The column of a result that tells the groups of unknown rows. */
export const unknownGroupColumn = "unknown_group";

/** How many rows have each verdict. */
export const verdictCountsSchema = z.record(verdictSchema, z.int());

/** The first rows of a result that is still being made. */
export const diagnosisHeadSchema = z.array(z.object({
  /** The cell of the id column, or the row's number from 1. */
  id: z.string(),
  diagnosis: z.nullable(z.string()),
  confidence: z.nullable(z.number()),
  runnerUp: z.nullable(z.string()),
  verdict: z.nullable(verdictSchema),
  warnings: z.string(),
}));

/** The rows of one group. */
export const incidentSchema = z.object({
  group: z.string(),
  rows: z.int(),
  /** The place of its first row in the result, from 1. */
  firstRow: z.int(),
  /**
   * What most of its rows are diagnosed as that are not normal; the normal class where fewer than a tenth are not;
   * null where none could be read.
   */
  diagnosis: z.nullable(z.string()),
  /** How many are. */
  diagnosed: z.int(),
  /** The share of incidents of the training data as strange as this one or stranger; null where that is not known. */
  novelty: z.nullable(z.number()),
  /** Whether it fits nothing known, by the error rate. */
  isUnknown: z.boolean(),
});

/** Rows that fit nothing known and are alike. */
export const unknownGroupSchema = z.object({
  /** From 1, as in the {@linkcode unknownGroupColumn} of the result. */
  id: z.int(),
  rows: z.int(),
  /** In how many incidents they stand; null where the table has no group column. */
  incidents: z.nullable(z.int()),
  /** What they have in common, strongest first. */
  signs: z.array(z.object({
    feature: z.string(),
    direction: z.enum(["high", "low", "missing"]),
    /** Their median; null where it is missing. */
    median: z.nullable(z.number()),
    /** The range of the training rows, as 5 % and 95 % quantiles. */
    usual: z.nullable(z.tuple([z.number(), z.number()])),
  })),
});

export type DiagnosisHead = z.infer<typeof diagnosisHeadSchema>;
export type Incident = z.infer<typeof incidentSchema>;
export type UnknownGroup = z.infer<typeof unknownGroupSchema>;
