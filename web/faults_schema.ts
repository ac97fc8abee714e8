import * as z from "zod/mini";
import { faultCatalogueSchema } from "@/pipeline/model/fault_catalogue.ts";

// What people call the classes of a model, over the wire.

/** `GET /api/models/[id]/faults`. */
export const faultsSchema = z.object({
  model: z.object({ id: z.string(), name: z.string(), version: z.int() }),
  /** Changes with the catalogue: a change is based on the one that was read. */
  etag: z.string(),
  catalogue: faultCatalogueSchema,
  /** The model that the catalogue was written for; null where there is none yet. */
  source: z.nullable(z.object({
    model: z.string(),
    name: z.string(),
    version: z.int(),
    isOwn: z.boolean(),
    saved: z.iso.datetime(),
  })),
  /** Whether the last save can be undone. */
  canUndo: z.boolean(),
  /** The classes of the model, and how many rows of each it learnt from. */
  classes: z.array(z.object({ fault: z.string(), rows: z.int() })),
});

/** `PUT /api/models/[id]/faults` → 200 `faultsSchema`; 409 where it is not based on the current one. */
export const saveFaultsSchema = z.strictObject({
  basedOn: z.string(),
  catalogue: faultCatalogueSchema,
});

/** `POST /api/models/[id]/faults/undo` → 200 `faultsSchema`: undoes the last save, or the last undoing. */
export const undoFaultsSchema = z.strictObject({ basedOn: z.string() });

export type FaultsAnswer = z.infer<typeof faultsSchema>;
export type SaveFaults = z.infer<typeof saveFaultsSchema>;
