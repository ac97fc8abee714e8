import type { NotebookEvent } from "@/pipeline/kernel/events.ts";
import { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { kindsByName, type Notebook, type NotebookCell } from "@/pipeline/kernel/notebook.ts";
import { NotebookSession, type SessionOptions } from "@/pipeline/kernel/notebook_session.ts";
import { FakeExecutor } from "./fake_executor.ts";
import { MemoryPersistence } from "./memory_persistence.ts";
import { cellKinds } from "./test_cells.ts";

/** `[id, kind, params, inputs]` */
export type Shorthand = [
  string,
  string,
  Record<string, unknown>?,
  (Record<string, string> | undefined)?,
];

export function notebookOf(...cells: Shorthand[]): Notebook {
  const full = cells.map(([id, kind, params = {}, inputs]): NotebookCell => ({
    id,
    kind,
    params,
    ...(inputs === undefined ? {} : { inputs }),
  }));
  return { format: 1, title: "Test", cells: full };
}

/** A session over the test cells, in which nothing but this test takes place. */
export interface OpenSession {
  readonly session: NotebookSession;
  readonly executor: FakeExecutor;
  readonly persistence: MemoryPersistence;
  readonly events: NotebookEvent[];
  readonly reports: string[];
  /** `a fresh, b stale` */
  states(): string;
  /** The ids of all cells that were executed since this was last asked, in order. */
  executed(): string[];
  /** Takes the next revision. */
  change(...cells: Shorthand[]): Promise<void>;
}

export async function openSession(
  cells: readonly Shorthand[],
  options: Partial<SessionOptions> & {
    executor?: FakeExecutor;
    persistence?: MemoryPersistence;
  } = {},
): Promise<OpenSession> {
  const { executor = new FakeExecutor(), persistence = new MemoryPersistence() } = options;
  const reports: string[] = [];
  const session = await NotebookSession.open(
    {
      owner: "test",
      kinds: kindsByName(cellKinds),
      queue: new FairQueue(2),
      report: (message) => reports.push(message),
      ...options,
      executor,
      persistence,
    },
    notebookOf(...cells),
    1,
  );
  const events: NotebookEvent[] = [];
  session.subscribe((event) => events.push(event));
  let seen = 0;
  return {
    session,
    executor,
    persistence,
    events,
    reports,
    states: () => session.view().cells.map(({ id, state }) => `${id} ${state.state}`).join(", "),
    executed: () => {
      const ids = executor.executed.slice(seen).map(({ cell }) => cell);
      seen = executor.executed.length;
      return ids;
    },
    change: (...cells) => session.update(notebookOf(...cells), session.view().revision + 1),
  };
}

/** Lets everything happen that only waits for promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}
