import { z } from "zod";
import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { storedResultSchema } from "@/pipeline/kernel/persistence.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { type NotebookId, notebookIdSchema, type RunId, runIdSchema } from "@/store/ids.ts";
import { storeProblem } from "@/store/problems.ts";
import type { RunScores } from "@/store/run_scores.ts";
import type { Run } from "@/store/runs.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { CellLogAnswer, PastRun, RunLogAnswer, RunsAnswer } from "../run_schema.ts";
import type { RunResult } from "../run_result_schema.ts";
import { logEntries } from "./log_entries.ts";
import { parseId } from "./parse_id.ts";
import { workbenchProblem } from "./problems.ts";
import { differencesOf, settingsOf, type SettingsOfRun } from "./run_differences.ts";

/** The query of {@linkcode WorkbenchRuns.list}. */
export const runsQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const startedSchema = z.object({ cell: z.string() });

/** The past runs of notebooks: what they were worth, in what they differ, what their cells had to say. */
export class WorkbenchRuns {
  constructor(
    private readonly workspace: Workspace,
    private readonly kinds: ReadonlyMap<string, CellKind>,
  ) {}

  /** The last runs of a notebook, newest first. @throws {HealerError} `store/not-found`, `store/notebook-deleted` */
  list(text: string, limit: number): RunsAnswer {
    const { runs, notebooks } = this.workspace;
    const id = this.notebook(text);
    const listed = runs.ofNotebook(id, limit);
    const scores = this.scoresOf(id);
    const settings = new Map<number, SettingsOfRun>();
    for (const { revision } of listed) {
      if (settings.has(revision)) continue;
      settings.set(revision, settingsOf(notebooks.content(id, revision), this.kinds));
    }
    return {
      runs: listed.map((run) => pastRun(run, scores)),
      differences: differencesOf(listed.map(({ revision }) => settings.get(revision) ?? new Map())),
    };
  }

  /** A run with its logs. @throws {HealerError} `store/not-found`, `store/notebook-deleted` */
  get(text: string, run: string): RunLogAnswer {
    const id = this.notebook(text);
    const found = this.workspace.runs.get(parseId(runIdSchema, "run", run));
    if (found.notebook !== id) throw new HealerError(storeProblem.notFound("run", run));
    const events = Map.groupBy(
      this.workspace.runs.logOf(found.id),
      ({ event }) => z.safeParse(startedSchema, event).data?.cell ?? "",
    );
    return {
      ...pastRun(found, this.scoresOf(id)),
      logs: [...events].map(([cell, ofCell]) => ({
        cell,
        run: found.id,
        entries: logEntries(found, ofCell),
      })),
    };
  }

  /**
   * What a scored cell showed at the end of a run.
   *
   * @throws {HealerError} `workbench/result-not-found`, `store/not-found`, `store/notebook-deleted`
   */
  result(text: string, run: string, cell: string): RunResult {
    const { id } = this.get(text, run);
    const own = this.scoresOf(this.notebook(text)).get(parseId(runIdSchema, "run", id))
      ?.find((scored) => scored.cell === cell);
    const stored = own && this.workspace.cellResults.get(own.key);
    const shown = stored && z.safeParse(storedResultSchema, stored.result).data?.result;
    if (own === undefined || shown === undefined) {
      throw new HealerError(workbenchProblem.resultForgotten(cell));
    }
    const { kind, key } = own;
    return { cell, kind, key, summary: shown.summary, figures: shown.figures };
  }

  /** The log of a cell's last run. @throws {HealerError} `store/not-found`, `store/notebook-deleted` */
  cellLog(text: string, cell: string): CellLogAnswer {
    const { runs } = this.workspace;
    const last = runs.lastOfEachCell(this.notebook(text), "started")
      .find(({ event }) => z.safeParse(startedSchema, event).data?.cell === cell);
    if (last === undefined) return { cell, run: null, entries: [] };
    const run = runs.get(last.run);
    return { cell, run: run.id, entries: logEntries(run, runs.logOf(run.id, cell)) };
  }

  private notebook(text: string): NotebookId {
    return this.workspace.notebooks.get(parseId(notebookIdSchema, "notebook", text)).id;
  }

  private scoresOf(id: NotebookId): ReadonlyMap<RunId, RunScores[]> {
    return Map.groupBy(this.workspace.runScores.ofNotebook(id), ({ run }) => run);
  }
}

function pastRun(
  { id, revision, state, cells, started, ended }: Run,
  scores: ReadonlyMap<RunId, RunScores[]>,
): PastRun {
  const own = (scores.get(id) ?? []).map(({ run: _, ...others }) => others);
  return { id, revision, state, cells, started, ended, scores: own };
}
