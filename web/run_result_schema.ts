import * as z from "zod/mini";
import { figureSchema } from "@/pipeline/cells/figure.ts";
import { textSchema } from "@/pipeline/kernel/problem_schema.ts";

/** `GET /api/notebooks/[id]/runs/[run]/cells/[cell]`: what a cell that was scored in a run showed then. */
export const runResultSchema = z.object({
  cell: z.string(),
  kind: z.string(),
  /** The key of the result. */
  key: z.string(),
  summary: textSchema,
  figures: z.array(figureSchema),
});

export type RunResult = z.infer<typeof runResultSchema>;
