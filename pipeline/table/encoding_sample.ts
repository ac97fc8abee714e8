import { readAt, readBlocks, type TableFile } from "./table_file.ts";

const sampleBytes = 64 * 1024;

/** How far a file is searched for the first byte beyond ASCII. */
const searchedBytes = 64 * 2 ** 20;

/**
 * A part of the file that tells its encoding: its head, or, where that is plain ASCII, what follows the first
 * byte beyond ASCII. A log with one late comment in Chinese is decided by that comment.
 */
export async function encodingSample({ path, head }: TableFile): Promise<Uint8Array> {
  if (!isAscii(head)) return head;
  let offset = 0;
  for await (const block of readBlocks(path, 4 * 2 ** 20)) {
    const high = findHigh(block);
    if (high >= 0) return await readAt(path, offset + high, sampleBytes);
    offset += block.length;
    if (offset >= searchedBytes) break;
  }
  return head;
}

function isAscii(bytes: Uint8Array): boolean {
  return findHigh(bytes) < 0 && !bytes.includes(0);
}

/** Where the first byte ≥ 0x80 stands, or -1; looks at four bytes at a time. */
function findHigh(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let word = 0;
  while (word < words.length && (words[word]! & 0x80808080) === 0) word++;
  for (let index = 4 * word; index < bytes.length; index++) {
    if (bytes[index]! >= 0x80) return index;
  }
  return -1;
}
