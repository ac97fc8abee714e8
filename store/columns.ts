import { z } from "zod";

/**
 * A column of a table that holds JSON; reads what `schema` says. Every text that a user wrote is stored this
 * way: `node:sqlite` cuts texts at a NUL and replaces lone surrogates, JSON escapes both.
 */
export function jsonColumn<Value>(schema: z.ZodType<Value>): z.ZodType<Value> {
  return z.string().transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "is no JSON" });
      return z.NEVER;
    }
  }).pipe(schema);
}

/** A text that a user wrote. */
export const textColumn: z.ZodType<string> = jsonColumn(z.string());

/** What {@linkcode jsonColumn} reads. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError("Cannot store a value that JSON does not know.");
  return text;
}

/** A time as it is stored: ISO 8601 in UTC, with milliseconds. */
export function timestamp(): string {
  return new Date().toISOString();
}
