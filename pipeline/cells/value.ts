import * as z from "zod/mini";

/** A file named by its content. */
export const fileReferenceSchema = z.strictObject({
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.int().check(z.nonnegative()),
  /** Its media type, such as `application/vnd.apache.parquet`. */
  media: z.string(),
});

export type FileReference = z.infer<typeof fileReferenceSchema>;

/** What may flow along a wire. */
export const valueTypes = ["prepared", "model", "evaluation", "diagnosis"] as const;

export type ValueType = typeof valueTypes[number];

/** What a port may take: one type of value, or any value that holds rows. */
export const portTypes = [...valueTypes, "table"] as const;

export type PortType = typeof portTypes[number];

/**
 * A value on a wire: plain JSON whose large parts are files. Whatever reads one of a given `type` parses it
 * with the schema that the cells of that type share (`prepared_value.ts`, `model_value.ts`, …).
 */
export const valueSchema = z.looseObject({ type: z.enum(valueTypes) });

export type Value = z.infer<typeof valueSchema>;

/** Every file that `value` refers to, at any depth. */
export function fileReferences(value: unknown): FileReference[] {
  const reference = fileReferenceSchema.safeParse(value);
  if (reference.success) return [reference.data];
  if (Array.isArray(value)) return value.flatMap(fileReferences);
  if (typeof value === "object" && value !== null) {
    return Object.values(value).flatMap(fileReferences);
  }
  return [];
}
