import { HealerError } from "../problem.ts";
import type { CellContext } from "./cell_kind.ts";
import { cellProblem } from "./problems.ts";
import type { FileReference } from "./value.ts";

/**
 * Makes bytes a file of the result.
 *
 * @throws {HealerError} `cells/not-writable`
 */
export async function keepBytes(
  bytes: Uint8Array,
  { extension, media }: { readonly extension: string; readonly media: string },
  context: CellContext,
): Promise<FileReference> {
  const path = context.scratchPath(extension);
  try {
    await Deno.writeFile(path, bytes);
  } catch (cause) {
    throw notWritable(cause);
  }
  return await context.keep(path, media);
}

/** The error for a scratch file that could not be written; it keeps the path to itself. */
export function notWritable(cause: unknown): HealerError {
  const detail = cause instanceof Error ? cause.message.split("\n")[0] ?? "" : String(cause);
  return new HealerError(cellProblem.notWritable(detail), { cause });
}
