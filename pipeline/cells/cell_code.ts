import { z } from "zod";
import type { CellKind } from "./cell_kind.ts";

/** Code in a param of a cell. */
export interface CellCode {
  readonly param: string;
  readonly language: "typescript" | "sql";
  readonly source: string;
}

const codeMetaSchema = z.object({ code: z.enum(["typescript", "sql"]) });

/** The code that a notebook gives a cell of that kind, as it is written there. */
export function codeOf(
  { params: schema }: Pick<CellKind, "params">,
  params: Readonly<Record<string, unknown>>,
): CellCode[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const fields: readonly [string, z.ZodType][] = Object.entries(schema.shape);
  return fields.flatMap(([param, field]) => {
    const meta = codeMetaSchema.safeParse(field.meta());
    const source = Object.hasOwn(params, param) ? params[param] : undefined;
    return meta.success && typeof source === "string" && source.trim() !== ""
      ? [{ param, language: meta.data.code, source }]
      : [];
  });
}
