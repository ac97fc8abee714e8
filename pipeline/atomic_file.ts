import { basename, dirname, join } from "node:path";
import { HealerError, type Problem, type Text } from "./problem.ts";

/**
 * A file that appears under its name only when it is whole: written beside it under a temporary name, flushed
 * to the disk, then renamed. `await using` removes what was not committed.
 */
export class AtomicFile implements AsyncDisposable {
  private open = true;

  private constructor(
    readonly path: string,
    private readonly temporary: string,
    private readonly file: Deno.FsFile,
  ) {}

  /**
   * @throws {HealerError} `file/not-writable` where the folder is absent, read-only or no folder, or where a
   * folder or a device has the name.
   */
  static async create(path: string): Promise<AtomicFile> {
    const temporary = join(
      dirname(path),
      `.${basename(path).slice(0, 100)}.${crypto.randomUUID()}.partial`,
    );
    await checkReplaceable(path);
    try {
      return new AtomicFile(
        path,
        temporary,
        await Deno.open(temporary, { write: true, createNew: true }),
      );
    } catch (cause) {
      throw new HealerError(notWritable(path, stateOf(cause)), { cause });
    }
  }

  /** @throws {HealerError} `file/not-writable` when the disk is full or gone. */
  async write(bytes: Uint8Array): Promise<void> {
    try {
      for (let written = 0; written < bytes.length;) {
        written += await this.file.write(bytes.subarray(written));
      }
    } catch (cause) {
      throw new HealerError(notWritable(this.path, stateOf(cause)), { cause });
    }
  }

  /** Makes the file appear under its name, replacing an older one. */
  async commit(): Promise<void> {
    try {
      await this.file.sync();
      this.close();
      await Deno.rename(this.temporary, this.path);
    } catch (cause) {
      await this.discard();
      throw new HealerError(notWritable(this.path, stateOf(cause)), { cause });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.open) await this.discard();
  }

  private async discard(): Promise<void> {
    this.close();
    await Deno.remove(this.temporary).catch((error) => {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    });
  }

  private close(): void {
    if (this.open) this.file.close();
    this.open = false;
  }
}

/** Writes a whole file, or nothing at all. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  await using file = await AtomicFile.create(path);
  await file.write(bytes);
  await file.commit();
}

/**
 * Makes sure that a file could be written, and leaves nothing behind: for work that takes long before it writes.
 *
 * @throws {HealerError} `file/not-writable`
 */
export async function checkWritable(path: string): Promise<void> {
  await using _ = await AtomicFile.create(path);
}

/**
 * Makes sure that nothing but an ordinary file bears the name: a rename would put a file in the place of a
 * device such as /dev/null.
 *
 * @throws {HealerError} `file/not-writable`
 */
export async function checkReplaceable(path: string): Promise<void> {
  const info = await Deno.stat(path).catch(() => null);
  if (info === null || info.isFile) return;
  const state = info.isDirectory
    ? { en: "a folder has this name", zh: "同名的是一个文件夹" }
    : { en: "a device or a pipe has this name", zh: "同名的是设备或管道" };
  throw new HealerError(notWritable(path, state));
}

function notWritable(path: string, state: Text): Problem<"file/not-writable"> {
  return {
    code: "file/not-writable",
    message: { en: `Cannot write the file: ${state.en}.`, zh: `无法写入文件：${state.zh}。` },
    place: { file: path },
    hint: {
      en: "Choose a path in a folder that exists and that you may write to.",
      zh: "请选择一个已存在且有写权限的文件夹中的路径。",
    },
  };
}

function stateOf(cause: unknown): Text {
  if (cause instanceof Deno.errors.NotFound) {
    return { en: "its folder does not exist", zh: "所在文件夹不存在" };
  }
  if (cause instanceof Deno.errors.PermissionDenied || cause instanceof Deno.errors.NotCapable) {
    return { en: "writing there is not allowed", zh: "没有写权限" };
  }
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { en: detail, zh: detail };
}
