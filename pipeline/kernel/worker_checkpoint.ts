import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Checkpoint, checkpointName } from "../checkpoint.ts";
import type { CellFolders } from "./cell_context.ts";
import type { Interim } from "./kernel_process.ts";

/** A state that replaces one of less than so many milliseconds ago is not worth a file. */
const calm = 500;

/** The checkpoint of a cell in a worker: reads what the server has laid out, and hands it whole files. */
export class WorkerCheckpoint implements Checkpoint {
  private readonly left: ReadonlySet<string>;
  private readonly lastWritten = new Map<string, number>();
  private files = 0;

  /**
   * @param left The names of those an earlier attempt has left.
   * @param tell Takes what the server hears.
   */
  constructor(
    private readonly id: string,
    private readonly folders: CellFolders,
    left: readonly string[],
    private readonly tell: (message: Interim) => void,
  ) {
    this.left = new Set(left);
  }

  read(name: string): Uint8Array | undefined {
    return this.left.has(name)
      ? Deno.readFileSync(join(this.folders.inputs, this.id, name))
      : undefined;
  }

  write(name: string, bytes: Uint8Array): void {
    if (!checkpointName.test(name)) throw new TypeError(`"${name}" is no name of a checkpoint.`);
    const now = performance.now();
    if (now - (this.lastWritten.get(name) ?? -Infinity) < calm) return;
    this.lastWritten.set(name, now);
    const folder = join(this.folders.scratch, "checkpoints");
    mkdirSync(folder, { recursive: true });
    const path = join(folder, String(this.files++));
    using file = Deno.openSync(path, { write: true, createNew: true });
    for (let written = 0; written < bytes.length;) {
      written += file.writeSync(bytes.subarray(written));
    }
    file.syncDataSync();
    this.tell({ type: "checkpoint", id: this.id, name, path });
  }
}
