import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { importDataset } from "@/pipeline/cells/import_dataset.ts";
import { preparedSchema } from "@/pipeline/cells/prepared_value.ts";
import { previewTable } from "@/pipeline/cells/preview_table.ts";
import type { TableFile } from "@/pipeline/cells/table_file.ts";
import {
  reportMedia,
  type TablePreview,
  tablePreviewSchema,
  type TableReport,
  tableReportSchema,
} from "@/pipeline/cells/table_report.ts";
import { fileReferences } from "@/pipeline/cells/value.ts";
import type { CellTask, Executor, TaskOutcome } from "@/pipeline/kernel/executor.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { kernelProblem } from "@/pipeline/kernel/kernel_problems.ts";
import { checkNotebook } from "@/pipeline/kernel/notebook.ts";
import { type StoredResult, storedResultSchema } from "@/pipeline/kernel/persistence.ts";
import { resultKeys } from "@/pipeline/kernel/result_key.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { Dataset } from "@/store/datasets.ts";
import { uploadIdSchema } from "@/store/ids.ts";
import type { Upload } from "@/store/uploads.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { ImportSettings } from "../import_schema.ts";
import {
  cellParams,
  fixedParams,
  type ImportCellParams,
  readingParams,
  withReasons,
} from "./import_params.ts";
import { takeFiles } from "./kernel_files.ts";
import { parseId } from "./parse_id.ts";
import { SharedWork } from "./shared_work.ts";
import { importNotebook } from "./train_notebook.ts";

/** What imports are made with. */
export interface ImportsServices {
  readonly workspace: Workspace;
  readonly kinds: ReadonlyMap<string, CellKind>;
  /** Knows the kinds of `desk_registry.ts`. */
  readonly executor: Executor;
}

/** A file that was read to its end. */
interface Survey {
  readonly report: TableReport;
  /** What an import cell is told, but for the file, to read it so. */
  readonly params: ImportCellParams;
  readonly stored: StoredResult;
}

/** So many previews are remembered. */
const rememberedPreviews = 8;

/** So many of the rows and cells that were set aside are told. */
const toldBad = 500;

/**
 * Files on their way to datasets: what their first rows would be like, what the whole file is, and the dataset
 * itself. All reading is done in a kernel, and no further than somebody waits for it. Reading a whole file gives
 * what an import cell with the same params gives, and is kept as its result.
 */
export class WorkbenchImports {
  private readonly previews = new Map<string, TablePreview>();
  private readonly surveys = new Map<string, SharedWork<Survey>>();

  constructor(private readonly services: ImportsServices) {}

  /**
   * What the first rows of an upload would be like.
   *
   * @throws {HealerError} `store/not-found`, `table/…` where it cannot be read at all
   */
  async preview(id: string, settings: ImportSettings, signal: AbortSignal): Promise<TablePreview> {
    const preview = await this.previewOf(fileOf(this.upload(id)), settings, signal);
    return { ...preview, report: toldReport(preview.report) };
  }

  /**
   * Reads the whole of an upload.
   *
   * @throws {HealerError} as {@linkcode preview}; `role/…` where the settings do not fit it
   */
  async survey(
    id: string,
    settings: ImportSettings,
    signal: AbortSignal,
    onProgress: (fraction: number) => void,
  ): Promise<TableReport> {
    const { report } = await this.surveyOf(this.upload(id), settings, signal, onProgress);
    return toldReport(report);
  }

  /**
   * Makes a dataset of an upload.
   *
   * @param name What it is called.
   * @throws {HealerError} as {@linkcode survey}
   */
  async import(
    id: string,
    settings: ImportSettings,
    name: string | undefined,
    signal: AbortSignal,
  ): Promise<Dataset> {
    const upload = this.upload(id);
    const { report, params, stored } = await this.surveyOf(upload, settings, signal);
    const { workspace: { blobs, datasets } } = this.services;
    const { table } = preparedSchema.parse(stored.result.values.table);
    const { badRows, badCells } = report;
    const aside = { rows: badRows.listed, cells: badCells.listed };
    const quarantine = badRows.count + badCells.count === 0
      ? undefined
      : await blobs.put(new TextEncoder().encode(JSON.stringify(aside)));
    return datasets.add({
      name: name ?? upload.name,
      sha256: table.sha256,
      bytes: table.bytes,
      sourceSha256: upload.sha256,
      sourceBytes: upload.bytes,
      sourceMedia: upload.media,
      params,
      rows: report.rows,
      columns: report.columns.map(({ name, type, role }) => ({
        name,
        type: type.value,
        role: role.value,
        reason: role.reason,
        guessed: role.guessed,
      })),
      reading: report.reading,
      notices: report.notices,
      quarantinedRows: badRows.count,
      quarantinedCells: badCells.count,
      quarantineSha256: quarantine?.sha256 ?? null,
    });
  }

  private upload(id: string): Upload {
    return this.services.workspace.uploads.get(parseId(uploadIdSchema, "upload", id));
  }

  private async previewOf(
    file: TableFile,
    settings: ImportSettings,
    signal: AbortSignal,
  ): Promise<TablePreview> {
    const key = JSON.stringify([file, settings]);
    const known = this.previews.get(key);
    if (known !== undefined) return known;
    const { executor } = this.services;
    await using outcome = await execute(
      executor,
      taskOf(previewTable, file, cellParams(settings)),
      {
        signal,
        onEvent: () => {},
      },
    );
    const preview = tablePreviewSchema.parse(await jsonOf(outcome, "application/json"));
    this.previews.set(key, preview);
    const [oldest] = this.previews.keys();
    if (this.previews.size > rememberedPreviews && oldest !== undefined) {
      this.previews.delete(oldest);
    }
    return preview;
  }

  private async surveyOf(
    upload: Upload,
    settings: ImportSettings,
    signal: AbortSignal,
    onProgress?: (fraction: number) => void,
  ): Promise<Survey> {
    const file = fileOf(upload);
    const { report: preview } = await this.previewOf(file, settings, signal);
    const params = fixedParams(settings, preview);
    const key = this.resultKey(file, params);
    const known = await this.knownSurvey(key, params, preview);
    if (known !== undefined) return known;
    let work = this.surveys.get(key);
    if (work === undefined || work.hasEnded) {
      work = new SharedWork((signal, tell) => this.readWhole(file, params, key, signal, tell));
      this.surveys.set(key, work);
    }
    try {
      const survey = await work.join(signal, onProgress);
      return { ...survey, report: withReasons(survey.report, preview) };
    } finally {
      if (work.hasEnded && this.surveys.get(key) === work) this.surveys.delete(key);
    }
  }

  /** Reads all of a file as an import cell does, and keeps what came of it as that cell's result. */
  private async readWhole(
    file: TableFile,
    params: ImportCellParams,
    key: string,
    signal: AbortSignal,
    tell: (fraction: number) => void,
  ): Promise<Survey> {
    const { workspace, executor } = this.services;
    const begin = performance.now();
    await using outcome = await execute(executor, taskOf(importDataset, file, params), {
      signal,
      onEvent: (event) => {
        if (event.type === "progress") tell(event.fraction);
      },
    });
    const { result, files } = outcome;
    const report = tableReportSchema.parse(await jsonOf(outcome, reportMedia));
    const seconds = (performance.now() - begin) / 1000;
    const stored = { result, finished: new Date().toISOString(), seconds };
    await takeFiles(workspace, files);
    const kept = [...files, ...fileReferences([result.tables, result.values])];
    workspace.cellResults.put(key, stored, kept);
    return { report, params, stored };
  }

  /** What came of reading the file before, as long as that is remembered. */
  private async knownSurvey(
    key: string,
    params: ImportCellParams,
    preview: TableReport,
  ): Promise<Survey | undefined> {
    const { cellResults, blobs } = this.services.workspace;
    const row = cellResults.get(key);
    const file = row?.files.find(({ media }) => media === reportMedia);
    const stored = storedResultSchema.safeParse(row?.result).data;
    if (file === undefined || stored === undefined) return undefined;
    const json: unknown = JSON.parse(new TextDecoder().decode(await blobs.read(file.sha256)));
    const report = tableReportSchema.safeParse(json).data;
    return report && { report: withReasons(report, preview), params, stored };
  }

  private resultKey(file: TableFile, params: ImportCellParams): string {
    const { kinds } = this.services;
    const { notebook } = checkNotebook(importNotebook(readingParams(file, params)), kinds);
    const key = resultKeys(buildGraph(notebook, kinds)).get("import");
    if (key === undefined) throw new TypeError("The import cell cannot run.");
    return key;
  }
}

/** An upload as the cells that import name it. */
export function fileOf({ name, sha256, bytes, media }: Upload): TableFile {
  return { name, content: { sha256, bytes, media } };
}

function taskOf(kind: CellKind, file: TableFile, params: ImportCellParams): CellTask {
  return {
    cell: "import",
    kind: kind.kind,
    version: kind.version,
    params: kind.params.parse({ ...params, file }),
    inputs: {},
    seed: 0,
    files: [file.content],
  };
}

/** Problems speak of the file: there is no cell to be looked at. */
async function execute(
  executor: Executor,
  task: CellTask,
  hooks: Parameters<Executor["execute"]>[1],
): Promise<TaskOutcome> {
  try {
    return await executor.execute(task, hooks);
  } catch (error) {
    if (!(error instanceof HealerError)) throw error;
    const { cell: _, ...place } = error.problem.place;
    throw new HealerError({ ...error.problem, place }, { cause: error });
  }
}

async function jsonOf({ files }: TaskOutcome, media: string): Promise<unknown> {
  const file = files.find((each) => each.media === media);
  if (file === undefined) throw new HealerError(kernelProblem.badFile());
  return JSON.parse(await Deno.readTextFile(file.path));
}

/** What goes to a page: enough to see what is wrong. */
function toldReport(report: TableReport): TableReport {
  const { badRows, badCells } = report;
  return {
    ...report,
    badRows: { ...badRows, listed: badRows.listed.slice(0, toldBad) },
    badCells: { ...badCells, listed: badCells.listed.slice(0, toldBad) },
  };
}
