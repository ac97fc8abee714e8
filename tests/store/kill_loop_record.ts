import { z } from "zod";
import {
  datasetIdSchema,
  diagnosisIdSchema,
  modelIdSchema,
  notebookIdSchema,
  pipelineIdSchema,
  runIdSchema,
} from "@/store/ids.ts";

/** The three kinds of work that the kill loop interrupts. */
export const works = ["import", "save", "training"] as const;
export type Work = typeof works[number];

/** Something that the store has acknowledged; hashes are of the JSON of what was stored. */
const acknowledgedSchema = z.discriminatedUnion("item", [
  z.object({ item: z.literal("dataset"), id: datasetIdSchema, sha256: z.string(), rows: z.int() }),
  z.object({
    item: z.literal("revision"),
    id: notebookIdSchema,
    revision: z.int(),
    hash: z.string(),
  }),
  z.object({ item: z.literal("event"), seq: z.int(), hash: z.string() }),
  z.object({ item: z.literal("blob"), sha256: z.string() }),
  z.object({
    item: z.literal("training"),
    run: runIdSchema,
    key: z.string(),
    hash: z.string(),
    model: modelIdSchema,
    sha256: z.string(),
    diagnosis: diagnosisIdSchema,
    pipeline: pipelineIdSchema,
  }),
]);

/** One line that the child prints: it is ready, it begins some work, or the store has acknowledged something. */
export const recordSchema = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ begins: z.enum(works) }),
  z.object({ ends: z.enum(works) }),
  acknowledgedSchema,
]);

export type Acknowledged = z.infer<typeof acknowledgedSchema>;
export type KillRecord = z.infer<typeof recordSchema>;
