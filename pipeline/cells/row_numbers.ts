import type { CellContext } from "./cell_kind.ts";
import { keepBytes } from "./keep_bytes.ts";
import type { FileReference } from "./value.ts";

/** Keeps row numbers as int32 little-endian. */
export async function keepRowNumbers(
  rows: Int32Array,
  context: CellContext,
): Promise<FileReference> {
  const bytes = new DataView(new ArrayBuffer(4 * rows.length));
  for (let index = 0; index < rows.length; index++) bytes.setInt32(4 * index, rows[index]!, true);
  const kind = { extension: "int32", media: "application/octet-stream" };
  return await keepBytes(new Uint8Array(bytes.buffer), kind, context);
}

/** Reads what {@linkcode keepRowNumbers} kept. */
export async function readRowNumbers(
  file: FileReference,
  context: CellContext,
): Promise<Int32Array> {
  const { buffer, byteOffset, length } = await Deno.readFile(context.pathOf(file));
  const bytes = new DataView(buffer, byteOffset, length);
  return Int32Array.from({ length: length / 4 }, (_, index) => bytes.getInt32(4 * index, true));
}
