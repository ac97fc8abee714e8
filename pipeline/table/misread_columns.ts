import type { TableColumn } from "./column_type.ts";
import type { BadRow } from "./open_table.ts";
import type { ColumnRole } from "./role.ts";

/**
 * The columns that took rows out of the table because they only look like numbers: labels, ids, groups and
 * times need not be numbers, so they are better read once more, as text.
 */
export function misreadColumns(
  columns: readonly TableColumn[],
  roles: ReadonlyMap<string, ColumnRole>,
  badRows: readonly BadRow[],
): string[] {
  const flawed = new Set(badRows.map((bad) => columns[(bad.column ?? 0) - 1]?.name));
  return [...roles].flatMap(([name, { role }]) =>
    flawed.has(name) && role !== "feature" && role !== "ignored" ? [name] : []
  );
}
