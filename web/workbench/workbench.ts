import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { checkNotebook, kindsByName } from "@/pipeline/kernel/notebook.ts";
import { NotebookKernel, type NotebookKernelOptions } from "@/pipeline/kernel/notebook_kernel.ts";
import type { Text } from "@/pipeline/problem.ts";
import { modelIdSchema, type NotebookId } from "@/store/ids.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { ModelAnswer } from "../api_schema.ts";
import type { NamedUnknown, NameUnknown } from "../unknown_schema.ts";
import { WorkbenchAnswers } from "./answers.ts";
import { WorkbenchCatalogues } from "./catalogues.ts";
import { WorkbenchDatasets } from "./datasets.ts";
import { WorkbenchDiagnoses } from "./diagnoses.ts";
import { diagnosisReportFile } from "./diagnosis_report_file.ts";
import { EventHub } from "./event_hub.ts";
import { Examples } from "./examples.ts";
import { WorkbenchExports } from "./exports.ts";
import { IdleKernel } from "./idle_kernel.ts";
import { WorkbenchItems } from "./items.ts";
import { WorkbenchImports } from "./imports.ts";
import { placeBlob } from "./kernel_files.ts";
import { modelAnswer } from "./model_answer.ts";
import { ModelFiles } from "./model_files.ts";
import { nameUnknown } from "./name_unknown.ts";
import { WorkbenchOpening } from "./opening.ts";
import { WorkbenchRevisions } from "./notebook_revisions.ts";
import { NotebookSessions } from "./notebook_sessions.ts";
import { WorkbenchNotebooks } from "./notebooks.ts";
import { parseId } from "./parse_id.ts";
import { WorkbenchPipelines } from "./pipelines.ts";
import { WorkbenchRuns } from "./runs.ts";
import { trainNotebook } from "./train_notebook.ts";
import { WorkbenchUploads } from "./uploads.ts";

const gibibyte = 2 ** 30;
const minute = 60_000;

/** How often old results and files that nothing refers to are looked for. */
const cleaningInterval = 60 * minute;

/** How long work that was cut off can go on where it was, in milliseconds. */
const checkpointPatience = 14 * 24 * 60 * minute;

/** How long after the end of a run the points of its live curves can be repeated, in milliseconds. */
const pointsPatience = 60 * minute;

/** How a workbench is set up. */
export interface WorkbenchOptions {
  /** The cell kinds there are. */
  readonly kinds: readonly CellKind[];
  /** How many bytes an uploaded file may have; 16 GiB by default. */
  readonly uploadLimit?: number;
  /** How many bytes the results of cells may take before the oldest are forgotten; 20 GiB by default. */
  readonly cacheLimit?: number;
  /** How many milliseconds a kernel stays without work; ten minutes by default. */
  readonly kernelPatience?: number;
  /** For tests: how many bytes the disk still takes. */
  readonly freeSpace?: (folder: string) => Promise<number>;
  /** For tests: other limits of kernels. */
  readonly kernel?: Pick<NotebookKernelOptions, "registry" | "memoryLimit" | "patience" | "log">;
  /** Is told what goes wrong behind the scenes; writes to standard error by default. */
  readonly report?: (error: unknown) => void;
}

/**
 * All that people do in a workspace, over its store and its kernels: notebooks that are open and run, files
 * that come in, models that are applied, and one stream of what happens. It computes nothing itself.
 */
export class Workbench implements AsyncDisposable {
  readonly kinds: ReadonlyMap<string, CellKind>;
  readonly events: EventHub;
  readonly examples: Examples;
  readonly notebooks: WorkbenchNotebooks;
  readonly exports: WorkbenchExports;
  readonly opening: WorkbenchOpening;
  readonly pipelines: WorkbenchPipelines;
  readonly uploads: WorkbenchUploads;
  readonly revisions: WorkbenchRevisions;
  readonly imports: WorkbenchImports;
  readonly datasets: WorkbenchDatasets;
  readonly catalogues: WorkbenchCatalogues;
  readonly modelFiles: ModelFiles;
  readonly diagnoses: WorkbenchDiagnoses;
  readonly answers: WorkbenchAnswers;
  readonly runs: WorkbenchRuns;
  readonly items: WorkbenchItems;
  /** How many bytes an uploaded file may have. */
  readonly uploadLimit: number;
  private readonly sessions: NotebookSessions;
  /** Runs what belongs to no notebook. */
  private readonly desk: IdleKernel;
  private readonly closing = new AbortController();
  private cleaning: Promise<void>;
  private readonly cleaningTimer: ReturnType<typeof setInterval>;

  /** @param workspace Stays open when the workbench is closed. */
  constructor(private readonly workspace: Workspace, options: WorkbenchOptions) {
    const { uploadLimit = 16 * gibibyte, report = console.error } = options;
    const kinds = kindsByName(options.kinds);
    const hub = new EventHub(workspace.runs);
    const queue = new FairQueue();
    const newKernel = (registry?: URL) => this.newKernel(options, report, registry);
    this.kinds = kinds;
    this.uploadLimit = uploadLimit;
    this.events = hub;
    this.examples = new Examples(kinds);
    this.sessions = new NotebookSessions({ workspace, kinds, hub, queue, newKernel, report });
    const { signal } = this.closing;
    this.desk = newKernel(new URL("../../pipeline/cells/desk_registry.ts", import.meta.url));
    const imports = new WorkbenchImports({ workspace, kinds, executor: this.desk });
    this.imports = imports;
    this.datasets = new WorkbenchDatasets({ workspace, hub, imports, uploadLimit, signal });
    this.catalogues = new WorkbenchCatalogues({ workspace, hub });
    this.notebooks = new WorkbenchNotebooks({
      workspace,
      kinds,
      hub,
      sessions: this.sessions,
      examples: this.examples,
      notebooks: workspace.notebooks,
      datasets: this.datasets,
      catalogues: this.catalogues,
    });
    this.exports = new WorkbenchExports({
      workspace,
      kinds,
      sessions: this.sessions,
      catalogues: this.catalogues,
    });
    this.pipelines = new WorkbenchPipelines({
      workspace,
      hub,
      exports: this.exports,
      notebooks: this.notebooks,
      datasets: this.datasets,
      executor: this.desk,
    });
    this.opening = new WorkbenchOpening({
      workspace,
      kinds,
      notebooks: this.notebooks,
      pipelines: this.pipelines,
    });
    this.runs = new WorkbenchRuns(workspace, kinds);
    const { freeSpace } = options;
    this.uploads = new WorkbenchUploads({
      workspace,
      uploadLimit,
      ...(freeSpace === undefined ? {} : { freeSpace }),
    });
    this.revisions = new WorkbenchRevisions(workspace.notebooks, kinds);
    this.modelFiles = new ModelFiles({
      workspace,
      hub,
      catalogues: this.catalogues,
      executor: this.desk,
      signal,
    });
    this.diagnoses = new WorkbenchDiagnoses({
      workspace,
      hub,
      queue,
      uploadLimit,
      executor: this.desk,
      kinds,
      signal,
      report,
    });
    this.answers = new WorkbenchAnswers({
      workspace,
      catalogues: this.catalogues,
      diagnoses: this.diagnoses,
      executor: this.desk,
    });
    this.items = new WorkbenchItems(workspace, hub);
    const clean = () => this.clean(options.cacheLimit ?? 20 * gibibyte).catch(report);
    this.cleaning = clean();
    this.cleaningTimer = setInterval(
      () => this.cleaning = this.cleaning.then(clean),
      cleaningInterval,
    );
  }

  /**
   * Makes the notebook that trains on a dataset, and lets it run.
   *
   * @throws {HealerError} `store/not-found`
   */
  async trainFrom(dataset: string): Promise<NotebookId> {
    const { name } = this.datasets.get(dataset);
    const content = trainNotebook(this.datasets.cellParams(dataset), name);
    const { notebook } = checkNotebook(content, this.kinds);
    return await this.notebooks.add(notebook, true);
  }

  /** Trains a model that knows rows of a diagnosis which fit nothing known. @throws {HealerError} as {@linkcode nameUnknown} */
  async nameUnknown(
    diagnosis: string,
    request: NameUnknown,
    language: keyof Text,
  ): Promise<NamedUnknown> {
    const { workspace, exports, notebooks, datasets, catalogues, desk: executor } = this;
    const { signal } = this.closing;
    const hub = this.events;
    const services = { workspace, hub, exports, notebooks, datasets, catalogues, executor, signal };
    return await nameUnknown(diagnosis, request, language, services);
  }

  /** A diagnosis as one HTML file to read. @throws {HealerError} as {@linkcode diagnosisReportFile} */
  async diagnosisReport(
    id: string,
    language: keyof Text,
    signal?: AbortSignal,
  ): Promise<{ name: string; content: string }> {
    const { workspace, diagnoses, answers, catalogues } = this;
    const services = { workspace, diagnoses, answers, catalogues };
    return await diagnosisReportFile(id, language, services, signal);
  }

  /** All models in all versions, newest first. */
  models(): ModelAnswer[] {
    return this.workspace.models.list().map(modelAnswer);
  }

  /** @throws {HealerError} `store/not-found` */
  model(id: string): ModelAnswer {
    return modelAnswer(this.workspace.models.get(parseId(modelIdSchema, "model", id)));
  }

  /** Ends all work. Runs under way count as interrupted when the workspace is opened again. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.closing.abort();
    clearInterval(this.cleaningTimer);
    await Promise.all([
      this.sessions[Symbol.asyncDispose](),
      this.desk.close(),
      this.diagnoses[Symbol.asyncDispose](),
      this.cleaning,
    ]);
  }

  private newKernel(
    { kernel = {}, kernelPatience = 10 * minute }: WorkbenchOptions,
    report: (error: unknown) => void,
    registry: URL | undefined,
  ): IdleKernel {
    const { workspace } = this;
    const make = () =>
      new NotebookKernel({
        ...(registry === undefined ? {} : { registry }),
        ...kernel,
        folder: workspace.scratch.newPath(),
        placeFile: (sha256, target) => placeBlob(workspace, sha256, target),
      });
    return new IdleKernel(make, kernelPatience, report);
  }

  /** Forgets old results and removes what nothing refers to any more. */
  private async clean(cacheLimit: number): Promise<void> {
    this.workspace.cellResults.evict(cacheLimit, await this.sessions.keysInUse());
    this.workspace.forgetDeleted();
    this.workspace.runs.forgetPoints(new Date(Date.now() - pointsPatience));
    await this.workspace.checkpoints.forgetOlder(new Date(Date.now() - checkpointPatience));
    await this.uploads.removeOld();
    this.workspace.notebooks.thinOutRevisions();
    await this.workspace.collectGarbage();
  }
}
