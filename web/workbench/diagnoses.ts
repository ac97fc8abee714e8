import { pick, safeParse } from "zod/mini";
import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import type { FileReference } from "@/pipeline/cells/value.ts";
import type { Executor } from "@/pipeline/kernel/executor.ts";
import type { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { HealerError, type Text } from "@/pipeline/problem.ts";
import type { ColumnSummary, PageRequest, TablePage } from "@/pipeline/table/paging/table_page.ts";
import type { Diagnosis } from "@/store/diagnoses.ts";
import { diagnosisIdSchema, modelIdSchema } from "@/store/ids.ts";
import type { Workspace } from "@/store/workspace.ts";
import { type DiagnosisAnswer, diagnosisSchema } from "../api_schema.ts";
import { diagnoseFile } from "./diagnose_file.ts";
import { diagnosesJson } from "./diagnoses_json.ts";
import type { EventHub } from "./event_hub.ts";
import { takeFiles } from "./kernel_files.ts";
import { cardOf } from "./model_answer.ts";
import { parseId } from "./parse_id.ts";
import { workbenchProblem } from "./problems.ts";
import { type IncomingFile, receiveFile } from "./receive_file.ts";
import type { StoredFile } from "./stored_file.ts";
import { withoutEnding } from "./train_notebook.ts";

/** What the store keeps beside the result. */
const detailsSchema = pick(diagnosisSchema, { unread: true, withWarnings: true, notices: true });

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
}

/** The diagnoses of a workspace: made from a model and a file, in a kernel, and kept. */
export class WorkbenchDiagnoses {
  constructor(private readonly services: DiagnosesServices) {}

  /** All of them, newest first. */
  list(): DiagnosisAnswer[] {
    return this.services.workspace.diagnoses.list().map((each) => this.answer(each));
  }

  /** @throws {HealerError} `store/not-found` */
  get(id: string): DiagnosisAnswer {
    return this.answer(this.find(id));
  }

  /**
   * Diagnoses the rows of a file as it comes in and keeps the result.
   *
   * @throws {HealerError} `store/not-found`; what is wrong with the upload, or with its table
   */
  async add(model: string, incoming: IncomingFile, language: keyof Text): Promise<DiagnosisAnswer> {
    const { workspace, hub, uploadLimit } = this.services;
    const stored = workspace.models.get(parseId(modelIdSchema, "model", model));
    const content = await receiveFile(incoming, workspace.blobs, uploadLimit);
    const { name } = incoming;
    const request = { model: stored, file: { name, content }, language };
    await using diagnosed = await diagnoseFile(request, this.services);
    await takeFiles(workspace, diagnosed.files);
    const { value: { result, rows, counts, unread, withWarnings }, table, notices } = diagnosed;
    const diagnosis = workspace.diagnoses.add({
      model: stored.id,
      source: name,
      result,
      table: table.file,
      rows,
      counts,
      details: { unread, withWarnings, notices },
    });
    hub.publish({ event: "changed", data: { list: "diagnoses", id: diagnosis.id } });
    return this.answer(diagnosis);
  }

  /**
   * Some rows of a result.
   *
   * @throws {HealerError} `store/not-found`, `workbench/result-not-found`, `kernel/…`
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
   * @throws {HealerError} `store/not-found`, `workbench/result-not-found`
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
        return { name, media: "text/csv; charset=utf-8", path: blobs.path(diagnosis.sha256) };
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

  private table({ tableSha256, tableBytes }: Diagnosis): FileReference {
    if (tableSha256 === null || tableBytes === null) {
      throw new HealerError(workbenchProblem.noTable());
    }
    return { sha256: tableSha256, bytes: tableBytes, media: parquetMedia };
  }

  private answer(
    { id, model, name: called, source, rows, counts, created, details }: Diagnosis,
  ): DiagnosisAnswer {
    const stored = this.services.workspace.models.find(model);
    const { name, version, deleted } = stored;
    const known = safeParse(detailsSchema, details).data ??
      { unread: 0, withWarnings: 0, notices: [] };
    return {
      id,
      name: called,
      source,
      model: {
        id: model,
        name,
        version,
        classes: cardOf(stored).classes,
        isDeleted: deleted !== null,
      },
      rows,
      counts,
      ...known,
      created,
    };
  }
}
