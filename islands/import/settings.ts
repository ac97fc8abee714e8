import type { ReportColumn } from "@/pipeline/cells/table_report.ts";
import type { ImportSettings } from "@/web/import_schema.ts";

// Changes of import settings; each returns new ones.

export type ColumnType = ReportColumn["type"]["value"];
export type ColumnRole = ReportColumn["role"]["value"];

const singleRoles: readonly ColumnRole[] = ["label", "id", "group", "time"];

/** Whether a column of that type can be a feature. */
export function canBeFeature(type: ColumnType): boolean {
  return type === "number" || type === "boolean";
}

/** Reads a column as a type; null: as is guessed. What is no number any more is no feature either. */
export function withType(
  settings: ImportSettings,
  column: string,
  type: ColumnType | null,
): ImportSettings {
  const types = settings.types.filter((each) => each.column !== column);
  const roles = type === null || canBeFeature(type)
    ? settings.roles
    : settings.roles.filter((each) => each.column !== column || each.role !== "feature");
  return { ...settings, types: type === null ? types : [...types, { column, type }], roles };
}

/** Gives some columns a role, null: the guessed one. A role that one column has goes from the others. */
export function withRole(
  settings: ImportSettings,
  columns: readonly string[],
  role: ColumnRole | null,
): ImportSettings {
  const changed = new Set(columns);
  const kept = settings.roles.filter((each) =>
    !changed.has(each.column) &&
    (role === null || each.role !== role || !singleRoles.includes(role))
  );
  const added = role === null ? [] : columns.map((column) => ({ column, role }));
  return { ...settings, roles: [...kept, ...added] };
}
