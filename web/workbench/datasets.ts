import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { preparedSchema } from "@/pipeline/cells/prepared_value.ts";
import type { TableFile } from "@/pipeline/cells/table_file.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { checkNotebook } from "@/pipeline/kernel/notebook.ts";
import { storedResultSchema } from "@/pipeline/kernel/persistence.ts";
import { resultKeys } from "@/pipeline/kernel/result_key.ts";
import { uploadIdSchema } from "@/store/ids.ts";
import type { Upload } from "@/store/uploads.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { DatasetAnswer } from "../api_schema.ts";
import type { EventHub } from "./event_hub.ts";
import { parseId } from "./parse_id.ts";
import { type IncomingFile, receiveFile } from "./receive_file.ts";
import { trainNotebook } from "./train_notebook.ts";

/** What datasets are kept with. */
export interface DatasetsServices {
  readonly workspace: Workspace;
  readonly hub: EventHub;
  readonly kinds: ReadonlyMap<string, CellKind>;
  /** How many bytes a file may have. */
  readonly uploadLimit: number;
}

/** The table files that people have brought, as they came: the cells that import read them. */
export class WorkbenchDatasets {
  constructor(private readonly services: DatasetsServices) {}

  /** All of them, newest first. */
  list(): DatasetAnswer[] {
    return this.services.workspace.uploads.list().map((upload) => this.answer(upload));
  }

  /** @throws {HealerError} `store/not-found` */
  get(id: string): DatasetAnswer {
    const known = parseId(uploadIdSchema, "upload", id);
    return this.answer(this.services.workspace.uploads.get(known));
  }

  /**
   * Takes a file as it comes in.
   *
   * @throws {HealerError} as {@linkcode receiveFile}
   */
  async add(incoming: IncomingFile): Promise<DatasetAnswer> {
    const { workspace, hub, uploadLimit } = this.services;
    const { media, ...file } = await receiveFile(incoming, workspace.blobs, uploadLimit);
    const upload = workspace.uploads.add({ name: incoming.name, media, file });
    hub.publish({ event: "changed", data: { list: "datasets", id: upload.id } });
    return this.answer(upload);
  }

  private answer({ id, name, sha256, bytes, media, created }: Upload): DatasetAnswer {
    const file = { name, content: { sha256, bytes, media } };
    return { id, name, bytes, created, file, ...this.facts(file) };
  }

  /** What is known of a table since a cell has imported it with its default params. */
  private facts(file: TableFile): Pick<DatasetAnswer, "rows" | "columns"> {
    const { kinds, workspace: { cellResults } } = this.services;
    const { notebook } = checkNotebook(trainNotebook(file), kinds);
    const key = resultKeys(buildGraph(notebook, kinds)).get("import");
    const row = key === undefined ? undefined : cellResults.get(key);
    const stored = storedResultSchema.safeParse(row?.result).data;
    const table = preparedSchema.safeParse(stored?.result.values.table).data;
    return { rows: table?.rows ?? null, columns: table?.columns ?? null };
  }
}
