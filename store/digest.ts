import { createHash } from "node:crypto";

/** The hash of some content and its length. */
export interface Digest {
  /** In lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** The digest of all that comes in `chunks`; each goes to `onChunk` too. */
export async function digest(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  onChunk: (chunk: Uint8Array) => Promise<void> | void = () => {},
): Promise<Digest> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
    await onChunk(chunk);
  }
  return { sha256: hash.digest("hex"), bytes };
}
