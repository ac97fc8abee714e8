import { type Verdict, verdicts } from "@/pipeline/diagnosis/verdict.ts";
import type { PageCell, TablePage } from "@/pipeline/table/paging/table_page.ts";

/** One row of a result. */
export interface ResultRow {
  /** From 1 in the order of the result. */
  readonly row: number;
  readonly id: string;
  /** The model's own class, whatever the verdict; null where the row was not read. */
  readonly diagnosis: string | null;
  readonly confidence: number | null;
  readonly runnerUp: string | null;
  readonly runnerUpProbability: number | null;
  readonly warnings: string;
  /** null where the model cannot judge rows. */
  readonly verdict: Verdict | null;
}

/** A page of a result, row by row. */
export function resultRows({ columns, rowNumbers, cells }: TablePage): ResultRow[] {
  const places = new Map(columns.map(({ name }, place) => [name, place]));
  return cells.map((row, index) => {
    const cell = (name: string): PageCell => row[places.get(name) ?? -1] ?? null;
    const diagnosis = text(cell("diagnosis"));
    const runnerUp = text(cell("runner_up"));
    const verdict = cell("verdict");
    return {
      row: (rowNumbers[index] ?? 0) + 1,
      id: text(row[0] ?? null) ?? "",
      diagnosis,
      confidence: number(cell("confidence")),
      runnerUp,
      runnerUpProbability: runnerUp === null ? null : number(cell(`p_${runnerUp}`)),
      warnings: text(cell("warnings")) ?? "",
      verdict: diagnosis === null ? "unread" : verdicts.find((each) => each === verdict) ?? null,
    };
  });
}

/** The name of the column with the ids; null where rows have their number alone. */
export function idColumnOf({ columns }: Pick<TablePage, "columns">): string | null {
  const name = columns[0]?.name;
  return name === undefined || name === "row" ? null : name;
}

function text(cell: PageCell): string | null {
  return cell === null ? null : String(cell);
}

function number(cell: PageCell): number | null {
  return typeof cell === "number" ? cell : null;
}
