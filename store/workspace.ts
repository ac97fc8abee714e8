import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { CheckpointFiles } from "../pipeline/checkpoint_files.ts";
import { HealerError, type Problem } from "../pipeline/problem.ts";
import { Blobs } from "./blobs.ts";
import { Catalogues } from "./catalogues.ts";
import { CellResults } from "./cell_results.ts";
import { Database, type DatabaseOptions } from "./database.ts";
import { Datasets } from "./datasets.ts";
import { Diagnoses } from "./diagnoses.ts";
import { storeError } from "./failure.ts";
import { Models } from "./models.ts";
import { Notebooks } from "./notebooks.ts";
import { PartialUploads } from "./partial_uploads.ts";
import { Pipelines } from "./pipelines.ts";
import { RunScoresTable } from "./run_scores.ts";
import { type Run, Runs } from "./runs.ts";
import { Scratch } from "./scratch.ts";
import { syncFolder } from "./sync_folder.ts";
import { Uploads } from "./uploads.ts";
import { WorkspaceLock } from "./workspace_lock.ts";

const day = 86_400_000;

const blobSchema = z.object({ sha256: z.string() });

/**
 * One folder that holds all that a user made: rows in SQLite, content in blobs. What a method has returned,
 * or its promise resolved, is on the disk and survives the end of the process in whatever way.
 */
export class Workspace implements AsyncDisposable {
  readonly uploads: Uploads;
  readonly datasets: Datasets;
  readonly notebooks: Notebooks;
  readonly runs: Runs;
  /** What unfinished work has left, by result key. */
  readonly checkpoints: CheckpointFiles;
  readonly runScores: RunScoresTable;
  readonly cellResults: CellResults;
  readonly pipelines: Pipelines;
  readonly models: Models;
  readonly catalogues: Catalogues;
  readonly diagnoses: Diagnoses;
  /** The runs that the end of the last server cut off. */
  readonly interrupted: readonly Run[];
  private isOpen = true;

  constructor(
    readonly folder: string,
    readonly blobs: Blobs,
    readonly scratch: Scratch,
    readonly partialUploads: PartialUploads,
    private readonly database: Database,
    private readonly lock: WorkspaceLock,
  ) {
    this.uploads = new Uploads(database, blobs);
    this.datasets = new Datasets(database, blobs);
    this.notebooks = new Notebooks(database);
    this.runs = new Runs(database, this.notebooks);
    this.checkpoints = new CheckpointFiles(join(folder, "checkpoints"));
    this.runScores = new RunScoresTable(database);
    this.cellResults = new CellResults(database, blobs);
    this.pipelines = new Pipelines(database);
    this.models = new Models(database, blobs);
    this.catalogues = new Catalogues(database);
    this.diagnoses = new Diagnoses(database, blobs, this.models);
    this.interrupted = this.runs.markInterrupted();
  }

  /** Stores all the rows that `work`, which must not be async, adds; or none of them where it throws. */
  transaction<Result>(work: () => Result): Result {
    return this.database.transaction(work);
  }

  /**
   * Forgets what was deleted long ago, so that its blobs can be collected. A model that a diagnosis was made by
   * stays; of a notebook only the files go that its cells read, as far as nothing else needs them.
   *
   * @param patience What was deleted less than so many milliseconds ago can still be restored, by default 30 days.
   */
  forgetDeleted(patience = 30 * day): void {
    const before = new Date(Date.now() - patience).toISOString();
    this.database.transaction(() => {
      for (
        const sql of [
          "DELETE FROM diagnoses WHERE deleted < ?",
          `DELETE FROM pipeline_versions
            WHERE pipeline IN (SELECT id FROM pipelines WHERE deleted < ?)`,
          "DELETE FROM pipelines WHERE deleted < ?",
          `DELETE FROM models WHERE deleted < ?
            AND NOT EXISTS (SELECT 1 FROM diagnoses WHERE diagnoses.model = models.id)`,
          `UPDATE models SET dataset = NULL
            WHERE dataset IN (SELECT id FROM datasets WHERE deleted < ?)`,
          `DELETE FROM uploads
            WHERE sha256 IN (SELECT source_sha256 FROM datasets WHERE deleted < ?1)
            AND sha256 NOT IN (SELECT source_sha256 FROM datasets
              WHERE deleted IS NULL OR deleted >= ?1)`,
          "DELETE FROM datasets WHERE deleted < ?",
          "DELETE FROM uploads WHERE deleted < ?",
          `DELETE FROM notebook_blobs
            WHERE notebook IN (SELECT id FROM notebooks WHERE deleted < ?)`,
        ]
      ) this.database.run(sql, before);
    });
  }

  /**
   * Removes the blobs that no row refers to.
   *
   * @param patience A blob stored less than so many milliseconds ago stays, by default an hour.
   * @returns How many went and what they took.
   */
  async collectGarbage(patience?: number): Promise<{ blobs: number; bytes: number }> {
    const isReferenced = (sha256: string): boolean => {
      const sql = "SELECT sha256 FROM referenced_blobs WHERE sha256 = ? LIMIT 1";
      return this.database.one(blobSchema, sql, sha256) !== undefined;
    };
    return await this.blobs.collectGarbage(isReferenced, patience);
  }

  /** Everything that is wrong with what is stored, found by reading all of it; empty where nothing is. */
  async findFlaws(): Promise<Problem[]> {
    const flaws: Problem[] = [];
    try {
      this.database.checkForDamage("integrity_check");
    } catch (error) {
      if (!(error instanceof HealerError)) throw error;
      flaws.push(error.problem);
    }
    const hashes = (sql: string): string[] =>
      this.database.all(blobSchema, sql).map(({ sha256 }) => sha256);
    const blobs = new Set([
      ...hashes("SELECT sha256 FROM item_blobs"),
      ...hashes("SELECT sha256 FROM cell_result_files"),
      ...hashes("SELECT sha256 FROM notebook_blobs").filter((sha256) => this.blobs.has(sha256)),
    ]);
    for (const sha256 of blobs) {
      const flaw = await this.blobs.findFlaw(sha256);
      if (flaw !== undefined) flaws.push(flaw);
    }
    return flaws;
  }

  /** Closes the workspace; a second call does nothing. */
  [Symbol.asyncDispose](): Promise<void> {
    if (!this.isOpen) return Promise.resolve();
    this.isOpen = false;
    let clean = false;
    try {
      this.cellResults.writeUses();
      this.database.close();
      clean = true;
    } finally {
      this.lock.release(clean);
    }
    return Promise.resolve();
  }
}

/**
 * Opens the workspace in `folder`, or makes one there. Only one process can have it open.
 *
 * @throws {HealerError} `store/in-use`, `store/not-a-folder`, `store/not-writable`, `store/disk-full`,
 *   `store/later-version`, `store/not-a-workspace`, `store/damaged`
 */
export async function openWorkspace(
  folder: string,
  options: Pick<DatabaseOptions, "migrations"> = {},
): Promise<Workspace> {
  await makeFolder(folder);
  const lock = await WorkspaceLock.acquire(folder);
  let database: Database | undefined;
  try {
    database = Database.open(folder, { ...options, check: lock.leftOpen });
    const scratch = await Scratch.open(folder);
    const blobs = await Blobs.open(folder, scratch);
    const partialUploads = await PartialUploads.open(folder, database, blobs);
    await syncFolder(folder);
    return new Workspace(folder, blobs, scratch, partialUploads, database, lock);
  } catch (cause) {
    database?.close();
    lock.release(false);
    throw storeError(folder, cause);
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    if (await exists(folder)) return;
    await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
    await syncFolder(dirname(resolve(folder)));
  } catch (cause) {
    throw storeError(folder, cause);
  }
}

async function exists(folder: string): Promise<boolean> {
  const info = await Deno.stat(folder).catch((cause) => {
    if (cause instanceof Deno.errors.NotFound) return undefined;
    throw cause;
  });
  return info?.isDirectory === true;
}
