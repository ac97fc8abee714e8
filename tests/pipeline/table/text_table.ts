import type { ColumnType } from "@/pipeline/table/column_type.ts";
import { openTable, type ReadOptions } from "@/pipeline/table/open_table.ts";
import { readTable, type Table } from "@/pipeline/table/read_table.ts";

/** The columns and cells of a file, every column read as text and nothing taken as missing. */
export async function readAsText(path: string, options: ReadOptions = {}): Promise<Table> {
  const { columns } = await openTable(path, options);
  const types = new Map(columns.map(({ name }): [string, ColumnType] => [name, "text"]));
  return await readTable(path, { missing: [], ...options, types });
}

/** The rows of a table as arrays of cells. */
export function rowsOf(table: Pick<Table, "frame">): unknown[][] {
  return table.frame.rows();
}
