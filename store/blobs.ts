import { createHash } from "node:crypto";
import { join } from "node:path";
import { HealerError, type Problem } from "../pipeline/problem.ts";
import { type Digest, digest } from "./digest.ts";
import { failedWith, storeError } from "./failure.ts";
import { storeProblem } from "./problems.ts";
import type { Scratch } from "./scratch.ts";
import { syncFolder } from "./sync_folder.ts";
import { writeAll } from "./write_all.ts";

/** A blob by its content. */
export type BlobRef = Digest;

/**
 * What becomes a blob. A file that is moved must not be written to any more: nobody checks. Whoever has digested
 * it already says what came of it.
 */
export type BlobSource =
  | Uint8Array
  | ReadableStream<Uint8Array>
  | { readonly move: string; readonly digest?: Digest }
  | { readonly copy: string };

/** So long a blob may wait for the row that refers to it. */
const hour = 3_600_000;

/** Files named by the SHA-256 of their content. They never change, and appear under their names only when whole. */
export class Blobs {
  private constructor(
    private readonly folder: string,
    private readonly workspace: string,
    private readonly scratch: Scratch,
  ) {}

  static async open(workspace: string, scratch: Scratch): Promise<Blobs> {
    const folder = join(workspace, "blobs");
    try {
      await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
    } catch (cause) {
      throw storeError(workspace, cause);
    }
    return new Blobs(folder, workspace, scratch);
  }

  /**
   * Stores a blob: once the promise resolves it is on the disk. Where a stream breaks off, its error comes
   * back and nothing is stored.
   *
   * @throws {HealerError} `store/disk-full`, `store/not-writable`; `store/not-a-file` for a path that names
   *   no plain file
   */
  async put(source: BlobSource): Promise<BlobRef> {
    if (source instanceof Uint8Array) return await this.write([source]);
    if (source instanceof ReadableStream) return await this.write(source);
    if ("move" in source) return await this.move(source.move, source.digest);
    return await this.write((await this.openPlain(source.copy)).readable);
  }

  /**
   * The path of a blob, to read from and to hand to a kernel.
   *
   * @throws {HealerError} `store/missing-blob`
   */
  path(sha256: string): string {
    if (!this.has(sha256)) throw new HealerError(storeProblem.missingBlob(sha256));
    return join(this.folder, sha256);
  }

  has(sha256: string): boolean {
    if (!isSha256(sha256)) return false;
    try {
      return Deno.statSync(join(this.folder, sha256)).isFile;
    } catch (cause) {
      if (cause instanceof Deno.errors.NotFound) return false;
      throw storeError(this.workspace, cause);
    }
  }

  /**
   * The content of a blob.
   *
   * @param verify Compares it with its name.
   * @throws {HealerError} `store/missing-blob`, `store/damaged-blob`
   */
  async read(sha256: string, verify = false): Promise<Uint8Array<ArrayBuffer>> {
    const content = await this.attempt(Deno.readFile(this.path(sha256)));
    if (verify && createHash("sha256").update(content).digest("hex") !== sha256) {
      throw new HealerError(storeProblem.damagedBlob(sha256));
    }
    return content;
  }

  /** What is wrong with a blob, found by reading all of it; undefined where nothing is. */
  async findFlaw(sha256: string): Promise<Problem | undefined> {
    if (!this.has(sha256)) return storeProblem.missingBlob(sha256);
    const file = await this.attempt(Deno.open(join(this.folder, sha256)));
    const { sha256: found } = await digest(file.readable);
    return found === sha256 ? undefined : storeProblem.damagedBlob(sha256);
  }

  /**
   * Removes every blob that nothing refers to.
   *
   * @param isReferenced Is asked right before a blob is removed.
   * @param patience A blob stored less than so many milliseconds ago stays: its row may yet come.
   */
  async collectGarbage(
    isReferenced: (sha256: string) => boolean,
    patience = hour,
  ): Promise<{ blobs: number; bytes: number }> {
    let blobs = 0, bytes = 0;
    for await (const { name } of Deno.readDir(this.folder)) {
      // No await from here on, so that nothing can come between the look and the removal.
      if (!this.has(name) || isReferenced(name)) continue;
      const path = join(this.folder, name);
      const { mtime, size } = Deno.statSync(path);
      if (mtime !== null && Date.now() - mtime.getTime() < patience) continue;
      Deno.removeSync(path);
      blobs++;
      bytes += size;
    }
    return { blobs, bytes };
  }

  private async write(
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ): Promise<BlobRef> {
    const path = this.scratch.newPath(".partial");
    try {
      const options = { write: true, createNew: true, mode: 0o600 };
      using file = await this.attempt(Deno.open(path, options));
      const blob = await digest(chunks, (chunk) => this.attempt(writeAll(file, chunk)));
      await this.attempt(file.sync());
      return await this.commit(path, blob);
    } catch (cause) {
      await removeFile(path);
      throw cause;
    }
  }

  private async move(path: string, known: Digest | undefined): Promise<BlobRef> {
    const blob = known ?? await digest((await this.openPlain(path)).readable);
    try {
      using file = await this.attempt(Deno.open(path, { read: true, write: true }));
      await this.attempt(file.utime(new Date(), new Date()));
      await this.attempt(file.sync());
      return await this.commit(path, blob);
    } catch (cause) {
      if (!failedWith("EXDEV", cause instanceof HealerError ? cause.cause : cause)) throw cause;
    }
    const copied = await this.write((await this.openPlain(path)).readable);
    await this.attempt(Deno.remove(path));
    return copied;
  }

  /** Replaces a blob that is there already, which heals a damaged one. */
  private async commit(temporary: string, blob: BlobRef): Promise<BlobRef> {
    try {
      // Not in another thread, for the sake of collectGarbage.
      Deno.renameSync(temporary, join(this.folder, blob.sha256));
    } catch (cause) {
      throw storeError(this.workspace, cause);
    }
    await this.attempt(syncFolder(this.folder));
    return blob;
  }

  /** A link could lead anywhere, a pipe could block for ever. */
  private async openPlain(path: string): Promise<Deno.FsFile> {
    const info = await Deno.lstat(path).catch(() => undefined);
    if (info?.isFile !== true) throw new HealerError(storeProblem.notAFile(path));
    return await this.attempt(Deno.open(path));
  }

  private async attempt<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (cause) {
      throw storeError(this.workspace, cause);
    }
  }
}

async function removeFile(path: string): Promise<void> {
  await Deno.remove(path).catch((cause) => {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
  });
}

function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
