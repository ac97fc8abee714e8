import { fileReferences } from "@/pipeline/cells/value.ts";
import { modelSchema } from "@/pipeline/cells/model_value.ts";
import type { NotebookEvent } from "@/pipeline/kernel/events.ts";
import type { ProducedFile } from "@/pipeline/kernel/executor.ts";
import {
  type Persistence,
  type RunOutcome,
  type StoredResult,
  storedResultSchema,
} from "@/pipeline/kernel/persistence.ts";
import { type NotebookId, runIdSchema } from "@/store/ids.ts";
import type { Model } from "@/store/models.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { EventHub } from "./event_hub.ts";
import { finishedEventSchema, type RunJournal } from "./run_journal.ts";
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

  startRun(cells: readonly string[], revision: number): string {
    return this.workspace.runs.start({ notebook: this.notebook, revision, cells: [...cells] }).id;
  }

  appendEvent(run: string, event: NotebookEvent): void {
    this.journal.append(runIdSchema.parse(run), event);
  }

  endRun(run: string, outcome: RunOutcome): void {
    this.workspace.runs.finish(runIdSchema.parse(run), outcome);
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
