import { createHash, type Hash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { HealerError } from "../pipeline/problem.ts";
import type { Blobs } from "./blobs.ts";
import { textColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { storeError } from "./failure.ts";
import { newId, type UploadId, uploadIdSchema } from "./ids.ts";
import { storeProblem } from "./problems.ts";
import { syncFolder } from "./sync_folder.ts";
import { mediaHeadBytes, tableMedia } from "./table_media.ts";
import { uploadProblem } from "./upload_problems.ts";
import { type Upload, Uploads } from "./uploads.ts";
import { UploadTurns } from "./upload_turns.ts";
import { writeAll } from "./write_all.ts";

const partialSchema = z.object({
  /** Of the upload that it becomes. */
  id: uploadIdSchema,
  name: textColumn,
  /** How many bytes the whole file has. */
  bytes: z.int(),
  /** By what the sender's computer knows the file again. */
  fingerprint: textColumn,
  /** How many bytes are here and on the disk: where the next piece begins. */
  received: z.int(),
  created: z.string(),
  /** When something last arrived. */
  updated: z.string(),
});

/** A file that comes in piece by piece and is not whole yet. */
export type PartialUpload = Readonly<z.infer<typeof partialSchema>>;

/** A file that is about to come in. */
export type ExpectedUpload = Pick<PartialUpload, "name" | "bytes" | "fingerprint">;

const select =
  "SELECT id, name, bytes, fingerprint, received, created, updated FROM partial_uploads";

/** The digest of what has arrived so far. */
interface Progress {
  readonly hash: Hash;
  readonly received: number;
}

/**
 * The files that are on their way into a workspace. What was told to be received is on the disk and stays there
 * through lost connections and the end of the server, until the whole file is here and becomes an upload.
 */
export class PartialUploads {
  private readonly uploads: Uploads;
  private readonly turns = new UploadTurns();
  private readonly progress = new Map<UploadId, Progress>();

  private constructor(
    private readonly folder: string,
    private readonly workspace: string,
    private readonly database: Database,
    private readonly blobs: Blobs,
  ) {
    this.uploads = new Uploads(database, blobs);
  }

  /** Opens the folder of `workspace` for them and puts in order what the end of the last server left there. */
  static async open(workspace: string, database: Database, blobs: Blobs): Promise<PartialUploads> {
    const folder = join(workspace, "partial");
    const partial = new PartialUploads(folder, workspace, database, blobs);
    await partial.attempt(Deno.mkdir(folder, { recursive: true, mode: 0o700 }));
    await partial.attempt(partial.tidy());
    return partial;
  }

  /** The file that is to come: the one that was begun already, or a new one of which nothing is here. */
  start({ name, bytes, fingerprint }: ExpectedUpload): PartialUpload {
    return this.database.transaction(() => {
      const begun = this.database.one(
        partialSchema,
        `${select} WHERE fingerprint = ? AND name = ? AND bytes = ?`,
        toJson(fingerprint),
        toJson(name),
        bytes,
      );
      if (begun !== undefined) return begun;
      const id = newId(uploadIdSchema);
      const now = timestamp();
      this.database.run(
        `INSERT INTO partial_uploads (id, name, bytes, fingerprint, received, created, updated)
          VALUES (?, ?, ?, ?, 0, ?, ?)`,
        id,
        toJson(name),
        bytes,
        toJson(fingerprint),
        now,
        now,
      );
      return this.get(id);
    });
  }

  /** @throws {HealerError} `store/not-found`, also once the file is whole */
  get(id: UploadId): PartialUpload {
    const found = this.find(id);
    if (found === undefined) throw new HealerError(storeProblem.notFound("upload", id));
    return found;
  }

  /** The file under that id; undefined where there is none, or where it is whole. */
  find(id: UploadId): PartialUpload | undefined {
    return this.database.one(partialSchema, `${select} WHERE id = ?`, id);
  }

  /** All of them, newest first. */
  list(): PartialUpload[] {
    return this.database.all(partialSchema, `${select} ORDER BY rowid DESC`);
  }

  /**
   * Takes the next piece of a file. Whoever sends last has the word: an earlier piece that is still under way,
   * maybe over a connection that is dead, ends where it is. What arrives of a piece that breaks off is kept.
   *
   * @param offset Where the piece begins.
   * @returns The upload, once the file is whole.
   * @throws {HealerError} `upload/offset-conflict` where it does not begin where the last one ended,
   *   `upload/longer-than-said`, `upload/cut-off`; `store/not-found`, `store/disk-full`, `store/not-writable`
   */
  async append(
    id: UploadId,
    offset: number,
    content: ReadableStream<Uint8Array> | null,
  ): Promise<PartialUpload | Upload> {
    const reader = content?.getReader();
    using _turn = await this.turns.take(id, async () => await reader?.cancel());
    const partial = this.get(id);
    if (offset !== partial.received) {
      throw new HealerError(uploadProblem.conflict(partial.name, partial.received));
    }
    if (reader !== undefined) await this.receive(partial, reader);
    const now = this.get(id);
    return now.received === now.bytes ? await this.finish(now) : now;
  }

  /** The first bytes of what is here. */
  async head(id: UploadId, length: number): Promise<Uint8Array> {
    const { received } = this.get(id);
    if (received === 0) return new Uint8Array();
    using file = await this.attempt(Deno.open(this.path(id)));
    const head = new Uint8Array(Math.min(length, received));
    let filled = 0;
    for (let read: number | null = 0; read !== null && filled < head.length; filled += read ?? 0) {
      read = await this.attempt(file.read(head.subarray(filled)));
    }
    return head.subarray(0, filled);
  }

  /** Forgets a file and what is here of it; nothing happens where there is none. */
  async remove(id: UploadId): Promise<void> {
    using _turn = await this.turns.take(id);
    this.database.run("DELETE FROM partial_uploads WHERE id = ?", id);
    this.progress.delete(id);
    await this.removeFile(id);
  }

  /** Forgets the files of which nothing has arrived for `age` milliseconds; returns how many those were. */
  async removeOld(age: number): Promise<number> {
    const last = new Date(Date.now() - age).toISOString();
    const old = this.list().filter(({ updated }) => updated < last);
    for (const { id } of old) await this.remove(id);
    return old.length;
  }

  private async receive(
    partial: PartialUpload,
    reader: ReadableStreamDefaultReader<Uint8Array>,
  ): Promise<void> {
    const { id, name, bytes } = partial;
    let { received } = partial;
    using file = await this.attempt(
      Deno.open(this.path(id), { read: true, write: true, create: true, mode: 0o600 }),
    );
    const hash = await this.hashOf(partial);
    // What lies behind is of a piece of which it was never told that it is here.
    await this.attempt(file.truncate(received));
    await this.attempt(file.seek(received, Deno.SeekMode.Start));
    try {
      for (;;) {
        const { done, value } = await next(reader, () => uploadProblem.cutOff(name, received));
        if (done) break;
        if (received + value.length > bytes) {
          throw new HealerError(uploadProblem.longerThanSaid(name, bytes));
        }
        await this.attempt(writeAll(file, value));
        hash.update(value);
        received += value.length;
      }
    } finally {
      await reader.cancel().catch(() => {}); // it has told what it had to tell
      // On a full disk a part of what could not be written takes the last room there is.
      await this.attempt(file.truncate(received));
      await this.attempt(file.syncData());
      if (partial.received === 0) await this.attempt(syncFolder(this.folder));
      this.database.run(
        "UPDATE partial_uploads SET received = ?, updated = ? WHERE id = ?",
        received,
        timestamp(),
        id,
      );
      this.progress.set(id, { hash, received });
    }
  }

  /** The digest of what is here, read anew after the server was. */
  private async hashOf({ id, received }: PartialUpload): Promise<Hash> {
    const known = this.progress.get(id);
    this.progress.delete(id); // until it is known that what is written with it is there
    if (known?.received === received) return known.hash;
    const hash = createHash("sha256");
    if (received === 0) return hash;
    using file = await this.attempt(Deno.open(this.path(id)));
    const buffer = new Uint8Array(2 ** 18);
    for (let left = received; left > 0;) {
      const part = buffer.subarray(0, Math.min(left, buffer.length));
      const read = await this.attempt(file.read(part));
      if (read === null) break;
      hash.update(part.subarray(0, read));
      left -= read;
    }
    return hash;
  }

  private async finish(partial: PartialUpload): Promise<Upload> {
    const { id, bytes } = partial;
    const sha256 = (await this.hashOf(partial)).digest("hex");
    // Where the server ends between the next two steps, this tells what to look for.
    this.database.run("UPDATE partial_uploads SET sha256 = ? WHERE id = ?", sha256, id);
    const media = tableMedia(await this.head(id, mediaHeadBytes));
    await this.blobs.put({ move: this.path(id), digest: { sha256, bytes } });
    return this.add(partial, sha256, media);
  }

  private add(
    { id, name, bytes, fingerprint }: PartialUpload,
    sha256: string,
    media: string,
  ): Upload {
    return this.database.transaction(() => {
      this.database.run("DELETE FROM partial_uploads WHERE id = ?", id);
      return this.uploads.add({ id, name, media, file: { sha256, bytes }, fingerprint });
    });
  }

  private async tidy(): Promise<void> {
    const known = new Set<string>();
    for (const partial of this.list()) {
      const size = await this.sizeOf(partial.id);
      if (size === undefined) await this.recover(partial);
      else {
        known.add(partial.id);
        if (size < partial.received) this.setReceived(partial.id, size);
      }
    }
    for await (const { name } of Deno.readDir(this.folder)) {
      if (!known.has(name)) await Deno.remove(join(this.folder, name));
    }
  }

  /** Ends what the end of the server has cut off: a whole file that has left for the blobs. */
  private async recover(partial: PartialUpload): Promise<void> {
    const row = this.database.one(
      z.object({ sha256: z.string().nullable() }),
      "SELECT sha256 FROM partial_uploads WHERE id = ?",
      partial.id,
    );
    const sha256 = row?.sha256 ?? "";
    if (!this.blobs.has(sha256)) return this.setReceived(partial.id, 0);
    using file = await Deno.open(this.blobs.path(sha256));
    const head = new Uint8Array(mediaHeadBytes);
    await file.read(head);
    this.add(partial, sha256, tableMedia(head));
  }

  private setReceived(id: UploadId, received: number): void {
    this.database.run("UPDATE partial_uploads SET received = ? WHERE id = ?", received, id);
  }

  private async sizeOf(id: UploadId): Promise<number | undefined> {
    try {
      return (await Deno.stat(this.path(id))).size;
    } catch (cause) {
      if (cause instanceof Deno.errors.NotFound) return undefined;
      throw cause;
    }
  }

  private async removeFile(id: UploadId): Promise<void> {
    try {
      await Deno.remove(this.path(id));
    } catch (cause) {
      if (!(cause instanceof Deno.errors.NotFound)) throw storeError(this.workspace, cause);
    }
  }

  private path(id: UploadId): string {
    return join(this.folder, id);
  }

  private async attempt<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } catch (cause) {
      throw storeError(this.workspace, cause);
    }
  }
}

/** The next part of a piece. A stream that fails is a connection that was lost. */
async function next(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  problem: () => ReturnType<typeof uploadProblem.cutOff>,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch (cause) {
    throw cause instanceof HealerError ? cause : new HealerError(problem(), { cause });
  }
}
