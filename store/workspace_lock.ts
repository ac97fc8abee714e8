import { join } from "node:path";
import { HealerError } from "../pipeline/problem.ts";
import { storeError } from "./failure.ts";
import { storeProblem } from "./problems.ts";
import { writeAll } from "./write_all.ts";

/**
 * The exclusive right to a workspace: an advisory lock on its file `lock`, which the kernel releases when
 * the process ends in whatever way. The file holds the process id while the workspace is open and is empty
 * once it was closed properly; it is never removed, since two processes could then lock two files.
 */
export class WorkspaceLock {
  private constructor(
    private readonly file: Deno.FsFile,
    /** Whether the last holder was killed or crashed. */
    readonly leftOpen: boolean,
  ) {}

  /** @throws {HealerError} `store/in-use` at once where another process, or this one, holds the lock. */
  static async acquire(folder: string): Promise<WorkspaceLock> {
    let file: Deno.FsFile | undefined;
    try {
      const path = join(folder, "lock");
      file = await Deno.open(path, { read: true, write: true, create: true, mode: 0o600 });
      const isFree = await file.tryLock(true);
      const holder = await Deno.readTextFile(path);
      if (!isFree) {
        const pid = /^(\d+)\n/.exec(holder)?.[1];
        throw new HealerError(storeProblem.inUse(folder, pid === undefined ? pid : Number(pid)));
      }
      // Never empty in between: that would hide that the last holder was killed.
      const line = new TextEncoder().encode(`${Deno.pid}\n`);
      await writeAll(file, line);
      await file.truncate(line.length);
      await file.sync();
      return new WorkspaceLock(file, holder !== "");
    } catch (cause) {
      file?.close();
      throw storeError(folder, cause);
    }
  }

  /** @param clean Whether everything was closed properly. */
  release(clean: boolean): void {
    try {
      if (clean) this.file.truncateSync();
    } finally {
      this.file.close();
    }
  }
}
