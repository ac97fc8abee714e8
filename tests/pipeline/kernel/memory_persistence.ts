import type { KeptCheckpoints } from "@/pipeline/checkpoint_files.ts";
import { noteUnfinished, type UnfinishedRuns } from "@/pipeline/kernel/unfinished_runs.ts";
import type { NotebookEvent } from "@/pipeline/kernel/events.ts";
import type { Persistence, RunOutcome, StoredResult } from "@/pipeline/kernel/persistence.ts";

/** Keeps work in memory, and knows all that was asked of it. */
export class MemoryPersistence implements Persistence {
  readonly results = new Map<string, StoredResult>();
  readonly runs: {
    id: string;
    cells: readonly string[];
    events: NotebookEvent[];
    outcome?: RunOutcome;
  }[] = [];
  /** Key → the names of the checkpoints that were left. */
  readonly left = new Map<string, string[]>();
  /** Set to let all that writes fail. */
  failure: Error | undefined;

  findResult(key: string): Promise<StoredResult | undefined> {
    return Promise.resolve(this.results.get(key));
  }

  saveResult(key: string, result: StoredResult): Promise<void> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    this.results.set(key, structuredClone(result));
    this.left.delete(key);
    return Promise.resolve();
  }

  placeFile(): Promise<void> {
    return Promise.resolve();
  }

  lastKeys(): Promise<ReadonlyMap<string, string>> {
    const finished = this.runs.flatMap(({ events }) => events).flatMap((event) =>
      event.type === "finished" ? [[event.cell, event.key] as const] : []
    );
    return Promise.resolve(new Map(finished));
  }

  unfinishedRuns(): Promise<UnfinishedRuns> {
    const unfinished: UnfinishedRuns = new Map();
    for (const { events } of this.runs) {
      for (const event of events) noteUnfinished(unfinished, event);
    }
    return Promise.resolve(unfinished);
  }

  checkpoints(key: string): KeptCheckpoints {
    return {
      names: () => this.left.get(key) ?? [],
      place: () => {},
      take: (name) => void this.left.set(key, [...this.left.get(key) ?? [], name]),
    };
  }

  startRun(cells: readonly string[]): string {
    if (this.failure !== undefined) throw this.failure;
    const id = `run ${this.runs.length + 1}`;
    this.runs.push({ id, cells, events: [] });
    return id;
  }

  appendEvent(run: string, event: NotebookEvent): void {
    if (this.failure !== undefined) throw this.failure;
    this.runs.find(({ id }) => id === run)?.events.push(event);
  }

  endRun(run: string, outcome: RunOutcome): void {
    const found = this.runs.find(({ id }) => id === run);
    if (found !== undefined) found.outcome = outcome;
  }
}
