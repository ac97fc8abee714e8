import { join } from "node:path";
import { failedWith, storeError } from "./failure.ts";

/** A folder that is removed with all that is in it once it is disposed of. */
export interface ScratchFolder extends AsyncDisposable {
  readonly path: string;
}

/**
 * The part of a workspace for what is not finished: files on their way to a name, folders of kernels. It is
 * in the same file system as the blobs, so that a finished file moves there in one step, and it is emptied
 * whenever the workspace is opened.
 */
export class Scratch {
  private constructor(private readonly folder: string, private readonly workspace: string) {}

  /** Creates or empties the scratch folder of `workspace`. */
  static async open(workspace: string): Promise<Scratch> {
    const folder = join(workspace, "scratch");
    try {
      await removeFolder(folder);
      await Deno.mkdir(folder, { mode: 0o700 });
    } catch (cause) {
      throw storeError(workspace, cause);
    }
    return new Scratch(folder, workspace);
  }

  /** A path where no file is yet. */
  newPath(extension = ""): string {
    return join(this.folder, crypto.randomUUID() + extension);
  }

  /** @throws {HealerError} `store/disk-full`, `store/not-writable` */
  async newFolder(): Promise<ScratchFolder> {
    const path = this.newPath();
    try {
      await Deno.mkdir(path, { mode: 0o700 });
    } catch (cause) {
      throw storeError(this.workspace, cause);
    }
    return { path, [Symbol.asyncDispose]: async () => await removeFolder(path) };
  }
}

/** Removes a folder in which another process, about to end, may still write. */
async function removeFolder(path: string): Promise<void> {
  for (let attempt = 1;; attempt++) {
    try {
      return await Deno.remove(path, { recursive: true });
    } catch (cause) {
      if (cause instanceof Deno.errors.NotFound) return;
      if (attempt === 10 || !failedWith("ENOTEMPTY", cause)) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
