import { renamedColumns } from "@/pipeline/cells/rename_columns.ts";
import type { Executor } from "@/pipeline/kernel/executor.ts";
import type { NotebookPipeline } from "@/pipeline/kernel/pipeline_of.ts";
import { pipelineNotebook } from "@/pipeline/kernel/pipeline_notebook.ts";
import {
  checkPipelineDocument,
  parsePipeline,
  type PipelineDocument,
  printPipeline,
} from "@/pipeline/model/pipeline_file.ts";
import { type PipelineFit, pipelineFit, requireFit } from "@/pipeline/model/pipeline_fit.ts";
import { HealerError } from "@/pipeline/problem.ts";
import {
  datasetIdSchema,
  type NotebookId,
  type PipelineId,
  pipelineIdSchema,
} from "@/store/ids.ts";
import type { Dataset } from "@/store/datasets.ts";
import type { Pipeline } from "@/store/pipelines.ts";
import type { Workspace } from "@/store/workspace.ts";
import { pipelineOfSource } from "../export/pipeline_format.ts";
import type { Language } from "../language.ts";
import type {
  ApplyPipeline,
  PipelineAnswer,
  PipelineCheck,
  PipelineDraft,
  PipelineVersionsAnswer,
  SavedPipeline,
  SavePipeline,
} from "../pipeline_schema.ts";
import type { WorkbenchDatasets } from "./datasets.ts";
import type { EventHub } from "./event_hub.ts";
import type { WorkbenchExports } from "./exports.ts";
import type { WorkbenchNotebooks } from "./notebooks.ts";
import { parseId } from "./parse_id.ts";
import { checkAnswer, leftOutAnswer, pipelineContent } from "./pipeline_answers.ts";
import { pipelineImport } from "./pipeline_import.ts";
import { newestModelOf } from "./pipeline_models.ts";
import { workbenchProblem } from "./problems.ts";
import { withoutEnding } from "./train_notebook.ts";

/** What pipelines are kept and applied with. */
export interface PipelinesServices {
  readonly workspace: Workspace;
  readonly hub: EventHub;
  readonly exports: WorkbenchExports;
  readonly notebooks: WorkbenchNotebooks;
  readonly datasets: WorkbenchDatasets;
  /** Looks into the tables of datasets. */
  readonly executor: Executor;
}

const tableMedia = "application/vnd.apache.parquet";

/** Pipelines that were saved, and what is done with them. Ids are texts from outside: what is none is not found. */
export class WorkbenchPipelines {
  constructor(private readonly services: PipelinesServices) {}

  /** All of them, newest first. */
  list(): PipelineAnswer[] {
    return this.services.workspace.pipelines.list().map(answer);
  }

  /** All of them, newest first, each with the id of the newest model that it has trained. */
  withModels(): { id: string; name: string; version: number; model: string | null }[] {
    const models = this.services.workspace.models.list();
    return this.services.workspace.pipelines.list().map((pipeline) => {
      const { id, name, version } = pipeline;
      return { id, name, version, model: newestModelOf(pipeline, models)?.id ?? null };
    });
  }

  /** @throws {HealerError} `store/not-found`, `store/deleted` */
  get(id: string): PipelineAnswer {
    return answer(this.services.workspace.pipelines.get(idOf(id)));
  }

  /** All versions of a pipeline, newest first. @throws {HealerError} as {@linkcode get} */
  versions(id: string): PipelineVersionsAnswer["versions"] {
    return this.services.workspace.pipelines.versions(idOf(id))
      .map(({ version, created, document }) => ({
        version,
        created,
        content: pipelineContent(checkPipelineDocument(document)),
      }));
  }

  /** A pipeline as a file. @throws {HealerError} as {@linkcode get} */
  file(id: string, version?: number): { name: string; content: string } {
    const { name } = this.get(id);
    const found = this.services.workspace.pipelines.version(idOf(id), version);
    const document = this.document(id, version);
    return { name: `${name}-v${found.version}.pipeline.json`, content: printPipeline(document) };
  }

  /**
   * What would be saved of a notebook.
   *
   * @param cell The cell that trains; the last one by default.
   * @throws {HealerError} `pipeline/…` where a pipeline cannot be taken from it, `store/not-found`
   */
  async draft(notebook: string, cell?: string): Promise<PipelineDraft> {
    const { document, leftOut, cell: last } = await this.taken(notebook, cell);
    const stored = JSON.stringify(nameless(document));
    return {
      cell: last,
      name: document.name,
      content: pipelineContent(document),
      leftOut: leftOutAnswer(leftOut),
      known: this.services.workspace.pipelines.list().map(({ name, version, document }) => ({
        name,
        version,
        isSame: JSON.stringify(document) === stored,
      })),
    };
  }

  /**
   * Saves the pipeline of a notebook, or that of a file, as the next version of its name.
   *
   * @throws {HealerError} `workbench/several-sources`, as {@linkcode draft} and `parsePipeline`
   */
  async save({ name, notebook, cell, text }: SavePipeline): Promise<SavedPipeline> {
    if ((notebook === undefined) === (text === undefined)) {
      throw new HealerError(workbenchProblem.severalSources(["notebook", "text"]));
    }
    const document = text === undefined
      ? (await this.taken(notebook ?? "", cell)).document
      : parsePipeline(text);
    return this.add(document, name);
  }

  /** Saves a pipeline as the next version of its name. */
  add(document: PipelineDocument, name: string = document.name): SavedPipeline {
    const { workspace: { pipelines }, hub } = this.services;
    const before = pipelines.named(name);
    const saved = pipelines.save(name, nameless(document));
    const isNew = saved.id !== before?.id || saved.version !== before.version;
    if (isNew) hub.publish({ event: "changed", data: { list: "pipelines", id: saved.id } });
    return { id: saved.id, name: saved.name, version: saved.version, isNew };
  }

  /** How a dataset suits a pipeline; nothing runs. @throws {HealerError} `store/…`, `cells/…` for wrong renames */
  async check(id: string, request: ApplyPipeline): Promise<PipelineCheck> {
    const { fit, dataset, document } = await this.compare(id, request);
    const features = new Set(document.features.map(({ name }) => name));
    const labels = dataset.columns.filter(({ name, type }) =>
      type !== "time" && !features.has(name)
    );
    return checkAnswer(fit, labels.map(({ name }) => name));
  }

  /**
   * Makes the notebook that trains a pipeline on a dataset, and lets it run.
   *
   * @throws {HealerError} `pipeline/…` where the dataset does not fit, as {@linkcode check}
   */
  async apply(id: string, request: ApplyPipeline): Promise<NotebookId> {
    const { notebooks, datasets } = this.services;
    const { fit, dataset, document } = await this.compare(id, request);
    requireFit(fit);
    const { renames } = request;
    const importParams = pipelineImport(document, {
      params: datasets.cellParams(dataset.id),
      columns: dataset.columns,
      label: fit.label ?? document.label,
      renames,
    });
    const title = `${document.name} · ${withoutEnding(dataset.name)}`;
    return await notebooks.add(pipelineNotebook(document, { importParams, renames }, title), true);
  }

  private async compare(
    id: string,
    { dataset: text, version, label, renames }: ApplyPipeline,
  ): Promise<{ fit: PipelineFit; dataset: Dataset; document: PipelineDocument }> {
    const document = this.document(id, version);
    const dataset = this.services.workspace.datasets.get(parseId(datasetIdSchema, "dataset", text));
    const columns = renamedColumns(dataset.columns, renames);
    const first = pipelineFit(document, columns, { label });
    if (first.label === undefined) return { fit: first, dataset, document };
    const classes = await this.classes(dataset, first.label, renames);
    const fit = pipelineFit(document, columns, { label, classesOf: () => classes });
    return { fit, dataset, document };
  }

  /** How many different labels a column of a dataset holds; 2 stands for more than one. */
  private async classes(
    { sha256, bytes }: Dataset,
    label: string,
    renames: ApplyPipeline["renames"],
  ): Promise<number> {
    const column = renames.find(({ to }) => to === label)?.from ?? label;
    const file = { sha256, bytes, media: tableMedia };
    const request = { file, columns: [column] };
    const [summary] = await this.services.executor.tableSummary(request);
    if (summary === undefined) return 0;
    const { rows, missing, numbers, words } = summary;
    if (missing >= rows) return 0;
    if (words !== undefined) return words.distinct;
    return numbers === undefined ? 0 : numbers.min === numbers.max ? 1 : 2;
  }

  private async taken(notebook: string, cell: string | undefined): Promise<NotebookPipeline> {
    const { exports } = this.services;
    const language: Language = "en";
    const choice = { language, ...(cell === undefined ? {} : { cell }) };
    return pipelineOfSource(await exports.source(notebook, choice));
  }

  /** What a version holds, by the name that the pipeline has now. */
  private document(id: string, version: number | undefined): PipelineDocument {
    const { pipelines } = this.services.workspace;
    const { name } = pipelines.get(idOf(id));
    const { document } = pipelines.version(idOf(id), version);
    return { ...checkPipelineDocument(document), name };
  }
}

function idOf(text: string): PipelineId {
  return parseId(pipelineIdSchema, "pipeline", text);
}

/** Names are kept apart, since they change. */
function nameless(document: PipelineDocument): PipelineDocument {
  return { ...checkPipelineDocument(document), name: "" };
}

function answer({ id, name, version, created, updated, document }: Pipeline): PipelineAnswer {
  const content = pipelineContent(checkPipelineDocument(document));
  return { id, name, version, created, updated, content };
}
