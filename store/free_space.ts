import { statfs } from "node:fs/promises";
import { storeError } from "./failure.ts";

/**
 * How many bytes can still be written to the disk of a workspace.
 *
 * @throws {HealerError} `store/failed`
 */
export async function freeSpace(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (cause) {
    throw storeError(folder, cause);
  }
}
