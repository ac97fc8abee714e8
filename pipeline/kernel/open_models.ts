/** A model that is open, and what it takes of the memory. */
interface Opened<Model> {
  readonly model: Model;
  readonly bytes: number;
}

/** How much may be open at the same time; the model asked for last stays open in any case. */
export interface OpenModelsLimits {
  readonly models: number;
  readonly bytes: number;
}

/** Models that stay open between questions, a few of them: the one not asked for the longest goes first. */
export class OpenModels<Model extends AsyncDisposable> {
  /** By the hash of their file, the one asked for last at the end. */
  private readonly opened = new Map<string, Opened<Model>>();

  /** @param open Opens the file at a path. */
  constructor(
    private readonly open: (path: string) => Promise<Model>,
    private readonly limits: OpenModelsLimits,
  ) {}

  /** The model of a file of `bytes` bytes. One call at a time: what another one gave may be closed by it. */
  async get(
    file: { readonly sha256: string; readonly bytes: number },
    path: string,
  ): Promise<Model> {
    const { sha256, bytes } = file;
    const known = this.opened.get(sha256);
    this.opened.delete(sha256);
    await this.makeRoom(known?.bytes ?? bytes);
    const opened = known ?? { model: await this.open(path), bytes };
    this.opened.set(sha256, opened);
    return opened.model;
  }

  private async makeRoom(bytes: number): Promise<void> {
    let used = bytes;
    for (const other of this.opened.values()) used += other.bytes;
    for (const [sha256, other] of this.opened) {
      if (used <= this.limits.bytes && this.opened.size < this.limits.models) return;
      this.opened.delete(sha256);
      used -= other.bytes;
      await other.model[Symbol.asyncDispose]();
    }
  }
}
