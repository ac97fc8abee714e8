import * as z from "zod/mini";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import type { ColumnChoice } from "../form/field_frame.tsx";

const columns = z.array(z.object({ name: z.string(), role: z.string() }));

type Columns = z.infer<typeof columns>;

/** What is read of a table on a wire: the raw columns, and those after the steps so far. */
const preparedSchema = z.object({
  type: z.literal("prepared"),
  columns,
  preview: z.object({ columns }),
});

/** What is read of any other value that holds rows. */
const rowsSchema = z.object({ table: z.object({ columns }) });

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
    if (table !== undefined) return choices(table.read);
  }
  const table = own && tableOf(own);
  return table && choices(table.raw);
}

/** The names of the columns of each table that is read, by port. */
export function tablesOf(
  wires: readonly { readonly port: string }[],
  read: readonly (Result | "")[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(wires.flatMap(({ port }, index) => {
    const names = inputColumns([read[index]], undefined)?.map(({ name }) => name);
    return names === undefined ? [] : [[port, names]];
  }));
}

interface ColumnsOfTable {
  readonly raw: Columns;
  /** As a cell reads them. */
  readonly read: Columns;
}

function tableOf({ result }: NonNullable<Result>): ColumnsOfTable | undefined {
  for (const value of Object.values(result.values)) {
    const prepared = preparedSchema.safeParse(value).data;
    if (prepared !== undefined) return { raw: prepared.columns, read: prepared.preview.columns };
    const rows = rowsSchema.safeParse(value).data?.table.columns;
    if (rows !== undefined) return { raw: rows, read: rows };
  }
  return undefined;
}

function choices(known: Columns): ColumnChoice[] {
  return known.map(({ name, role }) => ({ name, isFeature: role === "feature" }));
}
