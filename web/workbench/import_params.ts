import { importFile } from "@/pipeline/cells/import.ts";
import type { TableFile } from "@/pipeline/cells/table_file.ts";
import type { ReportColumn, TableReport } from "@/pipeline/cells/table_report.ts";
import type { ImportSettings } from "../import_schema.ts";

/** What an import cell is told, but for the file. */
export type ImportCellParams = Readonly<Record<string, unknown>>;

const typeParam = {
  number: "numbers",
  text: "texts",
  boolean: "booleans",
  time: "times",
} as const;

const singleRoles = ["label", "id", "group", "time"] as const;

/** The params of the import cell that reads as `settings` say; whatever they leave out is guessed. */
export function cellParams(settings: ImportSettings): ImportCellParams {
  const { types, roles, ...dialect } = settings;
  const params: Record<string, unknown> = { ...dialect };
  for (const type of ["number", "text", "boolean", "time"] as const) {
    params[typeParam[type]] = types.filter((each) => each.type === type)
      .map(({ column }) => column);
  }
  const withRole = (wanted: string): string[] =>
    roles.filter(({ role }) => role === wanted).map(({ column }) => column);
  for (const role of singleRoles) params[role] = withRole(role).at(-1) ?? null;
  return { ...params, features: withRole("feature"), ignore: withRole("ignored") };
}

/**
 * The params that read as `report` says it was read: what was guessed of the file as a whole, and the columns
 * that have a role of their own, are named, so that no later guess makes another table of the file.
 */
export function fixedParams(settings: ImportSettings, report: TableReport): ImportCellParams {
  const { delimiter, quote, decimal, header, encoding } = report.reading;
  const { columns } = report;
  const names = new Set(columns.map(({ name }) => name));
  const chosen = {
    ...settings,
    types: settings.types.filter(({ column }) => names.has(column)),
    roles: columns.flatMap(({ name, role }) =>
      role.guessed ? [] : [{ column: name, role: role.value }]
    ),
  };
  const single = singleRoles.map((role) =>
    [role, columns.find((column) => column.role.value === role)?.name ?? null] as const
  );
  return {
    ...cellParams(chosen),
    delimiter: delimiterName(delimiter?.value),
    quote: { '"': "double", "'": "single" }[quote?.value ?? ""] ?? "guess",
    decimal: decimal === undefined ? "guess" : { ".": "point", ",": "comma" }[decimal.value],
    header: header === undefined ? "guess" : header.value ? "yes" : "no",
    encoding: encoding?.value ?? "",
    ...Object.fromEntries(single),
  };
}

/** `report`, made with what was guessed before in `preview`, with the reasons of these guesses. */
export function withReasons(report: TableReport, preview: TableReport): TableReport {
  const before = new Map(preview.columns.map((column) => [column.name, column]));
  return {
    ...report,
    reading: preview.reading,
    columns: report.columns.map((column): ReportColumn => {
      const known = before.get(column.name)?.role;
      const isFixed = !column.role.guessed && known?.guessed && known.value === column.role.value;
      return isFixed ? { ...column, role: known } : column;
    }),
  };
}

/** What the cell of a notebook is told to read a dataset's file as the dataset: no more than has to be said. */
export function readingParams(file: TableFile, params: ImportCellParams): ImportCellParams {
  const defaults = new Map(Object.entries(importFile.params.parse({})));
  const said = Object.entries(params).filter(([name, value]) =>
    JSON.stringify(defaults.get(name)) !== JSON.stringify(value)
  );
  return { file, ...Object.fromEntries(said) };
}

function delimiterName(sign: string | undefined): string {
  return { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" }[sign ?? ""] ?? "guess";
}
