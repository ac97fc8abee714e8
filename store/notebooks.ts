import { z } from "zod";
import { HealerError } from "../pipeline/problem.ts";
import { textColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { newId, type NotebookId, notebookIdSchema } from "./ids.ts";
import {
  type NewRevision,
  type NotebookRevision,
  NotebookRevisions,
} from "./notebook_revisions.ts";
import { storeProblem } from "./problems.ts";

const entrySchema = z.object({
  id: notebookIdSchema,
  title: textColumn,
  /** The number of the current revision, from 1. */
  revision: z.int(),
  created: z.string(),
  updated: z.string(),
  /** When it was deleted; null where it was not. */
  deleted: z.string().nullable(),
  /** Whether nothing in it may run by itself: it holds code of strangers, and nobody has run it yet. */
  held: z.int().transform((value) => value !== 0),
});

/** A notebook as a list shows it. */
export type NotebookEntry = Readonly<z.infer<typeof entrySchema>>;

/** What a save changes. */
export interface NotebookChange {
  /** The whole notebook, anything that JSON knows. */
  readonly content: unknown;
  /** The number of the revision that was changed. */
  readonly basedOn: number;
  /** The title stays as it is where this is left out. */
  readonly title?: string;
  /** The number of the revision that the content is taken from, where an old one is restored. */
  readonly restored?: number;
}

const select = "SELECT id, title, revision, created, updated, deleted, held FROM notebooks";

/**
 * The notebooks of a workspace with all their revisions. What is in a notebook the store does not know, but
 * for one thing: a text that is the hash of a blob keeps that blob from being collected as garbage.
 */
export class Notebooks {
  private readonly allRevisions: NotebookRevisions;

  constructor(private readonly database: Database) {
    this.allRevisions = new NotebookRevisions(database);
  }

  /** A new notebook in revision 1. @param held Whether nothing in it may run by itself, until {@linkcode release}. */
  create(title: string, content: unknown, held = false): NotebookEntry {
    const id = newId(notebookIdSchema);
    const now = timestamp();
    return this.database.transaction(() => {
      this.database.run(
        "INSERT INTO notebooks (id, title, revision, created, updated, held) VALUES (?, ?, 1, ?, ?, ?)",
        id,
        toJson(title),
        now,
        now,
        Number(held),
      );
      this.addRevision(id, { revision: 1, content: toJson(content), saved: now });
      return this.get(id);
    });
  }

  /** @throws {HealerError} `store/not-found`, `store/notebook-deleted` */
  get(id: NotebookId): NotebookEntry {
    const entry = this.find(id);
    if (entry.deleted !== null) throw new HealerError(storeProblem.notebookDeleted(entry.title));
    return entry;
  }

  /** What was saved as a revision, the current one where none is named. @throws {HealerError} `store/not-found` */
  content(id: NotebookId, revision = this.get(id).revision): unknown {
    return this.allRevisions.content(id, revision);
  }

  /** The notebooks that were not deleted, last changed first. */
  list(): NotebookEntry[] {
    return this.database.all(
      entrySchema,
      `${select} WHERE deleted IS NULL ORDER BY updated DESC, rowid DESC`,
    );
  }

  /** The deleted notebooks, last deleted first. */
  listDeleted(): NotebookEntry[] {
    return this.database.all(
      entrySchema,
      `${select} WHERE deleted IS NOT NULL ORDER BY deleted DESC, rowid DESC`,
    );
  }

  /**
   * Saves a notebook as its next revision. To save again what is current already changes nothing, on
   * whatever revision it is based: so a save whose answer was lost can be repeated.
   *
   * @throws {HealerError} `store/notebook-conflict` where it is not based on the current revision;
   *   `store/not-found`, `store/notebook-deleted`
   */
  save(id: NotebookId, { content, basedOn, title, restored }: NotebookChange): NotebookEntry {
    return this.database.transaction(() => {
      const current = this.get(id);
      const json = toJson(content);
      const isNew = json !== toJson(this.content(id, current.revision));
      if (isNew && basedOn !== current.revision) {
        const problem = storeProblem.notebookConflict(current.title, basedOn, current.revision);
        throw new HealerError(problem);
      }
      if (isNew) {
        const now = timestamp();
        this.addRevision(id, { revision: basedOn + 1, content: json, saved: now, restored });
        this.database.run(
          "UPDATE notebooks SET revision = ?, updated = ? WHERE id = ?",
          basedOn + 1,
          now,
          id,
        );
      }
      return title === undefined || title === current.title ? this.get(id) : this.rename(id, title);
    });
  }

  /** Changes the title only: the revision stays. @throws {HealerError} `store/not-found`, `store/notebook-deleted` */
  rename(id: NotebookId, title: string): NotebookEntry {
    this.get(id);
    this.database.run(
      "UPDATE notebooks SET title = ?, updated = ? WHERE id = ?",
      toJson(title),
      timestamp(),
      id,
    );
    return this.get(id);
  }

  /** Whether nothing in a notebook may run by itself. @throws {HealerError} `store/not-found` */
  isHeld(id: NotebookId): boolean {
    return this.find(id).held;
  }

  /** Lets cells of a notebook run by themselves again. @throws {HealerError} `store/not-found` */
  release(id: NotebookId): void {
    if (this.isHeld(id)) this.database.run("UPDATE notebooks SET held = 0 WHERE id = ?", id);
  }

  /** A new notebook with the current content of another. @throws {HealerError} `store/not-found`, `store/notebook-deleted` */
  duplicate(id: NotebookId, title: string): NotebookEntry {
    return this.create(title, this.content(id), this.get(id).held);
  }

  /** Takes a notebook off the list; {@linkcode restore} puts it back. @throws {HealerError} `store/not-found` */
  delete(id: NotebookId): NotebookEntry {
    return this.setDeleted(id, timestamp());
  }

  /** Undoes a deletion. @throws {HealerError} `store/not-found` */
  restore(id: NotebookId): NotebookEntry {
    return this.database.transaction(() => {
      const entry = this.setDeleted(id, null);
      // They are let go a while after the deletion.
      for (const { revision } of this.revisions(id)) {
        this.keepBlobs(id, toJson(this.content(id, revision)));
      }
      return entry;
    });
  }

  /** Every revision, newest first. @throws {HealerError} `store/not-found`, `store/notebook-deleted` */
  revisions(id: NotebookId): NotebookRevision[] {
    this.get(id);
    return this.allRevisions.list(id);
  }

  /** One revision. @throws {HealerError} `store/not-found`, `store/notebook-deleted` */
  revision(id: NotebookId, revision: number): NotebookRevision {
    this.get(id);
    return this.allRevisions.get(id, revision);
  }

  /** Names a revision, which keeps it from being thinned out. @throws {HealerError} as {@linkcode revision} */
  nameRevision(id: NotebookId, revision: number, name: string): NotebookRevision {
    this.get(id);
    return this.allRevisions.rename(id, revision, name);
  }

  /** Forgets old revisions that lie close to others. @returns How many were forgotten. */
  thinOutRevisions(now?: number): number {
    return this.allRevisions.thinOut(now);
  }

  private find(id: NotebookId): NotebookEntry {
    const entry = this.database.one(entrySchema, `${select} WHERE id = ?`, id);
    if (entry === undefined) throw new HealerError(storeProblem.notFound("notebook", id));
    return entry;
  }

  private addRevision(id: NotebookId, revision: NewRevision): void {
    this.allRevisions.add(id, revision);
    this.keepBlobs(id, revision.content);
  }

  private keepBlobs(id: NotebookId, content: string): void {
    for (const [, sha256 = ""] of content.matchAll(/"([0-9a-f]{64})"/g)) {
      this.database.run(
        "INSERT OR IGNORE INTO notebook_blobs (notebook, sha256) VALUES (?, ?)",
        id,
        sha256,
      );
    }
  }

  private setDeleted(id: NotebookId, deleted: string | null): NotebookEntry {
    this.find(id);
    this.database.run("UPDATE notebooks SET deleted = ? WHERE id = ?", deleted, id);
    return this.find(id);
  }
}
