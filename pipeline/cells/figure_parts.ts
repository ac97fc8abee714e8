import * as z from "zod/mini";

/** A text in both languages. */
export const textPart = z.strictObject({ en: z.string(), zh: z.string() });

/** A name out of the data, the same in every language, or a text of the program. */
export const namePart = z.union([z.string(), textPart]);

/** Numbers with gaps. */
export const numbersPart = z.array(z.nullable(z.number()));

/** An axis: what it shows, with its unit, and its scale; times are milliseconds since 1970 (UTC). */
export const axisPart = z.strictObject({
  label: textPart,
  scale: z._default(z.enum(["linear", "log", "time"]), "linear"),
  /** Where it begins and ends; absent: where its values do. */
  domain: z.exactOptional(z.tuple([z.number(), z.number()])),
});

/** What every figure has: a title, and a line on what to see in it or what was left out. */
export const commonParts = { title: textPart, caption: z.exactOptional(textPart) };
