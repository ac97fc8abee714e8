import { copyFileSync, linkSync, mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { checkpointName } from "./checkpoint.ts";

/** What unfinished work under one key has left. */
export interface KeptCheckpoints {
  names(): readonly string[];
  /** Makes what was left under `name` readable at `target`, where nothing is yet. */
  place(name: string, target: string): void;
  /** Takes a finished file in, in place of an older one of that name. */
  take(name: string, path: string): void;
}

/** The checkpoints of all keys in a folder: `<key>/<name>`, each a whole file. */
export class CheckpointFiles {
  /** @param folder Is made with the first checkpoint, in the file system of what is taken in. */
  constructor(private readonly folder: string) {}

  /** @param key A result key: letters and digits. */
  of(key: string): KeptCheckpoints {
    const folder = this.folderOf(key);
    return {
      names: () => entries(folder).filter((name) => checkpointName.test(name)),
      place: (name, target) => linkOrCopy(join(folder, checked(name)), target),
      take: (name, path) => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        renameSync(path, join(folder, checked(name)));
      },
    };
  }

  /** Forgets what was left under a key: its result is there. */
  async forget(key: string): Promise<void> {
    await rm(this.folderOf(key), { recursive: true, force: true });
  }

  /** Forgets what has not changed since a moment. @returns how many keys were forgotten */
  async forgetOlder(than: Date): Promise<number> {
    const old = entries(this.folder).filter((key) =>
      newest(join(this.folder, key)) < than.getTime()
    );
    for (const key of old) await this.forget(key);
    return old.length;
  }

  private folderOf(key: string): string {
    if (!/^[\w-]{1,128}$/.test(key)) throw new TypeError(`"${key}" is no key of a result.`);
    return join(this.folder, key);
  }
}

function checked(name: string): string {
  if (!checkpointName.test(name)) throw new TypeError(`"${name}" is no name of a checkpoint.`);
  return name;
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** When a file in the folder was last taken in. */
function newest(folder: string): number {
  return Math.max(
    ...[".", ...entries(folder)].map((name) =>
      statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
    ),
  );
}

function linkOrCopy(path: string, target: string): void {
  try {
    linkSync(path, target);
  } catch {
    // Some file systems have no links; what keeps a copy from being made is told.
    copyFileSync(path, target);
  }
}
