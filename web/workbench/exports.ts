import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import type { FileReference } from "@/pipeline/cells/value.ts";
import { checkNotebook } from "@/pipeline/kernel/notebook.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { notebookIdSchema } from "@/store/ids.ts";
import type { Workspace } from "@/store/workspace.ts";
import { allFiles } from "../export/all_files.ts";
import { archive } from "../export/archive.ts";
import { type ExportSource, exportSource } from "../export/export_source.ts";
import { exportFormat } from "../export/formats.ts";
import { modelCardText } from "../export/model_card_file.ts";
import type { Language } from "../language.ts";
import type { WorkbenchCatalogues } from "./catalogues.ts";
import type { NotebookSessions } from "./notebook_sessions.ts";
import { parseId } from "./parse_id.ts";
import { workbenchProblem } from "./problems.ts";
import { fileOfValue } from "./value_file.ts";

/** How a notebook is to be exported. */
export interface ExportChoice {
  readonly language: Language;
  /** The cell that it is about, where the format is about one. */
  readonly cell?: string;
}

/** What the exports of notebooks are made with. */
export interface ExportsServices {
  readonly workspace: Workspace;
  readonly sessions: NotebookSessions;
  readonly kinds: ReadonlyMap<string, CellKind>;
  readonly catalogues: WorkbenchCatalogues;
}

/** Notebooks as files for elsewhere. Ids are texts from outside: what is none is not found. */
export class WorkbenchExports {
  constructor(private readonly services: ExportsServices) {}

  /** A notebook with what came of it. @throws {HealerError} `store/not-found`, `store/notebook-deleted` */
  async source(text: string, { language, cell }: ExportChoice): Promise<ExportSource> {
    const { workspace: { notebooks, blobs }, kinds, sessions, catalogues } = this.services;
    const id = parseId(notebookIdSchema, "notebook", text);
    notebooks.get(id);
    const session = await sessions.open(id);
    const { notebook } = checkNotebook(notebooks.content(id, session.view().revision), kinds);
    const pathOf = ({ sha256 }: FileReference) => blobs.path(sha256);
    const catalogueOf = ({ sha256 }: FileReference) => catalogues.ofFile(sha256);
    return exportSource(session, { notebook, kinds, language, cell, pathOf, catalogueOf });
  }

  /**
   * A notebook in one format.
   *
   * @param as The name of the format.
   * @throws {HealerError} `export/…`, what keeps it from that format, as {@linkcode source}
   */
  async make(
    text: string,
    { as, ...choice }: ExportChoice & { readonly as: string },
  ): Promise<{ name: string; media: string; content: string | Uint8Array<ArrayBuffer> }> {
    const format = exportFormat(as);
    const source = await this.source(text, choice);
    const content = await format.make(source);
    return { name: `${source.notebook.title}${format.ending}`, media: format.media, content };
  }

  /** All that a notebook gives in one archive, made once `content` is called. @throws {HealerError} as {@linkcode source} */
  async archive(
    text: string,
    choice: ExportChoice,
  ): Promise<{ name: string; content: () => ReadableStream<Uint8Array<ArrayBuffer>> }> {
    const source = await this.source(text, choice);
    const finished = source.cells.map((cell) => cell.finished ?? "").sort().at(-1) || 0;
    const options = { language: choice.language, time: new Date(finished) };
    return {
      name: `${source.notebook.title}.zip`,
      content: () => archive(allFiles(source), options),
    };
  }

  /** The card of a model that a cell gave. @throws {HealerError} `workbench/file-not-found`, as {@linkcode source} */
  async card(
    text: string,
    cell: string,
    port: string | undefined,
  ): Promise<{ name: string; content: string }> {
    const source = await this.source(text, { language: "en" });
    const values = source.cells.find(({ id }) => id === cell)?.result?.values ?? {};
    for (const [key, value] of Object.entries(values)) {
      if (port !== undefined && port !== key) continue;
      const file = fileOfValue(value)?.file;
      const content = modelCardText(value, file === undefined ? [] : source.catalogueOf(file));
      if (content === undefined) continue;
      return { name: `${source.notebook.title}-${cell}.card.json`, content };
    }
    throw new HealerError(workbenchProblem.noSuchFile(cell));
  }
}
