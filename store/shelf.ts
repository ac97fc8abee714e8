import type { z } from "zod";
import { HealerError } from "../pipeline/problem.ts";
import { timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { type ItemKind, storeProblem } from "./problems.ts";

/** What every row of a shelf has. */
export interface ShelfRow {
  readonly id: string;
  /** What the user calls it. */
  readonly name: string;
  /** When it was deleted; null where it was not. */
  readonly deleted: string | null;
}

/** The table behind a shelf. */
export interface ShelfTable<Row> {
  readonly table: "uploads" | "datasets" | "pipelines" | "models" | "diagnoses";
  readonly kind: ItemKind;
  /** What is read of a row: the columns as `schema` names them. */
  readonly columns: string;
  readonly schema: z.ZodType<Row>;
}

/**
 * Things that stand in a list of the workspace: each can get another name, and be taken off the list and
 * put back. Whatever was made from a deleted thing still finds it by {@linkcode find}, and its file stays
 * until the workspace forgets it.
 */
export abstract class Shelf<Row extends ShelfRow> {
  protected readonly select: string;

  constructor(
    protected readonly database: Database,
    private readonly shelf: ShelfTable<Row>,
  ) {
    this.select = `SELECT ${shelf.columns} FROM ${shelf.table}`;
  }

  /** @throws {HealerError} `store/not-found`, `store/deleted` */
  get(id: Row["id"]): Row {
    const row = this.find(id);
    if (row.deleted !== null) {
      throw new HealerError(storeProblem.deleted(this.shelf.kind, row.name));
    }
    return row;
  }

  /** As {@linkcode get}, a deleted one as well. @throws {HealerError} `store/not-found` */
  find(id: Row["id"]): Row {
    const row = this.database.one(this.shelf.schema, `${this.select} WHERE id = ?`, id);
    if (row === undefined) throw new HealerError(storeProblem.notFound(this.shelf.kind, id));
    return row;
  }

  /** All that were not deleted, newest first. */
  list(): Row[] {
    return this.database.all(
      this.shelf.schema,
      `${this.select} WHERE deleted IS NULL ORDER BY rowid DESC`,
    );
  }

  /** The deleted ones, last deleted first. */
  listDeleted(): Row[] {
    return this.database.all(
      this.shelf.schema,
      `${this.select} WHERE deleted IS NOT NULL ORDER BY deleted DESC, rowid DESC`,
    );
  }

  /** Gives another name. @throws {HealerError} `store/not-found`, `store/deleted` */
  rename(id: Row["id"], name: string): Row {
    this.get(id);
    this.database.run(`UPDATE ${this.shelf.table} SET name = ? WHERE id = ?`, toJson(name), id);
    return this.get(id);
  }

  /** Takes it off the list; {@linkcode restore} puts it back. @throws {HealerError} `store/not-found` */
  delete(id: Row["id"]): Row {
    return this.setDeleted(id, timestamp());
  }

  /** Undoes a deletion. @throws {HealerError} `store/not-found` */
  restore(id: Row["id"]): Row {
    return this.setDeleted(id, null);
  }

  private setDeleted(id: Row["id"], deleted: string | null): Row {
    this.find(id);
    this.database.run(`UPDATE ${this.shelf.table} SET deleted = ? WHERE id = ?`, deleted, id);
    return this.find(id);
  }
}
