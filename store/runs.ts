import { z } from "zod";
import { HealerError } from "../pipeline/problem.ts";
import { jsonColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { newId, type NotebookId, notebookIdSchema, type RunId, runIdSchema } from "./ids.ts";
import type { Notebooks } from "./notebooks.ts";
import { storeProblem } from "./problems.ts";

const runSchema = z.object({
  id: runIdSchema,
  notebook: notebookIdSchema,
  /** The revision of the notebook that runs. */
  revision: z.int(),
  /** The ids of the cells that were asked for. */
  cells: jsonColumn(z.array(z.string())),
  /** Interrupted: the server ended while it ran. */
  state: z.enum(["running", "finished", "failed", "cancelled", "interrupted"]),
  started: z.string(),
  ended: z.string().nullable(),
});

const eventSchema = z.object({
  /** Its place in the log of the whole workspace, from 1; gaps are of points that were forgotten. */
  seq: z.int(),
  run: runIdSchema,
  time: z.string(),
  event: jsonColumn(z.unknown()),
});

/** One execution of cells. */
export type Run = Readonly<z.infer<typeof runSchema>>;

/** How a run can end by itself. */
export type RunEnd = Exclude<Run["state"], "running" | "interrupted">;

/** One entry of the log. What is in an event the store does not know. */
export type RunEvent = Readonly<z.infer<typeof eventSchema>>;

const select = "SELECT id, notebook, revision, cells, state, started, ended FROM runs";
/** What the index of the events of cells leaves out. */
const notMetrics = "event ->> '$.type' <> 'metrics'";
const selectEvents = "SELECT seq, run, time, event FROM run_events";

/**
 * The runs of a workspace and their log, to which is only ever appended. Only the points of live curves are
 * forgotten a while after the end of their run: results have the curves, and a long training has very many points.
 */
export class Runs {
  constructor(private readonly database: Database, private readonly notebooks: Notebooks) {}

  /** @throws {HealerError} `store/not-found`, `store/notebook-deleted` */
  start({ notebook, revision, cells }: Pick<Run, "notebook" | "revision" | "cells">): Run {
    this.notebooks.get(notebook);
    const id = newId(runIdSchema);
    this.database.run(
      `INSERT INTO runs (id, notebook, revision, cells, state, started)
        VALUES (?, ?, ?, ?, 'running', ?)`,
      id,
      notebook,
      revision,
      toJson(cells),
      timestamp(),
    );
    return this.get(id);
  }

  /** @throws {HealerError} `store/not-found` */
  get(id: RunId): Run {
    const run = this.database.one(runSchema, `${select} WHERE id = ?`, id);
    if (run === undefined) throw new HealerError(storeProblem.notFound("run", id));
    return run;
  }

  /** The last runs, newest first. */
  list(limit = 100): Run[] {
    return this.database.all(runSchema, `${select} ORDER BY rowid DESC LIMIT ?`, limit);
  }

  /** The last runs of a notebook, newest first. */
  ofNotebook(notebook: NotebookId, limit = 100): Run[] {
    return this.database.all(
      runSchema,
      `${select} WHERE notebook = ? ORDER BY rowid DESC LIMIT ?`,
      notebook,
      limit,
    );
  }

  /** Appends an event to the log. @throws {HealerError} `store/not-found` */
  append(run: RunId, event: unknown): RunEvent {
    const [appended] = this.appendAll(run, [event]);
    if (appended === undefined) throw new TypeError("One event in, one event out.");
    return appended;
  }

  /** Appends several events in one go, which costs no more than one. @throws {HealerError} `store/not-found` */
  appendAll(run: RunId, events: readonly unknown[]): RunEvent[] {
    return this.database.transaction(() => {
      this.get(run);
      const before = this.lastSeq();
      const now = timestamp();
      for (const event of events) {
        this.database.run(
          "INSERT INTO run_events (run, time, event) VALUES (?, ?, ?)",
          run,
          now,
          toJson(event),
        );
      }
      return this.eventsAfter(before, events.length);
    });
  }

  /** The events that follow `seq`, oldest first. */
  eventsAfter(seq: number, limit = 1000): RunEvent[] {
    return this.database.all(
      eventSchema,
      `${selectEvents} WHERE seq > ? ORDER BY seq LIMIT ?`,
      seq,
      limit,
    );
  }

  /** Every event of one run, oldest first. */
  eventsOf(run: RunId): RunEvent[] {
    return this.database.all(eventSchema, `${selectEvents} WHERE run = ? ORDER BY seq`, run);
  }

  /** What one run says of a cell, or of each where none is named, oldest first: without the points of live curves. */
  logOf(run: RunId, cell: string | null = null): RunEvent[] {
    return this.database.all(
      eventSchema,
      `${selectEvents} WHERE run = ? AND ${notMetrics} AND event ->> '$.cell' IS NOT NULL
        AND (? IS NULL OR event ->> '$.cell' = ?) ORDER BY seq`,
      run,
      cell,
      cell,
    );
  }

  /**
   * The last event of `type` for each cell of a notebook, oldest first: for events that are objects with a
   * `type` and a `cell`.
   */
  lastOfEachCell(notebook: NotebookId, type: string): RunEvent[] {
    // Beside max(), SQLite takes the other columns from the row that has the maximum.
    return this.database.all(
      eventSchema,
      `SELECT max(seq) AS seq, run, time, event FROM run_events
        WHERE run IN (SELECT id FROM runs WHERE notebook = ?) AND event ->> '$.type' = ?
          AND ${notMetrics}
        GROUP BY event ->> '$.cell' ORDER BY seq`,
      notebook,
      type,
    );
  }

  /** The seq of the newest event, 0 before the first. */
  lastSeq(): number {
    return this.database.one(
      z.object({ seq: z.int() }),
      "SELECT coalesce(max(seq), 0) AS seq FROM run_events",
    )?.seq ?? 0;
  }

  /** @throws {HealerError} `store/run-ended`, `store/not-found` */
  finish(id: RunId, state: RunEnd): Run {
    const changed = this.database.run(
      "UPDATE runs SET state = ?, ended = ? WHERE id = ? AND state = 'running'",
      state,
      timestamp(),
      id,
    );
    const run = this.get(id);
    if (changed === 0) throw new HealerError(storeProblem.runEnded(id));
    return run;
  }

  /**
   * Forgets the points of live curves of the runs that ended before a moment.
   *
   * @returns How many events went.
   */
  forgetPoints(before: Date): number {
    const isPoints = "event ->> '$.type' = 'metrics'";
    const ended = this.database.all(
      z.object({ run: runIdSchema }),
      `SELECT DISTINCT run FROM run_events WHERE ${isPoints}
        AND run IN (SELECT id FROM runs WHERE ended < ?)`,
      before.toISOString(),
    );
    // One run after the other, so that nobody waits for all of them.
    return ended.reduce(
      (count, { run }) =>
        count + this.database.run(`DELETE FROM run_events WHERE run = ? AND ${isPoints}`, run),
      0,
    );
  }

  /** Marks the runs that the end of the server cut off, and returns them, oldest first. */
  markInterrupted(): Run[] {
    return this.database.transaction(() => {
      const cutOff = this.database.all(
        z.object({ id: runIdSchema }),
        "SELECT id FROM runs WHERE state = 'running' ORDER BY rowid",
      );
      this.database.run(
        "UPDATE runs SET state = 'interrupted', ended = ? WHERE state = 'running'",
        timestamp(),
      );
      return cutOff.map(({ id }) => this.get(id));
    });
  }
}
