import { z } from "zod";
import { sortColumnSchema, tableFilterSchema } from "@/pipeline/kernel/table_messages.ts";
import type { PageRequest, TableQuery } from "@/pipeline/table/paging/table_page.ts";

// What the addresses of table routes may ask for; lists are JSON.

const columnsSchema = jsonText(z.array(z.string()).max(100_000));

const rowsShape = {
  sort: jsonText(z.array(sortColumnSchema).max(100)).exactOptional(),
  filter: jsonText(z.array(tableFilterSchema).max(100)).exactOptional(),
  search: z.string().max(1000).exactOptional(),
};

/** Which rows of a table, in which order. */
export const tableQuerySchema: z.ZodType<TableQuery> = z.object(rowsShape);

/** Some of these rows, and which of their columns. */
export const pageQuerySchema: z.ZodType<PageRequest> = z.object({
  ...rowsShape,
  among: z.string().max(100_000).exactOptional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(0).max(1000).default(100),
  columns: columnsSchema.exactOptional(),
});

/** The columns to be told about. */
export const summaryQuerySchema: z.ZodType<{ columns: string[] }> = z.object({
  columns: columnsSchema,
});

/** A value written as JSON in a text. */
function jsonText<Value>(schema: z.ZodType<Value>): z.ZodType<Value> {
  return z.string().transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "This is no JSON." });
      return z.NEVER;
    }
  }).pipe(schema);
}
