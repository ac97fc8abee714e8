import * as z from "zod/mini";
import { problemSchema } from "@/pipeline/kernel/problem_schema.ts";

// Single cells as they go over the wire: nothing here may need Deno or Node.

/** `POST /api/cells/check`: a cell as a notebook has it. */
export const checkCellSchema = z.strictObject({ cell: z.unknown() });

/** What keeps the cell from running, whatever stands around it; null where nothing does. */
export const cellCheckSchema = z.object({ problem: z.nullable(problemSchema) });
