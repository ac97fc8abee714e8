import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { CellContext } from "../cells/cell_kind.ts";
import type { FileReference } from "../cells/value.ts";
import type { Checkpoint } from "../checkpoint.ts";
import type { MetricPoint } from "../metric.ts";
import { HealerError, type Notice, type Text } from "../problem.ts";
import { cancelled } from "../run_context.ts";
import type { CodeOutcome, CodeWork } from "../code/code_work.ts";
import type { CellTask, ProducedFile } from "./executor.ts";
import type { ToKernel } from "./kernel_messages.ts";
import type { Interim } from "./kernel_process.ts";

/** At most so often is progress told, in milliseconds. */
const tellInterval = 100;

export interface CellFolders {
  /** Where the files lie that the cell was handed, each under its SHA-256. */
  readonly inputs: string;
  /** Where the cell writes. */
  readonly scratch: string;
}

/** What a worker is to do for a cell, and with what. */
export interface CellWork {
  readonly id: string;
  readonly task: CellTask;
  readonly folders: CellFolders;
  /** How many threads its work may use. */
  readonly threads: number;
  readonly checkpoint: Checkpoint;
}

/** What a cell sees of the world while it runs in a worker. */
export class WorkerCellContext implements CellContext {
  readonly seed: number;
  readonly notices: Notice[] = [];
  readonly files: ProducedFile[] = [];
  readonly threads: number;
  readonly checkpoint: Checkpoint;
  private readonly id: string;
  private readonly task: CellTask;
  private readonly folders: CellFolders;
  private points: MetricPoint[] = [];
  private paths = 0;
  private readonly codeCalls: PromiseWithResolvers<CodeOutcome>[] = [];
  private lastTold = -Infinity;

  /**
   * @param isCancelled Becomes 1 once the cell shall stop.
   * @param tell Takes what the server hears while the cell runs.
   */
  constructor(
    { id, task, folders, threads, checkpoint }: CellWork,
    private readonly isCancelled: Int32Array,
    private readonly tell: (message: Interim) => void,
  ) {
    this.id = id;
    this.task = task;
    this.folders = folders;
    this.threads = threads;
    this.checkpoint = checkpoint;
    this.seed = task.seed;
  }

  progress(fraction: number, message?: Text): void {
    if (Atomics.load(this.isCancelled, 0) === 1) throw cancelled();
    const now = performance.now();
    if (now - this.lastTold < tellInterval || !Number.isFinite(fraction)) return;
    this.lastTold = now;
    this.tellMetrics();
    this.tell({
      type: "progress",
      id: this.id,
      fraction: Math.min(1, Math.max(0, fraction)),
      ...(message === undefined ? {} : { message }),
    });
  }

  /** Points that are no numbers are left out: JSON has no word for them, nor has a curve. */
  metric(name: string, step: number, value: number, fold?: number): void {
    if (Number.isFinite(step) && Number.isFinite(value)) {
      this.points.push({ name, step, value, ...(fold === undefined ? {} : { fold }) });
    }
    if (performance.now() - this.lastTold >= tellInterval) this.tellMetrics();
  }

  /** Tells the points that still wait. */
  tellMetrics(): void {
    if (this.points.length === 0) return;
    this.tell({ type: "metrics", id: this.id, points: this.points });
    this.points = [];
  }

  log(message: Text): void {
    this.tell({ type: "log", id: this.id, message });
  }

  partial(value: unknown): void {
    this.tell({ type: "partial", id: this.id, value });
  }

  notice(notice: Notice): void {
    this.notices.push({ ...notice, place: { ...notice.place, cell: this.task.cell } });
  }

  pathOf({ sha256 }: FileReference): string {
    const isHanded = this.task.files.some((file) => file.sha256 === sha256);
    if (!isHanded) throw new TypeError("The cell was not handed this file.");
    return join(this.folders.inputs, sha256);
  }

  scratchPath(extension: string): string {
    return join(this.folders.scratch, `${this.paths++}.${extension.replace(/^\./, "")}`);
  }

  async keep(path: string, media: string): Promise<FileReference> {
    if (dirname(path) !== this.folders.scratch) {
      throw new TypeError(`The file ${basename(path)} is not in the cell's scratch folder.`);
    }
    const hash = createHash("sha256");
    let bytes = 0;
    using file = await Deno.open(path);
    const buffer = new Uint8Array(2 ** 18);
    for (let read = await file.read(buffer); read !== null; read = await file.read(buffer)) {
      if (Atomics.load(this.isCancelled, 0) === 1) throw cancelled();
      hash.update(buffer.subarray(0, read));
      bytes += read;
    }
    const reference = { sha256: hash.digest("hex"), bytes, media };
    this.files.push({ ...reference, path });
    return reference;
  }

  async runCode(work: CodeWork): Promise<CodeOutcome> {
    const call = this.codeCalls.push(Promise.withResolvers()) - 1;
    this.tell({ type: "code", id: this.id, call, work });
    const outcome = await this.codeCalls[call]?.promise;
    if (outcome === undefined) throw new TypeError("There is no such call.");
    return outcome;
  }

  /** Takes what came of code that the cell waits for. */
  takeCodeAnswer({ id, call, answer }: Extract<ToKernel, { type: "code" }>): void {
    const waiting = id === this.id ? this.codeCalls[call] : undefined;
    if ("outcome" in answer) waiting?.resolve(answer.outcome);
    else waiting?.reject(new HealerError(answer.problem));
  }
}
