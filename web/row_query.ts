import * as z from "zod/mini";
import { errorRates } from "@/pipeline/diagnosis/verdict.ts";

/** The query of `GET /api/diagnoses/[id]/rows/[row]`. */
export const rowQuerySchema = z.object({
  /** The share of wrong answers that is accepted; that of the diagnosis where none is named. */
  errorRate: z.exactOptional(
    z.coerce.number().check(z.minimum(errorRates.least), z.maximum(errorRates.most)),
  ),
  /** "quick": probabilities, prediction set and novelty alone. */
  detail: z._default(z.enum(["quick", "full"]), "full"),
});

export type RowQuery = z.infer<typeof rowQuerySchema>;
