import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { checkNotebook, type Notebook } from "@/pipeline/kernel/notebook.ts";
import { type NotebookChange, notebookChanges } from "@/pipeline/kernel/notebook_changes.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { type NotebookId, notebookIdSchema } from "@/store/ids.ts";
import type { NotebookRevision } from "@/store/notebook_revisions.ts";
import type { Notebooks } from "@/store/notebooks.ts";
import { storeProblem } from "@/store/problems.ts";
import type {
  NotebookChangeAnswer,
  RevisionEntry,
  RevisionsAnswer,
  RevisionView,
} from "../revision_schema.ts";
import { parseId } from "./parse_id.ts";

/** So many changes of a revision a list tells. */
const toldChanges = 20;

/** A value whose JSON is longer than this is not told in a list. */
const longest = 200;

/** The earlier states of notebooks: what changed when, and what they were. Ids are texts from outside. */
export class WorkbenchRevisions {
  constructor(
    private readonly notebooks: Notebooks,
    private readonly kinds: ReadonlyMap<string, CellKind>,
  ) {}

  /** Those before a revision, newest first, each with what it changed. @throws {HealerError} `store/not-found`, `store/notebook-deleted` */
  list(
    text: string,
    { before = Infinity, limit }: { before?: number | undefined; limit: number },
  ): RevisionsAnswer {
    const id = parseId(notebookIdSchema, "notebook", text);
    const all = this.notebooks.revisions(id);
    const asked = all.filter(({ revision }) => revision < before);
    const contents = asked.slice(0, limit + 1)
      .map(({ revision }) => this.readable(id, revision));
    return {
      revisions: asked.slice(0, limit).map((entry, index) =>
        revisionEntry(entry, contents[index + 1], contents[index])
      ),
      total: all.length,
    };
  }

  /** One revision with its notebook. @throws {HealerError} as {@linkcode list}, `notebook/…` where this version cannot read it */
  get(text: string, revisionText: string): RevisionView {
    const { id, revision } = this.place(text, revisionText);
    const { notebook } = checkNotebook(this.notebooks.content(id, revision), this.kinds);
    return {
      ...this.notebooks.revision(id, revision),
      notebook: { ...notebook, cells: notebook.cells.map((cell) => ({ ...cell })) },
    };
  }

  /** Gives a revision a name, so that it is kept for good. @throws {HealerError} as {@linkcode list} */
  rename(text: string, revisionText: string, name: string): void {
    const { id, revision } = this.place(text, revisionText);
    this.notebooks.nameRevision(id, revision, name.trim());
  }

  private place(text: string, revisionText: string): { id: NotebookId; revision: number } {
    const id = parseId(notebookIdSchema, "notebook", text);
    if (!/^\d{1,9}$/.test(revisionText)) {
      throw new HealerError(storeProblem.notFound("revision", revisionText));
    }
    const revision = Number(revisionText);
    this.notebooks.revision(id, revision);
    return { id, revision };
  }

  /** A notebook as it was; undefined where this version cannot read it. */
  private readable(id: NotebookId, revision: number): Notebook | undefined {
    try {
      return checkNotebook(this.notebooks.content(id, revision), this.kinds).notebook;
    } catch (error) {
      if (!(error instanceof HealerError)) throw error;
      return undefined;
    }
  }
}

function revisionEntry(
  entry: NotebookRevision,
  before: Notebook | undefined,
  after: Notebook | undefined,
): RevisionEntry {
  const changes = before && after ? notebookChanges(before, after) : [];
  return {
    ...entry,
    changes: changes.slice(0, toldChanges).map(changeAnswer),
    more: Math.max(0, changes.length - toldChanges),
  };
}

function changeAnswer(change: NotebookChange): NotebookChangeAnswer {
  switch (change.type) {
    case "param":
      return { ...change, path: [...change.path], ...shortValues(change) };
    case "input":
    case "field":
      return { ...change, ...shortValues(change) };
    default:
      return change;
  }
}

function shortValues(
  { before, after }: { readonly before?: unknown; readonly after?: unknown },
): { before?: unknown; after?: unknown; isLong: boolean } {
  const isLong = [before, after].some((value) =>
    value !== undefined && JSON.stringify(value).length > longest
  );
  return isLong ? { before: undefined, after: undefined, isLong } : { isLong };
}
