import type { FileReference } from "@/pipeline/cells/value.ts";
import { isReadyState } from "@/pipeline/kernel/cell_state.ts";
import type { Executor } from "@/pipeline/kernel/executor.ts";
import { checkNotebook, type Notebook, printNotebook } from "@/pipeline/kernel/notebook.ts";
import type { CellView, NotebookSession } from "@/pipeline/kernel/notebook_session.ts";
import type { RunRequest } from "@/pipeline/kernel/run_plan.ts";
import { HealerError, type Text } from "@/pipeline/problem.ts";
import type { ColumnSummary, PageRequest, TablePage } from "@/pipeline/table/paging/table_page.ts";
import { type NotebookId, notebookIdSchema } from "@/store/ids.ts";
import type { NotebookEntry } from "@/store/notebooks.ts";
import type { Workspace } from "@/store/workspace.ts";
import type {
  CellViewAnswer,
  NewNotebook,
  NotebookOverview,
  NotebookViewAnswer,
  RunRequestBody,
  SavedNotebook,
} from "../api_schema.ts";
import { strangeCode } from "../opening/summarize_notebook.ts";
import type { WorkbenchCatalogues } from "./catalogues.ts";
import type { EventHub } from "./event_hub.ts";
import { newNotebook, type NotebookSources } from "./new_notebook.ts";
import { cellAnswer, runSummary } from "./notebook_answers.ts";
import { ClosedOverviews, openOverview } from "./notebook_overview.ts";
import type { NotebookSessions } from "./notebook_sessions.ts";
import { parseId } from "./parse_id.ts";
import { workbenchProblem } from "./problems.ts";
import { namedFile } from "./named_file.ts";
import type { MadeFile, StoredFile } from "./stored_file.ts";
import { valueFile } from "./value_file.ts";

/** What the work on notebooks is done with. */
export interface NotebooksServices extends NotebookSources {
  readonly workspace: Workspace;
  readonly sessions: NotebookSessions;
  readonly hub: EventHub;
  readonly catalogues: WorkbenchCatalogues;
}

/** What people do with the notebooks of a workspace. Ids are texts from outside: what is none is not found. */
export class WorkbenchNotebooks {
  private readonly closed: ClosedOverviews;

  constructor(private readonly services: NotebooksServices) {
    this.closed = new ClosedOverviews(services.kinds, services.workspace.cellResults);
  }

  /** All notebooks as lists show them, last changed first. */
  async overviews(): Promise<NotebookOverview[]> {
    const { workspace, sessions, kinds } = this.services;
    return await Promise.all(
      workspace.notebooks.list().map(async (entry) => {
        const { id, title, revision, created, updated } = entry;
        const session = await sessions.find(id);
        const content = () => workspace.notebooks.content(id, revision);
        const cells = session === undefined
          ? this.closed.of(id, revision, content)
          : openOverview(checkNotebook(content(), kinds).notebook, session);
        const lastRun = this.lastRun(id);
        return { id, title, revision, created, updated, ...cells, lastRun };
      }),
    );
  }

  /**
   * Makes a notebook and returns its id.
   *
   * @throws {HealerError} as {@linkcode newNotebook}
   */
  async create(request: NewNotebook, language: keyof Text): Promise<NotebookId> {
    const notebook = await newNotebook(request, this.services, language);
    return await this.add(notebook, request.run, this.isStrange(request));
  }

  /**
   * Adds a notebook to the workspace.
   *
   * @param run Whether it runs at once.
   * @param isStrange Whether its code, where it holds any, is a stranger's: then it waits to be run.
   */
  async add(notebook: Notebook, run: boolean, isStrange = false): Promise<NotebookId> {
    const { workspace, kinds } = this.services;
    const held = isStrange && !run && strangeCode(notebook, kinds).length > 0;
    const { id, revision } = workspace.notebooks.create(
      notebook.title,
      plainContent(notebook),
      held,
    );
    this.tellChange(id, revision);
    if (run) await (await this.services.sessions.open(id)).run("stale");
    return id;
  }

  /** A notebook with all its cells as they stand. @throws {HealerError} `store/not-found`, `store/notebook-deleted` */
  async view(text: string): Promise<NotebookViewAnswer> {
    const { workspace: { notebooks, models }, kinds } = this.services;
    const { entry, session } = await this.open(text);
    const { id, updated } = entry;
    const { revision, run, cells } = session.view();
    const { notebook, problems } = checkNotebook(notebooks.content(id, revision), kinds);
    const code = entry.held ? strangeCode(notebook, kinds).map(({ cell }) => cell) : [];
    return {
      id,
      revision,
      ...(code.length === 0 ? {} : { held: [...new Set(code)] }),
      updated,
      notebook: { ...notebook, cells: notebook.cells.map((cell) => ({ ...cell })) },
      problems: [...problems],
      run: run ?? null,
      lastRun: this.lastRun(id),
      cells: cells.map((cell) => cellAnswer(cell, models)),
    };
  }

  /** One cell as it stands. @throws {HealerError} `workbench/cell-not-found`, as {@linkcode view} */
  async cell(text: string, cell: string): Promise<CellViewAnswer> {
    const { session } = await this.open(text);
    return cellAnswer(cellOf(session, cell), this.services.workspace.models);
  }

  /**
   * Saves a notebook as its next revision. What is wrong with single cells is told, not refused.
   *
   * @param restored The number of the revision that it was taken from, where an old one is restored.
   * @throws {HealerError} `notebook/…` where it is none, `store/notebook-conflict`, as {@linkcode view}
   */
  async save(
    text: string,
    basedOn: number,
    document: unknown,
    restored?: number,
  ): Promise<SavedNotebook> {
    const { workspace: { notebooks }, kinds } = this.services;
    const { notebook, problems } = checkNotebook(document, kinds);
    const { entry: { id }, session } = await this.open(text);
    const { title } = notebook;
    const content = plainContent(notebook);
    const { revision, updated } = notebooks.save(id, {
      content,
      basedOn,
      title,
      ...(restored === undefined ? {} : { restored }),
    });
    this.tellChange(id, revision);
    await session.update(notebook, revision);
    return { revision, updated, problems: [...problems] };
  }

  /**
   * Gives a notebook another title, as its next revision; one that is not open stays so.
   *
   * @throws {HealerError} `notebook/…` where this version cannot read what is stored, as {@linkcode view}
   */
  async rename(text: string, title: string): Promise<SavedNotebook> {
    const { workspace: { notebooks }, kinds, sessions } = this.services;
    const id = parseId(notebookIdSchema, "notebook", text);
    const { revision: basedOn } = notebooks.get(id);
    const stored = checkNotebook(notebooks.content(id, basedOn), kinds);
    const notebook = { ...stored.notebook, title };
    const content = plainContent(notebook);
    const { revision, updated } = notebooks.save(id, { content, basedOn, title });
    this.tellChange(id, revision);
    await (await sessions.find(id))?.update(notebook, revision);
    return { revision, updated, problems: [...stored.problems] };
  }

  /** Takes a notebook off the list and ends what runs in it. @throws {HealerError} as {@linkcode view} */
  async delete(text: string): Promise<void> {
    const { workspace: { notebooks }, sessions } = this.services;
    const { id, revision } = notebooks.get(parseId(notebookIdSchema, "notebook", text));
    await (await sessions.find(id))?.cancelAll();
    notebooks.delete(id);
    this.tellChange(id, revision);
    await sessions.close(id);
  }

  /** Undoes a deletion. @throws {HealerError} `store/not-found` */
  restore(text: string): void {
    const { notebooks } = this.services.workspace;
    const { id, revision } = notebooks.restore(parseId(notebookIdSchema, "notebook", text));
    this.tellChange(id, revision);
  }

  /**
   * Lets cells run and returns the id of the run, or null where there is nothing to run.
   *
   * @throws {HealerError} `kernel/no-such-cell`, what keeps a named cell from running, as {@linkcode view}
   */
  async run(text: string, { cells }: RunRequestBody): Promise<string | null> {
    const { entry: { id }, session } = await this.open(text);
    this.services.workspace.notebooks.release(id);
    const request = cells === "unfinished" ? this.unfinished(id, session) : cells;
    return (await session.run(request)) ?? null;
  }

  /** Stops cells, all by default, and resolves once they have stopped. @throws {HealerError} as {@linkcode view} */
  async cancel(text: string, cells?: readonly string[]): Promise<void> {
    const { session } = await this.open(text);
    if (cells === undefined) await session.cancelAll();
    else await session.cancel(...cells);
  }

  /** Rows of a table of a cell's last result. @throws {HealerError} `workbench/table-not-found`, `kernel/…` */
  async tablePage(
    text: string,
    cell: string,
    table: string,
    page: PageRequest,
    signal?: AbortSignal,
  ): Promise<TablePage> {
    return await this.ofTable(
      text,
      { cell, table },
      (executor, file) => executor.tablePage({ ...page, file }, signal),
    );
  }

  /** What columns of such a table hold. @throws {HealerError} as {@linkcode tablePage} */
  async tableSummary(
    text: string,
    cell: string,
    table: string,
    columns: readonly string[],
    signal?: AbortSignal,
  ): Promise<ColumnSummary[]> {
    return await this.ofTable(
      text,
      { cell, table },
      (executor, file) => executor.tableSummary({ file, columns }, signal),
    );
  }

  /** The notebook as a file of its own; one that this version cannot read as it is stored. */
  file(text: string): { name: string; content: string } {
    const { notebooks } = this.services.workspace;
    const { id, title, revision } = notebooks.get(parseId(notebookIdSchema, "notebook", text));
    const content = JSON.stringify(notebooks.content(id, revision), null, 2) + "\n";
    return { name: `${title}.json`, content };
  }

  /** The file of a value that a cell gave. @throws {HealerError} `workbench/file-not-found` */
  async valueFile(
    text: string,
    cell: string,
    port: string | undefined,
  ): Promise<StoredFile | MadeFile> {
    const { workspace: { blobs }, catalogues } = this.services;
    const { entry: { title }, session } = await this.open(text);
    const values = cellOf(session, cell).result?.result.values ?? {};
    const file = valueFile(values, { cell, port, name: title }, blobs);
    return await namedFile(file, catalogues.ofFile(file.sha256));
  }

  /** What a file with a table of a cell is to be called. @throws {HealerError} `workbench/table-not-found` */
  async tableName(text: string, cell: string, table: string): Promise<string> {
    const { entry: { title }, session } = await this.open(text);
    const found = cellOf(session, cell).result?.result.tables[Number(table)];
    if (found === undefined) throw new HealerError(workbenchProblem.noSuchTable(cell, table));
    return `${title}-${cell}-${found.name}.csv`;
  }

  /** What is asked of a table of a cell. @throws {HealerError} `workbench/table-not-found` */
  private async ofTable<Answer>(
    text: string,
    { cell, table }: { readonly cell: string; readonly table: string },
    ask: (executor: Executor, file: FileReference) => Promise<Answer>,
  ): Promise<Answer> {
    const { session } = await this.open(text);
    cellOf(session, cell);
    const place = { cell, table: Number(table) };
    const found = /^\d{1,6}$/.test(table) ? await session.askTable(place, ask) : undefined;
    if (found === undefined) throw new HealerError(workbenchProblem.noSuchTable(cell, table));
    return found;
  }

  private async open(text: string): Promise<{ entry: NotebookEntry; session: NotebookSession }> {
    const id = parseId(notebookIdSchema, "notebook", text);
    const { workspace, sessions } = this.services;
    workspace.notebooks.get(id);
    const session = await sessions.open(id);
    return { entry: workspace.notebooks.get(id), session };
  }

  /** The cells of the last run that have no result of what they are now. */
  private unfinished(id: NotebookId, session: NotebookSession): RunRequest {
    const asked = new Set(this.lastRun(id)?.cells);
    return session.view().cells
      .filter(({ id, state }) => asked.has(id) && !isReadyState(state))
      .map(({ id }) => id);
  }

  /** Whether what was asked for comes from a file, or is a copy of such a notebook that nobody has run yet. */
  private isStrange({ text, copyOf }: NewNotebook): boolean {
    if (copyOf === undefined) return text !== undefined;
    const { notebooks } = this.services.workspace;
    return notebooks.get(parseId(notebookIdSchema, "notebook", copyOf)).held;
  }

  private lastRun(id: NotebookId): NotebookOverview["lastRun"] {
    const [last] = this.services.workspace.runs.ofNotebook(id, 1);
    return last === undefined ? null : runSummary(last);
  }

  private tellChange(id: NotebookId, revision: number): void {
    this.services.hub.publish({ event: "changed", data: { list: "notebooks", id, revision } });
  }
}

/** @throws {HealerError} `workbench/cell-not-found` */
function cellOf(session: NotebookSession, id: string): CellView {
  const cell = session.view().cells.find((each) => each.id === id);
  if (cell === undefined) throw new HealerError(workbenchProblem.noSuchCell(id));
  return cell;
}

/** The notebook as it is stored: the same notebook is the same JSON, so that saving it again changes nothing. */
function plainContent(notebook: Notebook): unknown {
  return JSON.parse(printNotebook(notebook));
}
