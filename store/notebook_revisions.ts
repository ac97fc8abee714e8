import { z } from "zod";
import { HealerError } from "../pipeline/problem.ts";
import { jsonColumn, textColumn, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import type { NotebookId } from "./ids.ts";
import { storeProblem } from "./problems.ts";
import { needlessRevisions } from "./thin_revisions.ts";

const revisionSchema = z.object({
  revision: z.int(),
  saved: z.string(),
  /** What the user calls it; empty where it has no name. */
  name: textColumn,
  /** The revision whose content it took over; null where it did not. */
  restored: z.int().nullable(),
});

const contentSchema = z.object({ content: jsonColumn(z.unknown()) });
const datedSchema = z.object({ notebook: z.string(), revision: z.int(), saved: z.string() });

/** One state a notebook was saved in. */
export type NotebookRevision = Readonly<z.infer<typeof revisionSchema>>;

/** A revision that is to be kept. */
export interface NewRevision {
  readonly revision: number;
  /** The whole notebook as JSON. */
  readonly content: string;
  readonly saved: string;
  /** The revision that it takes its content from. */
  readonly restored?: number | undefined;
}

const select = "SELECT revision, saved, name, restored FROM notebook_revisions";

/** The states that the notebooks of a workspace were saved in. Old ones are thinned out. */
export class NotebookRevisions {
  constructor(private readonly database: Database) {}

  add(notebook: NotebookId, { revision, content, saved, restored }: NewRevision): void {
    this.database.run(
      `INSERT INTO notebook_revisions (notebook, revision, content, saved, restored)
        VALUES (?, ?, ?, ?, ?)`,
      notebook,
      revision,
      content,
      saved,
      restored ?? null,
    );
  }

  /** Every revision, newest first. */
  list(notebook: NotebookId): NotebookRevision[] {
    return this.database.all(
      revisionSchema,
      `${select} WHERE notebook = ? ORDER BY revision DESC`,
      notebook,
    );
  }

  /** @throws {HealerError} `store/not-found` */
  get(notebook: NotebookId, revision: number): NotebookRevision {
    const found = this.database.one(
      revisionSchema,
      `${select} WHERE notebook = ? AND revision = ?`,
      notebook,
      revision,
    );
    return found ?? notFound(notebook, revision);
  }

  /** What was saved. @throws {HealerError} `store/not-found` */
  content(notebook: NotebookId, revision: number): unknown {
    const row = this.database.one(
      contentSchema,
      "SELECT content FROM notebook_revisions WHERE notebook = ? AND revision = ?",
      notebook,
      revision,
    );
    return row === undefined ? notFound(notebook, revision) : row.content;
  }

  /** Gives a revision a name, so that it is never thinned out; an empty one takes it away. */
  rename(notebook: NotebookId, revision: number, name: string): NotebookRevision {
    this.database.run(
      "UPDATE notebook_revisions SET name = ? WHERE notebook = ? AND revision = ?",
      toJson(name),
      notebook,
      revision,
    );
    return this.get(notebook, revision);
  }

  /**
   * Forgets old revisions that lie close to others, as `needlessRevisions` says. The first and the last one
   * stay, and those that have a name, were restored, or ran.
   *
   * @returns How many were forgotten.
   */
  thinOut(now = Date.now()): number {
    return this.database.transaction(() => {
      const all = this.database.all(
        datedSchema,
        "SELECT notebook, revision, saved FROM notebook_revisions",
      );
      let count = 0;
      for (const [notebook, revisions] of Map.groupBy(all, (row) => row.notebook)) {
        for (const revision of needlessRevisions(revisions, now)) {
          count += this.forget(notebook, revision);
        }
      }
      return count;
    });
  }

  private forget(notebook: string, revision: number): number {
    return this.database.run(
      `DELETE FROM notebook_revisions
        WHERE notebook = ?1 AND revision = ?2 AND revision > 1 AND name = '""' AND restored IS NULL
        AND revision <> (SELECT revision FROM notebooks WHERE id = ?1)
        AND NOT EXISTS (SELECT 1 FROM runs WHERE runs.notebook = ?1 AND runs.revision = ?2)
        AND NOT EXISTS (SELECT 1 FROM notebook_revisions AS later
          WHERE later.notebook = ?1 AND later.restored = ?2)`,
      notebook,
      revision,
    );
  }
}

/** @throws {HealerError} `store/not-found` */
function notFound(notebook: NotebookId, revision: number): never {
  throw new HealerError(storeProblem.notFound("revision", `${notebook}/${revision}`));
}
