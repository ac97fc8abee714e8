import { binaryKind } from "@/pipeline/table/binary_kind.ts";
import { tableProblem } from "@/pipeline/table/problems.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { freeSpace } from "@/store/free_space.ts";
import { type UploadId, uploadIdSchema } from "@/store/ids.ts";
import type { PartialUpload } from "@/store/partial_uploads.ts";
import { uploadProblem } from "@/store/upload_problems.ts";
import type { Upload } from "@/store/uploads.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { NewUpload, UploadAnswer } from "../upload_schema.ts";
import { parseId } from "./parse_id.ts";
import { workbenchProblem } from "./problems.ts";

/** What uploads are kept with. */
export interface UploadsServices {
  readonly workspace: Workspace;
  /** How many bytes a file may have. */
  readonly uploadLimit: number;
  /** How many bytes the disk still takes; asks the system by default. */
  readonly freeSpace?: (folder: string) => Promise<number>;
}

const day = 86_400_000;

/** So many bytes stay free on the disk for everything else. */
const reserve = 64 * 2 ** 20;

/** No signature of a well-known format is longer. */
const signatureBytes = 16;

/** The files that people bring, piece by piece. */
export class WorkbenchUploads {
  constructor(private readonly services: UploadsServices) {}

  /** The files that are on their way, and those of which no dataset was made yet. */
  list(): UploadAnswer[] {
    const { partialUploads, uploads, datasets } = this.services.workspace;
    const imported = new Set(
      [...datasets.list(), ...datasets.listDeleted()].map(({ sourceSha256 }) => sourceSha256),
    );
    const waiting = uploads.list().filter(({ sha256 }) => !imported.has(sha256));
    return [...partialUploads.list().map(partialAnswer), ...waiting.map(wholeAnswer)];
  }

  /** How far a file has come. @throws {HealerError} `store/not-found` */
  get(text: string): UploadAnswer {
    const { partialUploads, uploads } = this.services.workspace;
    const id = idOf(text);
    const partial = partialUploads.find(id);
    return partial === undefined ? wholeAnswer(uploads.get(id)) : partialAnswer(partial);
  }

  /**
   * Expects a file; one that was begun or has come before goes on where it stopped.
   *
   * @returns Whether it is new, and how far it has come.
   * @throws {HealerError} `workbench/empty-upload`, `upload/too-large`, `upload/no-space`
   */
  async start(file: NewUpload): Promise<{ isNew: boolean; upload: UploadAnswer }> {
    const { workspace: { partialUploads, uploads }, uploadLimit } = this.services;
    const { name, bytes, fingerprint } = file;
    if (bytes === 0) throw new HealerError(workbenchProblem.emptyUpload(name));
    if (bytes > uploadLimit) {
      throw new HealerError(uploadProblem.tooLarge(name, bytes, uploadLimit));
    }
    const known = uploads.known(name, bytes, fingerprint);
    if (known !== undefined) return { isNew: false, upload: wholeAnswer(known) };
    await this.checkSpace(file);
    const partial = partialUploads.start(file);
    return { isNew: partial.received === 0, upload: partialAnswer(partial) };
  }

  /**
   * Takes the next piece of a file.
   *
   * @throws {HealerError} `upload/…`, `store/…`; `table/not-a-table` where the first piece says that it is
   *   something else, which is then forgotten
   */
  async append(
    text: string,
    offset: number,
    content: ReadableStream<Uint8Array> | null,
  ): Promise<UploadAnswer> {
    const { partialUploads, uploads } = this.services.workspace;
    const id = idOf(text);
    const partial = partialUploads.find(id);
    if (partial === undefined) {
      const { name, bytes } = uploads.get(id);
      throw new HealerError(uploadProblem.conflict(name, bytes));
    }
    const checked = offset > 0 ? content : content?.pipeThrough(tableCheck(partial.name)) ?? null;
    try {
      const upload = await partialUploads.append(id, offset, checked);
      return "sha256" in upload ? wholeAnswer(upload) : partialAnswer(upload);
    } catch (error) {
      const isTable = !(error instanceof HealerError) || error.problem.code !== "table/not-a-table";
      if (!isTable) await partialUploads.remove(id);
      throw error;
    }
  }

  /** Forgets a file of which nothing was made. @throws {HealerError} `store/not-found` */
  async remove(text: string): Promise<void> {
    const { partialUploads, uploads } = this.services.workspace;
    const id = idOf(text);
    if (partialUploads.find(id) !== undefined) await partialUploads.remove(id);
    else uploads.delete(id);
  }

  /** Forgets the files of which nothing has come for a day. */
  async removeOld(): Promise<void> {
    await this.services.workspace.partialUploads.removeOld(day);
  }

  private async checkSpace({ name, bytes, fingerprint }: NewUpload): Promise<void> {
    const { workspace } = this.services;
    const free = await (this.services.freeSpace ?? freeSpace)(workspace.folder);
    let missing = bytes;
    let promised = 0;
    for (const each of workspace.partialUploads.list()) {
      const isThis = each.name === name && each.fingerprint === fingerprint;
      if (isThis) missing -= each.received;
      else promised += each.bytes - each.received;
    }
    const room = Math.max(0, free - promised - reserve);
    if (missing > room) throw new HealerError(uploadProblem.noSpace(name, missing, room));
  }
}

function idOf(text: string): UploadId {
  return parseId(uploadIdSchema, "upload", text);
}

function partialAnswer({ id, name, bytes, received, created }: PartialUpload): UploadAnswer {
  return { id, name, bytes, offset: received, created, file: null };
}

function wholeAnswer({ id, name, bytes, created, sha256, media }: Upload): UploadAnswer {
  const file = { name, content: { sha256, bytes, media } };
  return { id, name, bytes, offset: bytes, created, file };
}

/** Breaks a stream off that begins as a well-known format does that is no table. */
function tableCheck(name: string): TransformStream<Uint8Array, Uint8Array> {
  const head: number[] = [];
  let isChecked = false;
  const check = (): void => {
    isChecked = true;
    // Whether a text in whatever encoding is a table is for the preview to say, where that can be changed.
    const kind = binaryKind(Uint8Array.from(head), true);
    if (kind === undefined) return;
    throw new HealerError(tableProblem.notATable(name, kind.what, kind.hint));
  };
  return new TransformStream({
    transform(chunk, controller) {
      if (!isChecked) {
        head.push(...chunk.subarray(0, signatureBytes - head.length));
        if (head.length >= signatureBytes) check();
      }
      controller.enqueue(chunk);
    },
    flush() {
      if (!isChecked) check();
    },
  });
}
