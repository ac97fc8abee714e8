import { z } from "zod";
import type { NotebookEvent } from "@/pipeline/kernel/events.ts";
import type { NotebookId, RunId } from "@/store/ids.ts";
import type { Runs } from "@/store/runs.ts";
import type { EventHub } from "./event_hub.ts";

/** What is only on the way to a result waits so many milliseconds for more, so that each does not wait for the disk. */
const gathering = 250;

const gathered: ReadonlySet<NotebookEvent["type"]> = new Set(["metrics", "progress", "log"]);

/** What a log says of a cell that has come to a result. */
export const finishedEventSchema = z.object({
  type: z.literal("finished"),
  cell: z.string(),
  key: z.string(),
});

/**
 * Writes the events of one notebook's runs to the log and tells them to everyone once they are on the disk.
 * An event that cannot be written is told all the same.
 */
export class RunJournal {
  private waiting: { readonly run: RunId; readonly event: NotebookEvent }[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly taken = new WeakSet<NotebookEvent>();

  /** @param report Is told what keeps the log from being written. */
  constructor(
    private readonly notebook: NotebookId,
    private readonly runs: Runs,
    private readonly hub: EventHub,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Takes an event for the log. @throws {HealerError} `store/…` where the log cannot be written */
  append(run: RunId, event: NotebookEvent): void {
    this.taken.add(event);
    this.waiting.push({ run, event });
    if (!gathered.has(event.type)) return this.flush();
    this.timer ??= setTimeout(() => this.writeWaiting(), gathering);
  }

  /** Tells an event that happened, unless it was taken for the log. */
  tell(event: NotebookEvent): void {
    if (!this.taken.has(event)) this.hub.publishEvent(this.notebook, event);
  }

  /** Writes what waits, or reports why that cannot be. */
  writeWaiting(): void {
    try {
      this.flush();
    } catch (error) {
      this.report(error);
    }
  }

  /** Writes what waits. @throws {HealerError} `store/…` where the log cannot be written */
  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const events = this.waiting;
    this.waiting = [];
    for (const [run, part] of Map.groupBy(events, ({ run }) => run)) {
      this.write(run, part.map(({ event }) => event));
    }
  }

  private write(run: RunId, events: readonly NotebookEvent[]): void {
    let seqs: readonly number[] = [];
    try {
      seqs = this.runs.appendAll(run, events).map(({ seq }) => seq);
    } finally {
      events.forEach((event, index) => this.hub.publishEvent(this.notebook, event, seqs[index]));
    }
  }
}
