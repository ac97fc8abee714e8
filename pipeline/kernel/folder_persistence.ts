import { join } from "node:path";
import { writeAtomically } from "../atomic_file.ts";
import { CheckpointFiles, type KeptCheckpoints } from "../checkpoint_files.ts";
import { fileReferences } from "../cells/value.ts";
import type { Unfinished } from "./cell_state.ts";
import { type NotebookEvent, notebookEventSchema } from "./events.ts";
import type { ProducedFile } from "./executor.ts";
import { noteUnfinished } from "./unfinished_runs.ts";
import {
  type Persistence,
  type RunOutcome,
  type StoredResult,
  storedResultSchema,
} from "./persistence.ts";

/**
 * Keeps the work of one notebook in a plain folder: `blobs/<sha256>`, `results/<key>.json`, what unfinished
 * work has left in `checkpoints/<key>/`, and every run's events in `runs.jsonl`.
 */
export class FolderPersistence implements Persistence {
  private readonly lastKeyOf = new Map<string, string>();

  private readonly unfinished = new Map<string, Omit<Unfinished, "canContinue">>();
  private readonly checkpointFiles: CheckpointFiles;

  private constructor(private readonly folder: string) {
    this.checkpointFiles = new CheckpointFiles(join(folder, "checkpoints"));
  }

  /** Opens such a folder, or makes one. */
  static async open(folder: string): Promise<FolderPersistence> {
    await Deno.mkdir(join(folder, "blobs"), { recursive: true });
    await Deno.mkdir(join(folder, "results"), { recursive: true });
    const persistence = new FolderPersistence(folder);
    await persistence.readLog();
    return persistence;
  }

  /** Where the content of that name lies. */
  blobPath(sha256: string): string {
    return join(this.folder, "blobs", sha256);
  }

  /** Copies a file in that cells shall be able to read. */
  async addBlob(sha256: string, path: string): Promise<void> {
    await Deno.copyFile(path, this.blobPath(sha256));
  }

  async findResult(key: string): Promise<StoredResult | undefined> {
    const text = await unlessAbsent(Deno.readTextFile(this.resultPath(key)));
    if (text === undefined) return undefined;
    const parsed = storedResultSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return undefined;
    const stored = parsed.data;
    for (const { sha256 } of fileReferences([stored.result.values, stored.result.tables])) {
      if (await unlessAbsent(Deno.stat(this.blobPath(sha256))) === undefined) return undefined;
    }
    return stored;
  }

  async saveResult(
    key: string,
    result: StoredResult,
    files: readonly ProducedFile[],
  ): Promise<void> {
    for (const { sha256, path } of files) await Deno.rename(path, this.blobPath(sha256));
    const json = new TextEncoder().encode(JSON.stringify(result));
    await writeAtomically(this.resultPath(key), json);
    await this.checkpointFiles.forget(key);
  }

  async placeFile(sha256: string, target: string): Promise<void> {
    await Deno.link(this.blobPath(sha256), target);
  }

  lastKeys(): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(this.lastKeyOf);
  }

  unfinishedRuns(): Promise<ReadonlyMap<string, Omit<Unfinished, "canContinue">>> {
    return Promise.resolve(this.unfinished);
  }

  checkpoints(key: string): KeptCheckpoints {
    return this.checkpointFiles.of(key);
  }

  startRun(): string {
    return crypto.randomUUID();
  }

  appendEvent(_run: string, event: NotebookEvent): void {
    this.remember(event);
    const line = JSON.stringify(event) + "\n";
    Deno.writeTextFileSync(this.logPath(), line, { append: true });
  }

  /** The log has the event that says so. */
  endRun(_run: string, _outcome: RunOutcome): void {}

  private async readLog(): Promise<void> {
    const text = await unlessAbsent(Deno.readTextFile(this.logPath())) ?? "";
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    // The end of the process may have cut the last line short.
    if (whole !== text) await Deno.writeTextFile(this.logPath(), whole);
    for (const line of whole.split("\n")) {
      if (line !== "") this.remember(notebookEventSchema.parse(JSON.parse(line)));
    }
  }

  private remember(event: NotebookEvent): void {
    if (event.type === "finished") this.lastKeyOf.set(event.cell, event.key);
    noteUnfinished(this.unfinished, event);
  }

  private resultPath(key: string): string {
    return join(this.folder, "results", `${key}.json`);
  }

  private logPath(): string {
    return join(this.folder, "runs.jsonl");
  }
}

async function unlessAbsent<Result>(result: Promise<Result>): Promise<Result | undefined> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
