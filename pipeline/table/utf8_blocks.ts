import { readBlocks, type TableFile } from "./table_file.ts";

/** A stretch of a text file in UTF-8. */
export interface Utf8Block {
  readonly bytes: Uint8Array;
  /** How many bytes of the file itself have been read up to its end. */
  readonly bytesRead: number;
}

const blockBytes = 4 * 2 ** 20;

/**
 * The text of a file as UTF-8 without a byte order mark, whatever its encoding. Delimiters can only be looked
 * for after this: in GB18030 and Big5 the second byte of a character may look like "|".
 *
 * UTF-8 passes as it is, so that whoever reads it finds the exact place of an invalid byte; in other encodings
 * a byte that cannot be decoded becomes U+FFFD.
 *
 * @param encoding A name of the Encoding Standard.
 */
export async function* utf8Blocks(
  { path }: TableFile,
  encoding: string,
): AsyncGenerator<Utf8Block> {
  let bytesRead = 0;
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const block of readBlocks(path, blockBytes)) {
    const first = bytesRead === 0;
    bytesRead += block.length;
    const bytes = encoding === "utf-8"
      ? first ? withoutMark(block) : block
      : encoder.encode(decoder.decode(block, { stream: true }));
    yield { bytes, bytesRead };
  }
  const rest = encoding === "utf-8" ? "" : decoder.decode();
  if (rest !== "") yield { bytes: encoder.encode(rest), bytesRead };
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return marked ? bytes.subarray(3) : bytes;
}
