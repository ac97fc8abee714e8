import { z } from "zod";
import { errorRateSchema } from "./diagnosis_schema.ts";

/** The query of `POST /api/models/[id]/diagnose`. */
export const diagnoseQuerySchema = z.object({
  /** What the user calls the file, a label and nothing else. */
  name: z.string().min(1).max(1000),
  errorRate: z.coerce.number().pipe(errorRateSchema).exactOptional(),
  /** Whether the answer waits for the result; what cannot be diagnosed is not kept then. */
  wait: z.enum(["true", "false"]).default("false"),
});
