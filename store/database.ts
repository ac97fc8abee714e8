import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { z } from "zod";
import { HealerError } from "../pipeline/problem.ts";
import { storeError } from "./failure.ts";
import { type Migration, migrations as allMigrations } from "./migrations.ts";
import { storeProblem } from "./problems.ts";

/** Marks the file as a workspace's database: "HEAL" in the header (https://www.sqlite.org/pragma.html#pragma_application_id). */
const applicationId = 0x4845414c;

/** How the database is opened. */
export interface DatabaseOptions {
  /** Looks for damage first: for a database that was not closed properly. */
  readonly check: boolean;
  readonly migrations?: readonly Migration[];
}

/**
 * The SQLite database of a workspace. What a call has written is on the disk when it returns. Rows are
 * parsed by the schema that the caller gives.
 */
export class Database {
  private readonly statements = new Map<string, StatementSync>();

  private constructor(private readonly sqlite: DatabaseSync, private readonly folder: string) {}

  /**
   * Opens or creates the database in `folder` and brings it to the newest format.
   *
   * @throws {HealerError} `store/later-version`, `store/not-a-workspace`, `store/damaged`,
   *   `store/not-writable`, `store/disk-full`
   */
  static open(folder: string, { check, migrations = allMigrations }: DatabaseOptions): Database {
    const path = join(folder, "workspace.db");
    let sqlite: DatabaseSync | undefined;
    try {
      // SQLite gives its other files the mode of this one.
      Deno.openSync(path, { write: true, create: true, mode: 0o600 }).close();
      sqlite = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true });
      const database = new Database(sqlite, folder);
      const format = database.format(migrations.length);
      database.run("PRAGMA journal_mode = WAL");
      database.run("PRAGMA synchronous = FULL");
      if (check) database.checkForDamage("quick_check");
      database.migrate(format, migrations);
      return database;
    } catch (cause) {
      sqlite?.close();
      throw storeError(folder, cause);
    }
  }

  /** The first row of the answer; undefined where there is none. */
  one<Row>(row: z.ZodType<Row>, sql: string, ...values: SQLInputValue[]): Row | undefined {
    const found = this.attempt(() => this.statement(sql).get(...values));
    return found === undefined ? undefined : this.parse(row, found);
  }

  /** Every row of the answer. */
  all<Row>(row: z.ZodType<Row>, sql: string, ...values: SQLInputValue[]): Row[] {
    return this.attempt(() => this.statement(sql).all(...values))
      .map((found) => this.parse(row, found));
  }

  /** Executes a statement without an answer; returns how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return this.attempt(() => Number(this.statement(sql).run(...values).changes));
  }

  /** Does all that `work` writes, or nothing of it where it throws. A transaction inside another is part of that. */
  transaction<Result>(work: () => Result): Result {
    if (this.sqlite.isTransaction) return work();
    this.run("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.run("COMMIT");
      return result;
    } catch (cause) {
      // SQLite itself rolls back where the disk is full.
      if (this.sqlite.isTransaction) this.run("ROLLBACK");
      throw cause;
    }
  }

  /** @throws {HealerError} `store/damaged` where SQLite finds its file in disorder. */
  checkForDamage(check: "quick_check" | "integrity_check"): void {
    const [first] = this.all(z.record(z.string(), z.string()), `PRAGMA ${check}(1)`);
    const finding = Object.values(first ?? {})[0] ?? "";
    if (finding !== "ok") throw new HealerError(storeProblem.damaged(this.folder, finding));
    const [dangling] = this.all(z.object({ table: z.string() }), "PRAGMA foreign_key_check");
    if (dangling !== undefined) {
      const detail = `a row of ${dangling.table} refers to one that is missing`;
      throw new HealerError(storeProblem.damaged(this.folder, detail));
    }
  }

  close(): void {
    this.statements.clear();
    this.sqlite.close();
  }

  /** The number of the format, 0 for an empty database. */
  private format(known: number): number {
    const number = (pragma: string): number =>
      this.one(z.record(z.string(), z.int()), `PRAGMA ${pragma}`)?.[pragma] ?? 0;
    const format = number("user_version");
    const owner = number("application_id");
    const isEmpty = this.one(z.unknown(), "SELECT 1 FROM sqlite_schema LIMIT 1") === undefined;
    if (isEmpty && format === 0 && owner === 0) return 0;
    if (owner !== applicationId) throw new HealerError(storeProblem.notAWorkspace(this.folder));
    if (format > known) {
      throw new HealerError(storeProblem.laterVersion(this.folder, format, known));
    }
    return format;
  }

  private migrate(format: number, migrations: readonly Migration[]): void {
    for (const [index, statements] of migrations.entries()) {
      if (index < format) continue;
      this.transaction(() => {
        for (const sql of statements) this.run(sql);
        this.run(`PRAGMA application_id = ${applicationId}`);
        this.run(`PRAGMA user_version = ${index + 1}`);
      });
    }
  }

  private statement(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.sqlite.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  private attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (cause) {
      throw storeError(this.folder, cause);
    }
  }

  private parse<Row>(schema: z.ZodType<Row>, found: unknown): Row {
    const row = schema.safeParse(found);
    if (row.success) return row.data;
    const { path, message } = row.error.issues[0] ?? { path: [], message: "unreadable row" };
    const detail = `${path.join(".")}: ${message}`;
    throw new HealerError(storeProblem.damaged(this.folder, detail), { cause: row.error });
  }
}
