import * as z from "zod/mini";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import type { ColumnChoice } from "../form/field_frame.tsx";

const columns = z.array(z.object({ name: z.string(), role: z.string() }));

/** What is read of a table on a wire: the raw columns, and those after the steps so far. */
const tableSchema = z.object({
  type: z.literal("prepared"),
  columns,
  preview: z.object({ columns }),
});

type Result = LiveCell["result"];

/**
 * The columns that the params of a cell can name: those of the table it reads, else of the one it gives itself,
 * such as a file; undefined before there is one.
 */
export function inputColumns(
  read: readonly (Result | "")[],
  own: Result,
): readonly ColumnChoice[] | undefined {
  for (const result of read) {
    const table = result ? tableOf(result) : undefined;
    if (table !== undefined) return choices(table.preview.columns);
  }
  const table = own && tableOf(own);
  return table && choices(table.columns);
}

function tableOf({ result }: NonNullable<Result>): z.infer<typeof tableSchema> | undefined {
  for (const value of Object.values(result.values)) {
    const parsed = tableSchema.safeParse(value);
    if (parsed.success) return parsed.data;
  }
  return undefined;
}

function choices(known: z.infer<typeof columns>): ColumnChoice[] {
  return known.map(({ name, role }) => ({ name, isFeature: role === "feature" }));
}
