import { basename, join, resolve } from "node:path";
import { AtomicFile } from "@/pipeline/atomic_file.ts";
import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import type { TableFile } from "@/pipeline/cells/table_file.ts";
import { kindsByName, type Notebook } from "@/pipeline/kernel/notebook.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { cancelled } from "@/pipeline/run_context.ts";
import { modelCardText } from "@/web/export/model_card_file.ts";
import { fileOfValue } from "@/web/workbench/value_file.ts";
import { HeadlessNotebook, showProgress, stopOnInterrupt } from "../headless_notebook.ts";
import { runProblem } from "../run_problems.ts";
import { tableFileAt } from "../run_settings.ts";
import type { Terminal } from "../terminal.ts";
import { scriptNotice, scriptProblem } from "./script_problems.ts";

const kinds = kindsByName(cellKinds);

/** How a script was called. */
export interface FlowOptions {
  readonly terminal: Terminal;
  /** Where its files go. */
  readonly out: string;
  /** Cell → the file it reads in the place of the one that the script names. */
  readonly data: ReadonlyMap<string, string>;
}

/** A cell that has run. */
export interface FlowCell {
  readonly id: string;
  readonly result: CellResult;
}

/** Runs cells one after the other, by the executor, with the seeds and under the keys of a notebook's cells. */
export class Flow implements AsyncDisposable {
  private notebook: Notebook = { format: 1, title: "", cells: [] };
  private revision = 1;

  private constructor(
    private readonly options: FlowOptions,
    private readonly open: HeadlessNotebook,
  ) {}

  /** Starts the kernel. */
  static async open(options: FlowOptions): Promise<Flow> {
    const open = await HeadlessNotebook.open({ format: 1, title: "", cells: [] }, kinds, []);
    return new Flow(options, open);
  }

  /**
   * Runs a cell.
   *
   * @param kind `healer kinds` lists them with their params.
   * @param params What is left out has its default.
   * @param inputs Port → the cell that is read there.
   * @param options.id What the cell is called; by default as its kind.
   * @throws {HealerError} `run/cells-failed`; `notebook/…` and `graph/…` where the cell cannot be run
   */
  async cell(
    kind: string,
    params: Readonly<Record<string, unknown>> = {},
    inputs: Readonly<Record<string, FlowCell>> = {},
    { id = kind }: { readonly id?: string } = {},
  ): Promise<FlowCell> {
    const { session } = this.open;
    const read = Object.entries(inputs).map(([port, cell]) => [port, cell.id]);
    const cell = { id, kind, params, inputs: Object.fromEntries(read) };
    this.notebook = { ...this.notebook, cells: [...this.notebook.cells, cell] };
    await session.update(this.notebook, ++this.revision);
    using bar = this.options.terminal.progress(0);
    const stopDrawing = showProgress(session, 1, bar);
    using _interruption = stopOnInterrupt(session);
    await session.run([id]);
    await session.idle();
    stopDrawing();
    return { id, result: this.resultOf(id) };
  }

  /**
   * The file that a cell reads: the one of that name where the user stands, or what `--data CELL=FILE` names.
   *
   * @param sha256 The content that the notebook was made with; another one is told.
   * @throws {HealerError} `table/…`
   */
  async file(cell: string, name: string, sha256: string): Promise<TableFile> {
    const path = resolve(this.options.data.get(cell) ?? name);
    const file = await tableFileAt(path);
    await this.open.persistence.addBlob(file.content.sha256, path);
    if (file.content.sha256 !== sha256) {
      this.options.terminal.notice(scriptNotice.otherData(cell, basename(path)));
    }
    return file;
  }

  /**
   * Writes a file that a cell gave: a model as `.onnx`, its card as `.card.json`, a diagnosis as `.csv`.
   *
   * @throws {HealerError} `script/nothing-to-write`, `file/not-writable`
   */
  async write({ id, result }: FlowCell, name: string): Promise<void> {
    const { out, terminal } = this.options;
    const values = Object.values(result.values);
    const card = name.endsWith(".card.json")
      ? values.map((value) => modelCardText(value, [])).find((text) => text !== undefined)
      : undefined;
    const found = values.map(fileOfValue).find((file) => file && name.endsWith(file.ending));
    if (card === undefined && found === undefined) {
      throw new HealerError(scriptProblem.nothingToWrite(id, name));
    }
    const path = join(out, name);
    // Where the folder cannot be made, nothing can be written into it, which is told then.
    await Deno.mkdir(out, { recursive: true }).catch(() => {});
    await using file = await AtomicFile.create(path);
    if (card !== undefined) await file.write(new TextEncoder().encode(card));
    else if (found !== undefined) {
      const blob = await Deno.open(this.open.persistence.blobPath(found.file.sha256));
      for await (const piece of blob.readable) await file.write(piece);
    }
    await file.commit();
    terminal.say(`→ ${path}`);
  }

  /** Says that a cell of the notebook is not in the script, and why. */
  leaveOut(cell: string, reason: string): void {
    this.options.terminal.notice(scriptNotice.leftOut(cell, reason));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.open[Symbol.asyncDispose]();
  }

  private resultOf(id: string): CellResult {
    const { terminal } = this.options;
    const { state, result } = this.open.session.view().cells.find((cell) => cell.id === id) ?? {};
    if (state?.state === "failed") {
      throw new HealerError(runProblem.cellsFailed(id, state.problem, []));
    }
    if (result === undefined) throw cancelled();
    for (const notice of result.result.notices) terminal.notice(notice);
    terminal.say(`${id}: ${result.result.summary[terminal.language]}`);
    return result.result;
  }
}
