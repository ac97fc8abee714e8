/** How much of each end of a file is looked at. */
const endBytes = 64 * 1024;

/**
 * By what a file is known again when it is chosen another time: when it was changed, and what its ends hold.
 *
 * @throws {DOMException} where the file cannot be read, as a folder cannot
 */
export async function fingerprintOf(file: File): Promise<string> {
  const [head, tail] = await Promise.all([
    bytesOf(file.slice(0, endBytes)),
    bytesOf(file.slice(Math.max(0, file.size - endBytes))),
  ]);
  return [file.lastModified, hash(head), hash(tail)].join("-");
}

async function bytesOf(part: Blob): Promise<Uint8Array> {
  return new Uint8Array(await part.arrayBuffer());
}

/** FNV-1a, twice 32 bits: `crypto.subtle` is there on encrypted pages and on this machine only. */
function hash(bytes: Uint8Array): string {
  let first = 0x811c9dc5;
  let second = 0x01234567;
  for (const byte of bytes) {
    first = Math.imul(first ^ byte, 0x01000193);
    second = Math.imul(second ^ byte ^ (first >>> 24), 0x01000193);
  }
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
