import type { TableFile } from "@/pipeline/cells/table_file.ts";
import type { Dataset } from "@/store/datasets.ts";
import { datasetIdSchema } from "@/store/ids.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { DatasetAnswer } from "../api_schema.ts";
import type { ImportSettings } from "../import_schema.ts";
import type { EventHub } from "./event_hub.ts";
import { type ImportCellParams, readingParams } from "./import_params.ts";
import type { WorkbenchImports } from "./imports.ts";
import { parseId } from "./parse_id.ts";
import { type IncomingFile, receiveFile } from "./receive_file.ts";

/** What datasets are kept with. */
export interface DatasetsServices {
  readonly workspace: Workspace;
  readonly hub: EventHub;
  readonly imports: WorkbenchImports;
  /** How many bytes a file may have. */
  readonly uploadLimit: number;
  /** Ends the work. */
  readonly signal: AbortSignal;
}

/** The tables that were imported. */
export class WorkbenchDatasets {
  constructor(private readonly services: DatasetsServices) {}

  /** All of them, newest first. */
  list(): DatasetAnswer[] {
    return this.services.workspace.datasets.list().map(answer);
  }

  /** @throws {HealerError} `store/not-found` */
  get(id: string): DatasetAnswer {
    return answer(this.dataset(id));
  }

  /** What an import cell is told to read the file of a dataset as the dataset. @throws {HealerError} `store/not-found` */
  cellParams(id: string): ImportCellParams {
    const dataset = this.dataset(id);
    return readingParams(fileOf(dataset), dataset.params);
  }

  /**
   * Imports an upload.
   *
   * @param name What the dataset is called; as the upload where that is not said.
   * @throws {HealerError} as {@linkcode WorkbenchImports.import}
   */
  async import(upload: string, settings: ImportSettings, name?: string): Promise<DatasetAnswer> {
    const { imports, hub, signal } = this.services;
    const dataset = await imports.import(upload, settings, name, signal);
    hub.publish({ event: "changed", data: { list: "datasets", id: dataset.id } });
    return answer(dataset);
  }

  /**
   * Takes a file as it comes in and imports it with the settings that are guessed. One that cannot be read stays
   * an upload, to be read in another way.
   *
   * @throws {HealerError} as {@linkcode receiveFile} and {@linkcode import}
   */
  async add(incoming: IncomingFile, settings: ImportSettings): Promise<DatasetAnswer> {
    const { workspace: { blobs, uploads }, uploadLimit } = this.services;
    const { media, ...file } = await receiveFile(incoming, blobs, uploadLimit);
    const { id } = uploads.add({ name: incoming.name, media, file });
    return await this.import(id, settings);
  }

  private dataset(id: string): Dataset {
    return this.services.workspace.datasets.get(parseId(datasetIdSchema, "dataset", id));
  }
}

/** The file that a dataset was made of, by the name of the dataset. */
function fileOf({ name, sourceSha256, sourceBytes, sourceMedia }: Dataset): TableFile {
  return { name, content: { sha256: sourceSha256, bytes: sourceBytes, media: sourceMedia } };
}

function answer(dataset: Dataset): DatasetAnswer {
  const { id, name, sourceBytes, created, rows, columns } = dataset;
  return {
    id,
    name,
    bytes: sourceBytes,
    created,
    file: fileOf(dataset),
    rows,
    columns: columns.map(({ name, type, role }) => ({ name, type, role })),
    quarantinedRows: dataset.quarantinedRows,
    quarantinedCells: dataset.quarantinedCells,
  };
}
