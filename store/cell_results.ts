import { z } from "zod";
import type { BlobRef, Blobs } from "./blobs.ts";
import { jsonColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";

const fileSchema = z.object({ sha256: z.string(), bytes: z.int(), media: z.string() });

const rowSchema = z.object({ result: jsonColumn(z.unknown()), created: z.string() });
const countSchema = z.object({ value: z.int() });

/** A blob that belongs to a result. */
export interface ResultFile extends BlobRef {
  /** Its media type. */
  readonly media: string;
}

/** What a cell gave. */
export interface CellResultRow {
  readonly result: unknown;
  readonly files: readonly ResultFile[];
  readonly created: string;
}

/** The results of cells by their keys: a cache whose least recently used entries go first. */
export class CellResults {
  /** When each key was last asked for; written with the next result, since no answer should wait for the disk. */
  private readonly uses = new Map<string, number>();
  private lastUse: number;

  constructor(private readonly database: Database, private readonly blobs: Blobs) {
    this.lastUse = this.number("SELECT coalesce(max(last_use), 0) AS value FROM cell_results");
  }

  /**
   * Stores a result, in place of an older one under the same key.
   *
   * @throws {HealerError} `store/missing-blob` where a file was not stored before
   */
  put(key: string, result: unknown, files: readonly ResultFile[]): void {
    const json = toJson(result);
    this.database.transaction(() => {
      this.writeUses();
      this.database.run("DELETE FROM cell_results WHERE key = ?", key);
      this.database.run(
        "INSERT INTO cell_results (key, result, created, last_use) VALUES (?, ?, ?, ?)",
        key,
        json,
        timestamp(),
        ++this.lastUse,
      );
      for (const [sha256, { bytes, media }] of new Map(files.map((file) => [file.sha256, file]))) {
        this.blobs.path(sha256);
        this.database.run(
          "INSERT INTO cell_result_files (key, sha256, bytes, media) VALUES (?, ?, ?, ?)",
          key,
          sha256,
          bytes,
          media,
        );
      }
    });
  }

  /** The result under a key; undefined where there is none, or where one of its files has vanished. */
  get(key: string): CellResultRow | undefined {
    const row = this.database.one(
      rowSchema,
      "SELECT result, created FROM cell_results WHERE key = ?",
      key,
    );
    if (row === undefined) return undefined;
    const files = this.database.all(
      fileSchema,
      "SELECT sha256, bytes, media FROM cell_result_files WHERE key = ? ORDER BY rowid",
      key,
    );
    if (!files.every(({ sha256 }) => this.blobs.has(sha256))) return undefined;
    this.uses.set(key, ++this.lastUse);
    return { ...row, files };
  }

  /** Whether there is a result under a key; does not count as a use. */
  has(key: string): boolean {
    return this.database.one(
      z.unknown(),
      "SELECT 1 FROM cell_results WHERE key = ?",
      key,
    ) !== undefined;
  }

  /** How many results there are. */
  count(): number {
    return this.number("SELECT count(*) AS value FROM cell_results");
  }

  /** What the results take on the disk: each blob once, and not those that a dataset, model or diagnosis keeps anyway. */
  bytes(): number {
    const results = this.number(
      "SELECT coalesce(sum(octet_length(result)), 0) AS value FROM cell_results",
    );
    return results + this.number(`SELECT coalesce(sum(bytes), 0) AS value FROM (
      SELECT DISTINCT sha256, bytes FROM cell_result_files AS file
      WHERE NOT EXISTS (SELECT 1 FROM kept_blobs WHERE kept_blobs.sha256 = file.sha256))`);
  }

  /**
   * Forgets the least recently used results until the others take at most `limit` bytes.
   *
   * @param inUse Keys that stay whatever they take.
   * @returns How many were forgotten; their blobs go with the next garbage collection.
   */
  evict(limit: number, inUse: ReadonlySet<string> = new Set()): number {
    return this.database.transaction(() => {
      this.writeUses();
      const keys = this.database.all(
        z.object({ key: z.string() }),
        "SELECT key FROM cell_results ORDER BY last_use",
      );
      let evicted = 0;
      for (const { key } of keys) {
        if (this.bytes() <= limit) break;
        if (inUse.has(key)) continue;
        evicted += this.database.run("DELETE FROM cell_results WHERE key = ?", key);
      }
      return evicted;
    });
  }

  /** Writes down when the results were last used. */
  writeUses(): void {
    this.database.transaction(() => {
      for (const [key, use] of this.uses) {
        this.database.run("UPDATE cell_results SET last_use = ? WHERE key = ?", use, key);
      }
    });
    this.uses.clear();
  }

  private number(sql: string): number {
    return this.database.one(countSchema, sql)?.value ?? 0;
  }
}
