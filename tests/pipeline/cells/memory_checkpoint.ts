import type { Checkpoint } from "@/pipeline/checkpoint.ts";

/** Work was cut off right behind a checkpoint. */
export class CutOff extends Error {
  override readonly name = "CutOff";
}

/** Keeps checkpoints in memory, and cuts the work off behind each that it has not seen before. */
export class CuttingCheckpoint implements Checkpoint {
  isCutting = true;
  private readonly kept = new Map<string, Uint8Array>();
  private readonly seen = new Set<string>();

  read(name: string): Uint8Array | undefined {
    return this.kept.get(name)?.slice();
  }

  write(name: string, bytes: Uint8Array): void {
    this.kept.set(name, bytes.slice());
    const state = `${name} ${bytes.toBase64()}`;
    if (!this.isCutting || this.seen.has(state)) return;
    this.seen.add(state);
    throw new CutOff();
  }

  /** Spoils what was kept, as a disk might. */
  damage(): void {
    for (const [name, bytes] of this.kept) this.kept.set(name, bytes.subarray(0, bytes.length / 2));
  }
}
