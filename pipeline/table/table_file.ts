import { HealerError, type Problem } from "../problem.ts";
import { tableProblem } from "./problems.ts";

/** A file that exists, may be read and is not empty. */
export interface TableFile {
  /** As the caller wrote it, for messages. */
  readonly path: string;
  /** Absolute and without links: the only form that reaches Polars. */
  readonly realPath: string;
  readonly bytes: number;
  /** The first 64 KiB. */
  readonly head: Uint8Array;
}

const headBytes = 64 * 1024;

/**
 * Looks at a file before anybody reads it.
 *
 * @throws {HealerError} `table/file-not-found`, `table/is-folder`, `table/not-a-file`, `table/no-permission`,
 *   `table/unreadable`, `table/empty-file`
 */
export async function examineFile(path: string): Promise<TableFile> {
  try {
    const info = await Deno.stat(path);
    if (info.isDirectory) throw new HealerError(tableProblem.isFolder(path));
    if (!info.isFile) throw new HealerError(tableProblem.notAFile(path));
    if (info.size === 0) throw new HealerError(tableProblem.emptyFile(path));
    const head = await readAt(path, 0, headBytes);
    return { path, realPath: await Deno.realPath(path), bytes: info.size, head };
  } catch (cause) {
    throw asHealerError(path, cause);
  }
}

/** Up to `length` bytes from `offset` on. */
export async function readAt(path: string, offset: number, length: number): Promise<Uint8Array> {
  using file = await openFile(path);
  try {
    await file.seek(offset, Deno.SeekMode.Start);
    return await readBlock(file, length);
  } catch (cause) {
    throw asHealerError(path, cause);
  }
}

/** The file from its start on, in blocks of `blockBytes`; the last one is shorter. Every block is a new array. */
export async function* readBlocks(path: string, blockBytes: number): AsyncGenerator<Uint8Array> {
  using file = await openFile(path);
  for (;;) {
    let block: Uint8Array;
    try {
      block = await readBlock(file, blockBytes);
    } catch (cause) {
      throw asHealerError(path, cause);
    }
    if (block.length > 0) yield block;
    if (block.length < blockBytes) return;
  }
}

async function openFile(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path, { read: true });
  } catch (cause) {
    throw asHealerError(path, cause);
  }
}

async function readBlock(file: Deno.FsFile, length: number): Promise<Uint8Array> {
  const block = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const count = await file.read(block.subarray(filled));
    if (count === null) break;
    filled += count;
  }
  return block.subarray(0, filled);
}

function asHealerError(path: string, cause: unknown): HealerError {
  if (cause instanceof HealerError) return cause;
  return new HealerError(problemOf(path, cause), { cause });
}

function problemOf(path: string, cause: unknown): Problem {
  if (cause instanceof Deno.errors.NotFound || cause instanceof Deno.errors.NotADirectory) {
    return tableProblem.fileNotFound(path);
  }
  if (cause instanceof Deno.errors.IsADirectory) return tableProblem.isFolder(path);
  if (cause instanceof Deno.errors.PermissionDenied || cause instanceof Deno.errors.NotCapable) {
    return tableProblem.noPermission(path);
  }
  return tableProblem.unreadable(path, cause instanceof Error ? cause.message : String(cause));
}
