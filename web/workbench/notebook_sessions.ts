import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import type { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { checkNotebook } from "@/pipeline/kernel/notebook.ts";
import { NotebookSession } from "@/pipeline/kernel/notebook_session.ts";
import type { NotebookId } from "@/store/ids.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { EventHub } from "./event_hub.ts";
import type { IdleKernel } from "./idle_kernel.ts";
import { NotebookPersistence } from "./notebook_persistence.ts";
import { RunJournal } from "./run_journal.ts";

/** What every session is made with. */
export interface SessionServices {
  readonly workspace: Workspace;
  readonly kinds: ReadonlyMap<string, CellKind>;
  readonly hub: EventHub;
  readonly queue: FairQueue;
  newKernel(): IdleKernel;
  report(error: unknown): void;
}

interface OpenNotebook {
  readonly session: NotebookSession;
  readonly journal: RunJournal;
}

/** The notebooks that are open: each is opened when somebody first asks for it, and stays. */
export class NotebookSessions implements AsyncDisposable {
  private readonly notebooks = new Map<NotebookId, Promise<OpenNotebook>>();

  constructor(private readonly services: SessionServices) {}

  /**
   * The session of a notebook.
   *
   * @throws {HealerError} `store/not-found`, `store/notebook-deleted`; `notebook/…` where this version cannot
   *   read what is stored
   */
  async open(id: NotebookId): Promise<NotebookSession> {
    let opened = this.notebooks.get(id);
    if (opened === undefined) {
      opened = this.start(id);
      this.notebooks.set(id, opened);
      opened.catch(() => this.notebooks.delete(id));
    }
    return (await opened).session;
  }

  /** The session of a notebook, undefined where it is not open. */
  async find(id: NotebookId): Promise<NotebookSession | undefined> {
    // Who asked for a notebook hears of it when it cannot be opened.
    return (await this.notebooks.get(id)?.catch(() => undefined))?.session;
  }

  /** The keys of all results that open notebooks show. */
  async keysInUse(): Promise<Set<string>> {
    const keys = new Set<string>();
    for (const id of this.notebooks.keys()) {
      for (const { state } of (await this.find(id))?.view().cells ?? []) {
        const key = "key" in state ? state.key : "last" in state ? state.last : undefined;
        if (key !== undefined) keys.add(key);
      }
    }
    return keys;
  }

  /** Ends all that runs in a notebook. */
  async close(id: NotebookId): Promise<void> {
    const opened = this.notebooks.get(id);
    this.notebooks.delete(id);
    const { session, journal } = await opened?.catch(() => undefined) ?? {};
    await session?.close();
    journal?.writeWaiting();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.notebooks.keys()].map((id) => this.close(id)));
  }

  private async start(id: NotebookId): Promise<OpenNotebook> {
    const { workspace, kinds, hub, queue, newKernel, report } = this.services;
    const { revision } = workspace.notebooks.get(id);
    const { notebook } = checkNotebook(workspace.notebooks.content(id, revision), kinds);
    const journal = new RunJournal(id, workspace.runs, hub, report);
    const session = await NotebookSession.open(
      {
        owner: id,
        kinds,
        persistence: new NotebookPersistence(id, workspace, hub, journal),
        executor: newKernel(),
        queue,
        autoRun: () => !workspace.notebooks.isHeld(id),
        report,
      },
      notebook,
      revision,
    );
    session.subscribe((event) => journal.tell(event));
    return { session, journal };
  }
}
