import type { PageCell } from "@/pipeline/table/paging/table_page.ts";

/** A row of a result, as the page shows it. */
export interface DiagnosedRow {
  /** Its id, or its number. */
  readonly name: string;
  readonly fault: string;
  readonly confidence: number | undefined;
  readonly runnerUp: string;
  readonly runnerUpProbability: number | undefined;
  readonly warnings: string;
}

/**
 * Rows of a RESULT table: its first column names the row, `diagnosis`, `confidence`, `runner_up`, `p_<class>` and
 * `warnings` follow.
 */
export function diagnosedRows(
  { columns, cells }: {
    readonly columns: readonly { readonly name: string }[];
    readonly cells: readonly (readonly PageCell[])[];
  },
): DiagnosedRow[] {
  // The first column may have any name, one of the others' as well.
  const place = new Map(columns.map(({ name }, index): [string, number] => [name, index]).slice(1));
  return cells.map((row) => {
    const cell = (name: string): PageCell => row[place.get(name) ?? -1] ?? null;
    const runnerUp = text(cell("runner_up"));
    return {
      name: text(row[0] ?? null),
      fault: text(cell("diagnosis")),
      confidence: number(cell("confidence")),
      runnerUp,
      runnerUpProbability: number(cell(`p_${runnerUp}`)),
      warnings: text(cell("warnings")),
    };
  });
}

function text(cell: PageCell): string {
  return cell === null ? "" : String(cell);
}

function number(cell: PageCell): number | undefined {
  return typeof cell === "number" ? cell : undefined;
}
