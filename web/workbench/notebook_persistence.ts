import { fileReferences } from "@/pipeline/cells/value.ts";
import { modelSchema } from "@/pipeline/cells/model_value.ts";
import type { KeptCheckpoints } from "@/pipeline/checkpoint_files.ts";
import { type NotebookEvent, notebookEventSchema } from "@/pipeline/kernel/events.ts";
import type { ProducedFile } from "@/pipeline/kernel/executor.ts";
import {
  type Persistence,
  type RunOutcome,
  type StandingCell,
  type StoredResult,
  storedResultSchema,
} from "@/pipeline/kernel/persistence.ts";
import { noteUnfinished, type UnfinishedRuns } from "@/pipeline/kernel/unfinished_runs.ts";
import { type NotebookId, runIdSchema } from "@/store/ids.ts";
import type { Model } from "@/store/models.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { EventHub } from "./event_hub.ts";
import { finishedEventSchema, type RunJournal } from "./run_journal.ts";
import { scoredCells } from "./scored_cells.ts";
import { placeBlob, takeFiles } from "./kernel_files.ts";

/** Keeps the work of one notebook in the workspace. A model that a cell has trained is listed from then on. */
export class NotebookPersistence implements Persistence {
  constructor(
    private readonly notebook: NotebookId,
    private readonly workspace: Workspace,
    private readonly hub: EventHub,
    private readonly journal: RunJournal,
  ) {}

  /** A result that this version cannot read counts as absent. */
  findResult(key: string): Promise<StoredResult | undefined> {
    const row = this.workspace.cellResults.get(key);
    return Promise.resolve(row && storedResultSchema.safeParse(row.result).data);
  }

  async saveResult(
    key: string,
    stored: StoredResult,
    files: readonly ProducedFile[],
  ): Promise<void> {
    const { workspace } = this;
    await takeFiles(workspace, files);
    const kept = [...files, ...fileReferences([stored.result.tables, stored.result.values])];
    const models = workspace.transaction(() => {
      workspace.cellResults.put(key, stored, kept);
      return this.addModels(stored);
    });
    await workspace.checkpoints.forget(key);
    for (const { id } of models) {
      this.hub.publish({ event: "changed", data: { list: "models", id } });
    }
  }

  placeFile(sha256: string, target: string): Promise<void> {
    return placeBlob(this.workspace, sha256, target);
  }

  lastKeys(): Promise<ReadonlyMap<string, string>> {
    const last = this.workspace.runs.lastOfEachCell(this.notebook, "finished");
    return Promise.resolve(
      new Map(last.flatMap(({ event }) => {
        const finished = finishedEventSchema.safeParse(event).data;
        return finished === undefined ? [] : [[finished.cell, finished.key] as const];
      })),
    );
  }

  unfinishedRuns(): Promise<UnfinishedRuns> {
    const { runs } = this.workspace;
    const unfinished: UnfinishedRuns = new Map();
    const events = ["started", "progress", "cancelled", "finished", "failed"]
      .flatMap((type) => runs.lastOfEachCell(this.notebook, type))
      .sort((left, right) => left.seq - right.seq);
    for (const { event } of events) {
      const known = notebookEventSchema.safeParse(event).data;
      if (known !== undefined) noteUnfinished(unfinished, known);
    }
    return Promise.resolve(unfinished);
  }

  checkpoints(key: string): KeptCheckpoints {
    return this.workspace.checkpoints.of(key);
  }

  startRun(cells: readonly string[], revision: number): string {
    return this.workspace.runs.start({ notebook: this.notebook, revision, cells: [...cells] }).id;
  }

  appendEvent(run: string, event: NotebookEvent): void {
    this.journal.append(runIdSchema.parse(run), event);
  }

  endRun(run: string, outcome: RunOutcome, standing: readonly StandingCell[]): void {
    const { workspace } = this;
    const id = runIdSchema.parse(run);
    workspace.transaction(() => {
      workspace.runs.finish(id, outcome);
      workspace.runScores.add(id, scoredCells(standing));
    });
  }

  /** Lists the models in a result. One that was trained before, and came out the same, is listed already. */
  private addModels({ result }: StoredResult): Model[] {
    const { models, notebooks } = this.workspace;
    return Object.values(result.values).flatMap((value) => {
      const model = modelSchema.safeParse(value).data;
      if (model === undefined || models.ofFile(model.file.sha256) !== undefined) return [];
      const name = notebooks.get(this.notebook).title;
      const { file, card } = model;
      return [models.add({ name, file, card, notebook: this.notebook, dataset: null })];
    });
  }
}
