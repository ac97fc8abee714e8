import { z } from "zod";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Wire } from "@/islands/notebook/wires.ts";
import type { ColumnChoice } from "../form/field_frame.tsx";

const columns = z.array(z.object({ name: z.string(), role: z.string() }));

/** What is read of a table on a wire: the raw columns, and those after the steps so far. */
const tableSchema = z.object({
  type: z.literal("prepared"),
  columns,
  preview: z.object({ columns }),
});

/**
 * The columns that the params of a cell can name: those of the table it reads, else of the one it gives, such as
 * a file; undefined before there is one.
 */
export function inputColumns(
  open: OpenNotebook,
  own: LiveCell,
  wires: readonly Wire[],
): readonly ColumnChoice[] | undefined {
  for (const { source } of wires) {
    const table = source === undefined ? undefined : tableOf(open.live(source).value);
    if (table !== undefined) return choices(table.preview.columns);
  }
  const table = wires.length === 0 ? tableOf(own) : undefined;
  return table && choices(table.columns);
}

function tableOf({ result }: LiveCell): z.infer<typeof tableSchema> | undefined {
  for (const value of Object.values(result?.result.values ?? {})) {
    const parsed = tableSchema.safeParse(value);
    if (parsed.success) return parsed.data;
  }
  return undefined;
}

function choices(known: z.infer<typeof columns>): ColumnChoice[] {
  return known.map(({ name, role }) => ({ name, isFeature: role === "feature" }));
}
