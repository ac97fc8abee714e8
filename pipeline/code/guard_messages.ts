import { z } from "zod";
import type { CodeFailure } from "./failure.ts";
import { codeLimits } from "./limits.ts";

const shortText = z.string().max(2100);
const shortTexts = z.strictObject({ en: shortText, zh: shortText });
const count = z.int().nonnegative();
const at = z.strictObject({ line: z.int().min(1), column: z.int().min(1) }).nullable();
const columnKind = z.enum(["number", "text", "boolean", "time"]);

/** See {@linkcode CodeFailure}. */
const failureSchema: z.ZodType<CodeFailure> = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("syntax"), message: shortText, at }),
  z.strictObject({
    what: z.literal("thrown"),
    name: shortText,
    isError: z.boolean(),
    message: shortText,
    at,
  }),
  z.strictObject({ what: z.literal("denied"), message: shortText, at }),
  z.strictObject({ what: z.literal("plot"), text: shortTexts, hint: shortTexts, at }),
  z.strictObject({ what: z.enum(["time", "memory", "lines", "no-rows"]) }),
  z.strictObject({ what: z.literal("returned"), given: shortText }),
  z.strictObject({ what: z.literal("cell"), column: shortText, row: count, held: shortText }),
  z.strictObject({
    what: z.literal("mixed"),
    column: shortText,
    row: count,
    type: columnKind,
    other: columnKind,
  }),
  z.strictObject({ what: z.literal("lengths"), column: shortText, rows: count, others: count }),
  z.strictObject({
    what: z.literal("column-name"),
    how: z.enum(["empty", "repeated", "long"]),
    name: shortText,
  }),
  z.strictObject({
    what: z.literal("size"),
    of: z.enum(["rows", "columns", "cells", "textBytes", "figures", "figureBytes"]),
    count: z.number(),
  }),
]);

/** What the process that runs code says, frame by frame; the code itself may have had a hand in it. */
export const fromGuardSchema = z.union([
  z.strictObject({ line: z.string().max(codeLimits.lineLength) }),
  z.strictObject({ failed: failureSchema, lines: count }),
  z.strictObject({
    figures: z.array(z.unknown()).max(codeLimits.figures),
    /** Of the table, which came before; null = it gave none. */
    bytes: count.nullable(),
    lines: count,
  }),
]);

export type FromGuard = z.infer<typeof fromGuardSchema>;
