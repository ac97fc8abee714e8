import { csvText } from "@/pipeline/diagnosis/csv_text.ts";
import type { FileReference } from "@/pipeline/cells/value.ts";
import type { Executor } from "@/pipeline/kernel/executor.ts";
import type { DiagnosisOverview } from "../diagnosis_schema.ts";
import type { ChangedRow, Differences } from "../differences_schema.ts";

/** So many rows are read at a time, and compared at most. */
const pageRows = 1000, mostCompared = 200_000;

/** So many changed rows travel with the answer. */
const firstRows = 200;

/** A diagnosis and its rows. */
export interface Compared {
  readonly overview: DiagnosisOverview;
  readonly table: FileReference;
}

/**
 * How two diagnoses differ; of the same file, row by row.
 *
 * @throws {HealerError} `kernel/…`, `run/cancelled`
 */
export async function differencesOf(
  a: Compared,
  b: Compared,
  executor: Executor,
  signal?: AbortSignal,
): Promise<Differences> {
  return {
    a: a.overview,
    b: b.overview,
    faults: faultsOf(a.overview, b.overview),
    rows: isSameFile(a.overview, b.overview)
      ? await countChanges(changedRows(a, b, executor, signal), a.overview.rows)
      : null,
  };
}

/** The rows that changed, as CSV; only the head where the diagnoses are not of the same file. */
export async function* differencesCsv(
  a: Compared,
  b: Compared,
  executor: Executor,
): AsyncGenerator<string, void, void> {
  yield "row,id,from,to\n";
  if (!isSameFile(a.overview, b.overview)) return;
  for await (const { row, id, from, to } of changedRows(a, b, executor)) {
    yield `${[String(row), id, from ?? "", to ?? ""].map(csvText).join(",")}\n`;
  }
}

function isSameFile(a: DiagnosisOverview, b: DiagnosisOverview): boolean {
  return a.file !== null && a.file.sha256 === b.file?.sha256 && a.rows === b.rows;
}

function faultsOf(a: DiagnosisOverview, b: DiagnosisOverview): Differences["faults"] {
  const of = ({ counts }: DiagnosisOverview): ReadonlyMap<string, number> =>
    new Map(counts.map(({ fault, rows }) => [fault, rows]));
  const [first, second] = [of(a), of(b)];
  return [...new Set([...first.keys(), ...second.keys()])].map((fault) => ({
    fault,
    a: first.get(fault) ?? 0,
    b: second.get(fault) ?? 0,
  }));
}

async function countChanges(
  changed: AsyncIterable<ChangedRow>,
  rows: number,
): Promise<Differences["rows"]> {
  const moves = new Map<string, { from: string | null; to: string | null; rows: number }>();
  const first: ChangedRow[] = [];
  let count = 0;
  for await (const row of changed) {
    count++;
    if (first.length < firstRows) first.push(row);
    const key = JSON.stringify([row.from, row.to]);
    const move = moves.get(key) ?? { from: row.from, to: row.to, rows: 0 };
    move.rows++;
    moves.set(key, move);
  }
  return {
    compared: Math.min(rows, mostCompared),
    changed: count,
    moves: [...moves.values()].sort((x, y) => y.rows - x.rows),
    first,
  };
}

async function* changedRows(
  a: Compared,
  b: Compared,
  executor: Executor,
  signal?: AbortSignal,
): AsyncGenerator<ChangedRow, void, void> {
  const [idColumn = ""] = (await executor.tablePage(
    { file: a.table, offset: 0, limit: 0 },
    signal,
  )).columns.map(({ name }) => name);
  const rows = Math.min(a.overview.rows, mostCompared);
  for (let offset = 0; offset < rows; offset += pageRows) {
    const page = (file: FileReference, columns: string[]) =>
      executor.tablePage({ file, offset, limit: pageRows, columns }, signal);
    const [before, after] = await Promise.all([
      page(a.table, [idColumn, "diagnosis"]),
      page(b.table, ["diagnosis"]),
    ]);
    for (const [place, [id, from = null]] of before.cells.entries()) {
      const [to = null] = after.cells[place] ?? [];
      if (from === to || offset + place >= rows) continue;
      yield {
        row: offset + place + 1,
        id: String(id ?? ""),
        from: from === null ? null : String(from),
        to: to === null ? null : String(to),
      };
    }
  }
}
