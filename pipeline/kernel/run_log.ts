import { loggedEvents, type NotebookEvent, notebookEventSchema } from "./events.ts";
import type { Persistence, RunOutcome, StandingCell } from "./persistence.ts";

type WithoutCircumstances<Event> = Event extends unknown ? Omit<Event, "time" | "run"> : never;

/** An event without its time and run, which the log adds. */
export type EventBody = WithoutCircumstances<NotebookEvent>;

export type EventListener = (event: NotebookEvent) => void;

/** The runs of one session, one at a time, and all who listen to its events. */
export class RunLog {
  private run: { readonly id: string; outcome: RunOutcome } | undefined;
  private readonly listeners = new Set<EventListener>();
  /** Cell → how far it was when its progress was last logged. */
  private readonly loggedFractions = new Map<string, number>();

  /** @param report Is told what keeps the log from being written; the work itself goes on. */
  constructor(
    private readonly persistence: Persistence,
    private readonly report: (message: string) => void,
  ) {}

  /** The id of the run under way. */
  get current(): string | undefined {
    return this.run?.id;
  }

  /** @returns What ends the subscription. */
  subscribe(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /**
   * Starts a run; where one is under way, joins it.
   *
   * @throws {HealerError} what the persistence says, for example where the disk is full
   */
  start(cells: readonly string[], revision: number, cause: "asked" | "change"): string {
    if (this.run === undefined) {
      this.run = { id: this.persistence.startRun(cells, revision), outcome: "finished" };
      this.emit({ type: "run-started", cells: [...cells], cause });
    }
    return this.run.id;
  }

  /** Ends the run under way, if there is one. @param standing As `Persistence.endRun` takes them. */
  end(standing: () => readonly StandingCell[]): void {
    if (this.run === undefined) return;
    const { id, outcome } = this.run;
    this.emit({ type: "run-finished", outcome });
    this.run = undefined;
    this.attempt("end a run", () => this.persistence.endRun(id, outcome, standing()));
  }

  /** Writes an event to the log, where it belongs there, and tells it to all listeners. */
  emit(body: EventBody): void {
    const { run } = this;
    if (run !== undefined && body.type === "failed") run.outcome = "failed";
    if (run?.outcome === "finished" && body.type === "cancelled") run.outcome = "cancelled";
    const event = notebookEventSchema.parse({
      ...body,
      time: new Date().toISOString(),
      ...(run === undefined || isOutsideRuns(body) ? {} : { run: run.id }),
    });
    if (run !== undefined && this.isLogged(event)) {
      this.attempt("write the log of a run", () => this.persistence.appendEvent(run.id, event));
    }
    for (const listener of this.listeners) {
      this.attempt("tell an event", () => listener(event));
    }
  }

  /** Of progress, every twentieth of a cell's work is enough to say how far it was. */
  private isLogged(event: NotebookEvent): boolean {
    if (event.type === "started") this.loggedFractions.delete(event.cell);
    if (event.type !== "progress") return loggedEvents.has(event.type);
    if (event.fraction - (this.loggedFractions.get(event.cell) ?? 0) < 0.05) return false;
    this.loggedFractions.set(event.cell, event.fraction);
    return true;
  }

  /** The work goes on even where nobody can hear of it. */
  private attempt(what: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.report(`Cannot ${what}: ${reason}`);
    }
  }
}

function isOutsideRuns({ type }: EventBody): boolean {
  return type === "state" || type === "kernel-restarted";
}
