import * as z from "zod/mini";
import { type NotebookContent, notebookContentSchema } from "@/web/api_schema.ts";

/** A notebook as one revision had it. */
export interface Revision {
  readonly revision: number;
  readonly notebook: NotebookContent;
}

/** What was changed in a tab and is not on the server yet. */
export interface UnsavedEdits {
  /** What the changes were made to. */
  readonly base: Revision;
  readonly mine: NotebookContent;
}

/** Edits that a tab has left behind. */
export interface LeftEdits extends UnsavedEdits {
  /** Gives them up, once they are saved or kept elsewhere. */
  readonly forget: () => Promise<void>;
}

const storedSchema = z.object({
  tab: z.string(),
  base: z.object({ revision: z.number(), notebook: notebookContentSchema }),
  mine: notebookContentSchema,
});

const storeName = "edits";

/** Keeps what is not saved yet in this browser, so that it outlives the tab, a crash and the server. */
export class KeptEdits {
  /** Each tab has an entry of its own, so that two of them do not overwrite each other. */
  private readonly tab = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly notebook: string) {}

  /** Keeps edits in place of those before; false where this browser keeps nothing. */
  async keep({ base, mine }: UnsavedEdits): Promise<boolean> {
    const entry = { notebook: this.notebook, tab: this.tab, base, mine };
    return await this.inTurn("readwrite", (store) => store.put(entry)) !== undefined;
  }

  /** Forgets what this tab has kept. */
  async forget(): Promise<void> {
    await this.forgetTab(this.tab);
  }

  /** What tabs that are closed by now have left behind, oldest first. */
  async leftBehind(): Promise<LeftEdits[]> {
    holdLock(lockOf(this.tab));
    const range = entriesOf(this.notebook);
    const found = range && await this.inTurn("readonly", (store) => store.getAll(range));
    const entries = z.array(z.unknown()).safeParse(found).data ?? [];
    const left = await Promise.all(entries.map(async (entry): Promise<LeftEdits[]> => {
      const parsed = storedSchema.safeParse(entry).data;
      if (parsed === undefined || !await isClosed(parsed.tab)) return [];
      const { tab, base, mine } = parsed;
      return [{ base, mine, forget: () => this.forgetTab(tab) }];
    }));
    return left.flat();
  }

  private async forgetTab(tab: string): Promise<void> {
    await this.inTurn("readwrite", (store) => store.delete([this.notebook, tab]));
  }

  /** One after another, so that the last one counts; undefined where this browser keeps nothing. */
  private inTurn(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest,
  ): Promise<unknown> {
    const done = this.turn.then(async () => {
      const database = await openDatabase();
      const transaction = database.transaction(storeName, mode);
      const result: unknown = await answer(work(transaction.objectStore(storeName)));
      database.close();
      return result ?? true;
    }).catch(() => undefined); // private windows and full disks: the page warns before it closes
    this.turn = done;
    return done;
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open("healer", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(storeName, { keyPath: ["notebook", "tab"] });
  };
  return answer(request);
}

function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** All entries of a notebook; undefined where there is no IndexedDB. */
function entriesOf(notebook: string): IDBKeyRange | undefined {
  return "indexedDB" in globalThis ? IDBKeyRange.bound([notebook], [notebook, []]) : undefined;
}

const lockOf = (tab: string): string => `healer-tab ${tab}`;

/** Holds a lock until the tab is closed. Browsers lock for pages of this machine and of HTTPS only. */
function holdLock(name: string): void {
  if (!("locks" in navigator)) return;
  navigator.locks.request(name, () => new Promise<never>(() => {})).catch(reportError);
}

/** Whether a tab is closed; where there are no locks it counts as closed, as merging twice does no harm. */
async function isClosed(tab: string): Promise<boolean> {
  if (!("locks" in navigator)) return true;
  const { held = [] } = await navigator.locks.query();
  return !held.some(({ name }) => name === lockOf(tab));
}
