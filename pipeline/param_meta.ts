import { z } from "zod";
import type { Text } from "./problem.ts";

/**
 * What a generated form says about one param. It is the last link of the field's chain, so that it sits
 * on the outermost schema and JSON Schema carries it along:
 *
 * ```ts
 * z.strictObject({
 *   method: z.enum(["quantile", "iqr"]).default("quantile").meta(
 *     {
 *       label: { en: "Method", zh: "方法" },
 *       help: { en: "How the limits are found.", zh: "如何确定界限。" },
 *       options: {
 *         quantile: { en: "Quantiles", zh: "分位数" },
 *         iqr: { en: "Interquartile range", zh: "四分位距" },
 *       },
 *     } satisfies ParamMeta,
 *   ),
 * })
 * ```
 *
 * Range, default and type are not repeated here: they are read from the schema itself.
 */
export interface ParamMeta {
  /** The field's name in the form, without a colon. */
  readonly label: Text;
  /** One sentence: what the value does, and its unit where it has one. */
  readonly help: Text;
  /**
   * The label of each member, on enum fields and there for every member; on a field that is a union of
   * objects, the label of each value of their discriminator.
   */
  readonly options?: Readonly<Record<string, Text>>;
  /** The field matters only while each param named here has one of these values. */
  readonly shownWhen?: Readonly<Record<string, readonly unknown[]>>;
  /** The field names columns of the cell's table (one or a list): features only, or any. */
  readonly columns?: "feature" | "any";
  /** The field holds a file (`cells/table_file.ts`) with a table in it. */
  readonly file?: "table";
  /** Where tuning looks for better values; without it tuning leaves the field alone. */
  readonly search?: ParamSearch;
  /** The field holds conditions on rows of the cell's table: `[{ column, op, value }]`. */
  readonly conditions?: boolean;
  /** The field holds columns of the cell's table and other names for them: `[{ from, to }]`. */
  readonly renames?: boolean;
  /** The field holds a text of several lines, written in Markdown. */
  readonly multiline?: boolean;
  /** Forms leave the field out: programs set it, not people. */
  readonly hidden?: boolean;
  /** The field holds a text in that language, for an editor that knows it. */
  readonly code?: CodeLanguage;
}

/** A language that the editor of code knows. */
export type CodeLanguage = "typescript" | "sql";

/** A range that tuning draws from, evenly or evenly in the logarithm, or values it tries. */
export type ParamSearch =
  | { readonly low: number; readonly high: number; readonly scale: "linear" | "log" }
  | { readonly values: readonly unknown[] };

const textSchema = z.object({ en: z.string().min(1), zh: z.string().min(1) });

const paramMetaSchema = z.object({
  label: textSchema,
  help: textSchema,
  options: z.record(z.string(), textSchema).exactOptional(),
  shownWhen: z.record(z.string(), z.array(z.unknown())).exactOptional(),
  columns: z.enum(["feature", "any"]).exactOptional(),
  file: z.literal("table").exactOptional(),
  multiline: z.boolean().exactOptional(),
  conditions: z.boolean().exactOptional(),
  renames: z.boolean().exactOptional(),
  hidden: z.boolean().exactOptional(),
  code: z.enum(["typescript", "sql"]).exactOptional(),
  search: z.union([
    z.strictObject({ low: z.number(), high: z.number(), scale: z.enum(["linear", "log"]) }),
    z.strictObject({ values: z.array(z.unknown()) }),
  ]).exactOptional(),
});

/**
 * The metas of the params of a `z.strictObject`, by name in their order.
 *
 * @throws {TypeError} `params` is not an object schema, or a field has no {@linkcode ParamMeta}.
 */
export function paramMetas(params: z.ZodType): ReadonlyMap<string, ParamMeta> {
  if (!(params instanceof z.ZodObject)) {
    throw new TypeError("Cannot list the params: the schema is no z.strictObject.");
  }
  const fields: readonly [string, z.ZodType][] = Object.entries(params.shape);
  return new Map(fields.map(([name, field]) => {
    const meta = paramMetaSchema.safeParse(field.meta() ?? {});
    if (!meta.success) {
      throw new TypeError(`Cannot label the param "${name}": its .meta() is no ParamMeta.`);
    }
    return [name, meta.data];
  }));
}
