import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import type { FileReference } from "@/pipeline/cells/value.ts";
import type { Executor } from "@/pipeline/kernel/executor.ts";
import type { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { problemSchema } from "@/pipeline/kernel/problem_schema.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { ColumnSummary, PageRequest, TablePage } from "@/pipeline/table/paging/table_page.ts";
import type { Diagnosis } from "@/store/diagnoses.ts";
import { diagnosisIdSchema, modelIdSchema } from "@/store/ids.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { DiagnoseAgain, DiagnosisAnswer, DiagnosisOverview } from "../diagnosis_schema.ts";
import type { Differences } from "../differences_schema.ts";
import { diagnosesJson } from "./diagnoses_json.ts";
import { diagnosisProblem } from "./diagnosis_problems.ts";
import { diagnosisAnswer, diagnosisOverview, parquetFile, sourceFile } from "./diagnosis_answer.ts";
import { type Compared, differencesCsv, differencesOf } from "./diagnosis_differences.ts";
import { DiagnosisJobs } from "./diagnosis_jobs.ts";
import { type DiagnosisSettings, settingsOf } from "./diagnosis_settings.ts";
import type { EventHub } from "./event_hub.ts";
import { parseId } from "./parse_id.ts";
import { workbenchProblem } from "./problems.ts";
import { type IncomingFile, receiveFile } from "./receive_file.ts";
import type { StoredFile } from "./stored_file.ts";
import { withoutEnding } from "./train_notebook.ts";

const parquetMedia = "application/vnd.apache.parquet";

/** What diagnoses are made with. */
export interface DiagnosesServices {
  readonly workspace: Workspace;
  readonly hub: EventHub;
  readonly kinds: ReadonlyMap<string, CellKind>;
  /** Runs what belongs to no notebook. */
  readonly executor: Executor;
  readonly queue: FairQueue;
  /** How many bytes a file may have. */
  readonly uploadLimit: number;
  readonly signal: AbortSignal;
  /** Is told of defects. */
  readonly report: (error: unknown) => void;
}

/** How a file is to be diagnosed. */
export interface DiagnoseOptions extends DiagnosisSettings {
  /** Whether to wait for the result; what cannot be diagnosed is not kept then. */
  readonly wait: boolean;
}

/** The diagnoses of a workspace: made from a model and a file, in a kernel, and kept. */
export class WorkbenchDiagnoses implements AsyncDisposable {
  private readonly jobs: DiagnosisJobs;

  constructor(private readonly services: DiagnosesServices) {
    this.jobs = new DiagnosisJobs(services);
  }

  /** All of them, newest first. */
  list(): DiagnosisOverview[] {
    const { workspace } = this.services;
    return workspace.diagnoses.list().map((each) =>
      diagnosisOverview(workspace, each, this.jobs.of(each.id))
    );
  }

  /** @throws {HealerError} `store/not-found` */
  get(id: string): DiagnosisAnswer {
    return this.answer(this.find(id));
  }

  /**
   * Takes a file as it comes in and begins to diagnose its rows.
   *
   * @throws {HealerError} `store/not-found`; what is wrong with the upload, or with its table where it is waited for
   */
  async add(
    model: string,
    incoming: IncomingFile,
    { wait, ...settings }: DiagnoseOptions,
  ): Promise<DiagnosisAnswer> {
    const { workspace, executor, uploadLimit } = this.services;
    const { id } = workspace.models.get(parseId(modelIdSchema, "model", model));
    // While the file comes in, the kernel starts; what keeps it from that is told by the work itself.
    executor.warmUp?.().catch(() => {});
    const file = await receiveFile(incoming, workspace.blobs, uploadLimit);
    const begun = workspace.diagnoses.begin({ model: id, source: incoming.name, file, settings });
    const job = this.jobs.start(begun);
    if (wait) {
      await job.ended;
      this.throwFailure(workspace.diagnoses.find(begun.id));
    }
    return this.get(begun.id);
  }

  /**
   * Begins to diagnose the file of a diagnosis once more, as another diagnosis.
   *
   * @throws {HealerError} `store/not-found`, `workbench/source-forgotten`
   */
  again(id: string, { model, errorRate }: DiagnoseAgain): DiagnosisAnswer {
    const { workspace } = this.services;
    const known = this.find(id);
    const file = sourceFile(known);
    if (file === null) throw new HealerError(diagnosisProblem.sourceForgotten(known.source));
    const settings = settingsOf(known);
    const begun = workspace.diagnoses.begin({
      model: workspace.models.get(parseId(modelIdSchema, "model", model ?? known.model)).id,
      source: known.source,
      file,
      settings: { ...settings, errorRate: errorRate ?? settings.errorRate },
    });
    this.jobs.start(begun);
    return this.answer(begun);
  }

  /** Begins anew what has failed. @throws {HealerError} `store/not-found`, `workbench/diagnosis-not-failed` */
  retry(id: string): DiagnosisAnswer {
    const { diagnoses } = this.services.workspace;
    const { id: known, state, name } = this.find(id);
    if (state !== "failed") throw new HealerError(diagnosisProblem.diagnosisNotFailed(name));
    const begun = diagnoses.beginAgain(known);
    this.jobs.start(begun);
    return this.answer(begun);
  }

  /** Ends a diagnosis that runs; nothing is kept of it. @throws {HealerError} `store/not-found` */
  async cancel(id: string): Promise<void> {
    await this.jobs.cancel(this.find(id).id);
  }

  /** How another diagnosis differs from one. @throws {HealerError} as {@linkcode rows} */
  async differences(id: string, other: string, signal?: AbortSignal): Promise<Differences> {
    const { executor } = this.services;
    return await differencesOf(this.compared(id), this.compared(other), executor, signal);
  }

  /** The rows that another diagnosis of the same file diagnoses otherwise. @throws {HealerError} as {@linkcode rows} */
  differencesFile(
    id: string,
    other: string,
  ): { name: string; media: string; content: AsyncIterable<string> } {
    const [a, b] = [this.compared(id), this.compared(other)];
    const name = `${withoutEnding(a.overview.source)}-differences.csv`;
    const content = differencesCsv(a, b, this.services.executor);
    return { name, media: "text/csv; charset=utf-8", content };
  }

  /** Waits for the end of all work, after the signal has asked for it. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.jobs.ended();
  }

  /**
   * Some rows of a result.
   *
   * @throws {HealerError} `store/not-found`, `workbench/result-not-found`, `workbench/diagnosis-unfinished`, `kernel/…`
   */
  async rows(id: string, page: PageRequest, signal?: AbortSignal): Promise<TablePage> {
    const file = this.table(this.find(id));
    return await this.services.executor.tablePage({ ...page, file }, signal);
  }

  /** What columns of a result hold. @throws {HealerError} as {@linkcode rows} */
  async summary(
    id: string,
    columns: readonly string[],
    signal?: AbortSignal,
  ): Promise<ColumnSummary[]> {
    const file = this.table(this.find(id));
    return await this.services.executor.tableSummary({ file, columns }, signal);
  }

  /**
   * A result as a file, or as its pieces where it is made on the way.
   *
   * @throws {HealerError} `store/not-found`, `workbench/result-not-found`, `workbench/diagnosis-unfinished`
   */
  file(
    id: string,
    format: "csv" | "json" | "parquet",
  ): StoredFile | { name: string; media: string; content: AsyncIterable<string> } {
    const { workspace: { blobs }, executor } = this.services;
    const diagnosis = this.find(id);
    const name = `${withoutEnding(diagnosis.source)}-diagnoses.${format}`;
    switch (format) {
      case "csv":
        return { name, media: "text/csv; charset=utf-8", path: blobs.path(this.csv(diagnosis)) };
      case "parquet": {
        const { sha256 } = this.table(diagnosis);
        return { name, media: parquetMedia, path: blobs.path(sha256) };
      }
      case "json":
        return {
          name,
          media: "application/json",
          content: diagnosesJson(this.table(diagnosis), executor),
        };
    }
  }

  private find(id: string): Diagnosis {
    const known = parseId(diagnosisIdSchema, "diagnosis", id);
    return this.services.workspace.diagnoses.get(known);
  }

  private answer(diagnosis: Diagnosis): DiagnosisAnswer {
    return diagnosisAnswer(this.services.workspace, diagnosis, this.jobs.of(diagnosis.id));
  }

  /** Whoever waits hears why there is no result, and finds nothing to clear away. */
  private throwFailure({ id, state, problem }: Diagnosis): void {
    const known = problemSchema.safeParse(problem).data;
    if (state !== "failed" || known === undefined) return;
    const { workspace: { diagnoses }, hub } = this.services;
    diagnoses.remove(id);
    hub.publish({ event: "changed", data: { list: "diagnoses", id } });
    throw new HealerError(known);
  }

  private compared(id: string): Compared {
    const diagnosis = this.find(id);
    const overview = diagnosisOverview(this.services.workspace, diagnosis, undefined);
    return { overview, table: this.table(diagnosis) };
  }

  private csv({ sha256, name }: Diagnosis): string {
    if (sha256 === null) throw new HealerError(diagnosisProblem.diagnosisUnfinished(name));
    return sha256;
  }

  private table({ state, name, tableSha256, tableBytes }: Diagnosis): FileReference {
    if (state !== "done") throw new HealerError(diagnosisProblem.diagnosisUnfinished(name));
    const table = parquetFile(tableSha256, tableBytes);
    if (table === null) throw new HealerError(workbenchProblem.noTable());
    return table;
  }
}
