import { csvText } from "@/pipeline/diagnosis/csv_text.ts";
import type { DataCell, FigureData } from "../drawable.ts";

/**
 * The data behind a figure as CSV (RFC 4180, one line feed a row). Texts that a spreadsheet would run as formulas
 * are guarded; numbers stay as they are.
 */
export function figureCsv({ columns, rows }: FigureData): string {
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(",")}\n`).join("");
}

function csvCell(cell: DataCell): string {
  return typeof cell === "string" ? csvText(cell) : String(cell ?? "");
}
