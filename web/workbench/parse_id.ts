import type { z } from "zod";
import { HealerError } from "@/pipeline/problem.ts";
import { type ItemKind, storeProblem } from "@/store/problems.ts";

/**
 * An id as it comes in with a request.
 *
 * @throws {HealerError} `store/not-found` where it is none: then nothing has it
 */
export function parseId<Schema extends z.ZodType>(
  schema: Schema,
  kind: ItemKind,
  text: string,
): z.output<Schema> {
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new HealerError(storeProblem.notFound(kind, text));
  return parsed.data;
}
