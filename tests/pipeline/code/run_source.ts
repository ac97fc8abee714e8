import { join } from "node:path";
import type { CodeOutcome, CodeWork } from "@/pipeline/code/code_work.ts";
import {
  type BytesTable,
  decodeTables,
  encodeTables,
  textColumn,
} from "@/pipeline/code/table_bytes.ts";
import { runCode } from "@/pipeline/kernel/code_process.ts";

/** A small table of every type of column, with a hole in each. */
export const smallTable: BytesTable = {
  name: "table",
  rows: 3,
  columns: [
    { name: "load", type: "number", values: Float64Array.of(1, NaN, 3) },
    textColumn("host", ["db-1", null, "数据库"]),
    { name: "up", type: "boolean", values: Uint8Array.of(1, 0, 2) },
    { name: "at", type: "time", values: Float64Array.of(0, 1e12, NaN) },
  ],
};

export interface SourceRun {
  readonly outcome: CodeOutcome;
  readonly table: BytesTable | undefined;
  readonly log: readonly string[];
}

export interface SourceOptions extends Partial<Omit<CodeWork, "source" | "tables">> {
  readonly tables?: readonly BytesTable[];
  readonly signal?: AbortSignal;
  /** Takes what is printed, while it is printed. */
  readonly log?: (line: string) => void;
}

/** Runs code as the server runs that of a cell. */
export async function runSource(
  source: string,
  {
    tables = [smallTable],
    signal = new AbortController().signal,
    log: heard = () => {},
    ...limits
  }: SourceOptions = {},
): Promise<SourceRun> {
  const folder = await Deno.makeTempDir({ prefix: "code-" });
  try {
    const folders = { empty: join(folder, "empty"), table: join(folder, "table") };
    await Deno.mkdir(folders.empty);
    const data = join(folder, "tables");
    await Deno.writeFile(data, encodeTables(tables));
    const log: string[] = [];
    const work = { seed: 0, seconds: 30, memory: 2 ** 30, ...limits, source, tables: data };
    const tell = (line: string): void => {
      log.push(line);
      heard(line);
    };
    const outcome = await runCode(work, folders, tell, signal);
    const table = outcome.table === null
      ? undefined
      : decodeTables(await Deno.readFile(outcome.table))[0];
    return { outcome, table, log };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
