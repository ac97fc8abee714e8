import * as z from "zod/mini";
import { diagnosisOverviewSchema } from "./diagnosis_schema.ts";

const fault = z.nullable(z.string());

/** The query of `GET /api/diagnoses/[id]/differences`. */
export const differencesQuerySchema = z.object({ with: z.string() });

/** A row that is diagnosed otherwise; null = it could not be read. */
export const changedRowSchema = z.object({
  /** Its place in both results, from 1. */
  row: z.int(),
  id: z.string(),
  from: fault,
  to: fault,
});

/** How two diagnoses differ. */
export const differencesSchema = z.object({
  a: diagnosisOverviewSchema,
  b: diagnosisOverviewSchema,
  /** Rows of each class in both, in the order of the classes of the first, those of the second alone behind them. */
  faults: z.array(z.object({ fault: z.string(), a: z.int(), b: z.int() })),
  /** Null where they are not of the same file. */
  rows: z.nullable(z.object({
    /** How many were compared: all, or the first of very many. */
    compared: z.int(),
    changed: z.int(),
    /** How many went from a class to another, the most frequent first. */
    moves: z.array(z.object({ from: fault, to: fault, rows: z.int() })),
    /** The first of those that changed. */
    first: z.array(changedRowSchema),
  })),
});

export type Differences = z.infer<typeof differencesSchema>;
export type ChangedRow = z.infer<typeof changedRowSchema>;
