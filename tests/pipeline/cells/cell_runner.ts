import { createHash } from "node:crypto";
import { type CellContext, type CellResult, cellResultSchema } from "@/pipeline/cells/cell_kind.ts";
import { type Prepared, preparedSchema } from "@/pipeline/cells/prepared_value.ts";
import { findCellKind, parseCellParams } from "@/pipeline/cells/registry.ts";
import type { TableFile } from "@/pipeline/cells/table_file.ts";
import { type FileReference, fileReferences, type Value } from "@/pipeline/cells/value.ts";
import type { Checkpoint } from "@/pipeline/checkpoint.ts";
import type { MetricPoint } from "@/pipeline/metric.ts";
import type { Notice } from "@/pipeline/problem.ts";
import { runCode } from "@/pipeline/kernel/code_process.ts";
import { readTable, type Table } from "@/pipeline/table/read_table.ts";

/** What a cell gave, as a kernel would hand it on. */
export interface CellRun {
  readonly result: CellResult;
  readonly notices: readonly Notice[];
  readonly metrics: readonly MetricPoint[];
  /** The lines of its log, in English. */
  readonly log: readonly string[];
  /** The fractions that the cell told, in order. */
  readonly fractions: readonly number[];
  /** What it told of its result before the end. */
  readonly partials: readonly unknown[];
}

export interface RunOptions {
  readonly inputs?: Readonly<Record<string, Value>>;
  /** Is called at every progress and may throw, as a cancelled run does. */
  readonly onProgress?: (fraction: number) => void;
  readonly checkpoint?: Checkpoint;
  readonly threads?: number;
}

/** Runs cells one by one in this process and keeps their files in a folder of its own. */
export class CellRunner implements AsyncDisposable {
  private scratchFiles = 0;

  private constructor(private readonly folder: string) {}

  static async create(): Promise<CellRunner> {
    const folder = await Deno.makeTempDir({ prefix: "healer-cells-" });
    await Deno.mkdir(`${folder}/scratch`);
    return new CellRunner(folder);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }

  /** Puts a file where cells can read it. */
  async add(name: string, content: string): Promise<TableFile> {
    const path = `${this.folder}/scratch/added-${this.scratchFiles++}`;
    await Deno.writeTextFile(path, content);
    return { name, content: await this.take(path, "text/csv") };
  }

  /** Runs a cell; what it gives is a `CellResult` that only refers to files it was given or has kept. */
  async run(
    kindName: string,
    params: Readonly<Record<string, unknown>> = {},
    { inputs = {}, onProgress = () => {}, checkpoint, threads }: RunOptions = {},
  ): Promise<CellRun> {
    const kind = findCellKind(kindName);
    const parsed = parseCellParams(kind, params);
    const seed = typeof params.seed === "number" ? params.seed : 0;
    const given = new Set([
      ...fileReferences(inputs).map(({ sha256 }) => sha256),
      ...(kind.filesUsed?.(parsed) ?? []).map(({ sha256 }) => sha256),
    ]);
    const known = new Set(given);
    const partials: unknown[] = [];
    const notices: Notice[] = [], fractions: number[] = [], log: string[] = [];
    const metrics: CellRun["metrics"][number][] = [];
    // As in the kernel, where the context is an instance of a class: copying its own properties is not enough.
    const context: CellContext = Object.create(
      {
        seed,
        progress: (fraction) => {
          fractions.push(fraction);
          onProgress(fraction);
        },
        notice: (notice) => notices.push(notice),
        metric: (name, step, value, fold) =>
          metrics.push({ name, step, value, ...(fold === undefined ? {} : { fold }) }),
        log: ({ en }) => log.push(en),
        partial: (value) => partials.push(value),
        ...(checkpoint && { checkpoint }),
        ...(threads && { threads }),
        pathOf: ({ sha256 }) => {
          if (!given.has(sha256)) throw new Error("A cell reads a file it was not given.");
          return this.path(sha256);
        },
        scratchPath: (extension) => `${this.folder}/scratch/${this.scratchFiles++}.${extension}`,
        runCode: async (work) => {
          const name = `${this.folder}/code-${this.scratchFiles++}`;
          await Deno.mkdir(name);
          const folders = { empty: name, table: `${this.folder}/scratch/${this.scratchFiles++}` };
          return await runCode(
            work,
            folders,
            (line) => log.push(line),
            new AbortController().signal,
          );
        },
        keep: async (path, media) => {
          const file = await this.take(path, media);
          known.add(file.sha256);
          return file;
        },
      } satisfies CellContext,
    );
    const raw = await kind.run(inputs, parsed, context);
    const result = cellResultSchema.parse(JSON.parse(JSON.stringify({ ...raw, notices })));
    for (const file of fileReferences(result)) {
      if (!known.has(file.sha256)) throw new Error("A result refers to a file nobody has kept.");
    }
    return { result, notices, metrics, log, fractions, partials };
  }

  /** Runs a cell that gives a table. */
  async prepare(
    kind: string,
    params: Readonly<Record<string, unknown>>,
    table?: Prepared,
  ): Promise<Prepared> {
    const { result } = await this.run(kind, params, { inputs: table ? { table } : {} });
    return preparedSchema.parse(result.values.table);
  }

  /** The rows of a kept Parquet file. */
  async table(file: FileReference): Promise<Table> {
    return await readTable(this.path(file.sha256));
  }

  /** The table of a result that has this name. */
  async tableNamed({ result }: CellRun, name: string): Promise<Table> {
    const found = result.tables.find((table) => table.name === name);
    if (found === undefined) throw new Error(`There is no table "${name}".`);
    return await this.table(found.file);
  }

  /** The bytes of a kept file. */
  async bytes(file: FileReference): Promise<Uint8Array> {
    return await Deno.readFile(this.path(file.sha256));
  }

  private path(sha256: string): string {
    return `${this.folder}/${sha256}`;
  }

  private async take(path: string, media: string): Promise<FileReference> {
    const content = await Deno.readFile(path);
    const sha256 = createHash("sha256").update(content).digest("hex");
    await Deno.rename(path, this.path(sha256));
    return { sha256, bytes: content.length, media };
  }
}
