import type { FileReference } from "@/pipeline/cells/value.ts";
import { HealerError } from "@/pipeline/problem.ts";
import type { Blobs } from "@/store/blobs.ts";
import { mediaHeadBytes, tableMedia } from "@/store/table_media.ts";
import { requestProblems } from "../problems.ts";
import { workbenchProblem } from "./problems.ts";

/** A file as it comes in with a request. */
export interface IncomingFile {
  /** What the user calls it. */
  readonly name: string;
  readonly content: ReadableStream<Uint8Array> | null;
  /** How many bytes were announced; undefined where that was not said. */
  readonly length: number | undefined;
}

/** The body of a request as a file. */
export function incomingFile(request: Request, name: string): IncomingFile {
  const length = request.headers.get("content-length");
  return { name, content: request.body, length: length === null ? undefined : Number(length) };
}

/**
 * Stores a file as it comes in, piece by piece. Where it breaks off or is too large, nothing is left of it.
 *
 * @param limit How many bytes it may have.
 * @throws {HealerError} `request/too-large`, `workbench/upload-cut-off`, `workbench/empty-upload`, `store/…`
 */
export async function receiveFile(
  { name, content, length }: IncomingFile,
  blobs: Blobs,
  limit: number,
): Promise<FileReference> {
  if (content === null || length === 0) throw new HealerError(workbenchProblem.emptyUpload(name));
  if (length !== undefined && length > limit) {
    throw new HealerError(requestProblems.tooLarge(limit));
  }
  const head: number[] = [];
  let bytes = 0;
  const checked = content.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        if (head.length < mediaHeadBytes) {
          head.push(...chunk.subarray(0, mediaHeadBytes - head.length));
        }
        bytes += chunk.length;
        if (bytes > limit) throw new HealerError(requestProblems.tooLarge(limit));
        controller.enqueue(chunk);
      },
      flush() {
        if (bytes === 0) throw new HealerError(workbenchProblem.emptyUpload(name));
        if (length !== undefined && bytes !== length) {
          throw new HealerError(workbenchProblem.uploadCutOff(name));
        }
      },
    }),
  );
  const blob = await whole(name, () => blobs.put(checked));
  return { ...blob, media: tableMedia(head) };
}

/** What a stream throws that breaks off is no problem of ours, but the sender's. */
async function whole<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof HealerError) throw cause;
    throw new HealerError(workbenchProblem.uploadCutOff(name), { cause });
  }
}
