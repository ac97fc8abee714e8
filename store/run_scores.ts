import { z } from "zod";
import { jsonColumn, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { type NotebookId, type RunId, runIdSchema } from "./ids.ts";

const scoreSchema = z.object({
  name: z.string(),
  value: z.number(),
  low: z.number().exactOptional(),
  high: z.number().exactOptional(),
});

const rowSchema = z.object({
  run: runIdSchema,
  cell: z.string(),
  kind: z.string(),
  key: z.string(),
  params: jsonColumn(z.record(z.string(), z.unknown())),
  scores: jsonColumn(z.array(scoreSchema)),
  seconds: z.number(),
});

/** What a cell was worth at the end of a run. */
export type RunScores = Readonly<z.infer<typeof rowSchema>>;

/** The scores that runs ended with: they stay when results are forgotten. */
export class RunScoresTable {
  constructor(private readonly database: Database) {}

  /** Keeps what the cells of a run were worth, in their order. */
  add(run: RunId, cells: readonly Omit<RunScores, "run">[]): void {
    this.database.transaction(() => {
      for (const { cell, kind, key, params, scores, seconds } of cells) {
        this.database.run(
          `INSERT INTO run_scores (run, cell, kind, key, params, scores, seconds)
            VALUES (?, ?, ?, ?, ?, ?, ?)`,
          run,
          cell,
          kind,
          key,
          toJson(params),
          toJson(scores),
          seconds,
        );
      }
    });
  }

  /** The scores of all runs of a notebook, oldest run first. */
  ofNotebook(notebook: NotebookId): RunScores[] {
    return this.database.all(
      rowSchema,
      `SELECT run, cell, kind, key, params, scores, seconds FROM run_scores
        WHERE run IN (SELECT id FROM runs WHERE notebook = ?) ORDER BY rowid`,
      notebook,
    );
  }
}
