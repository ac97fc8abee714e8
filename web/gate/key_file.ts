import { dirname, join } from "node:path";
import { HealerError } from "@/pipeline/problem.ts";
import { gateProblems } from "../problems.ts";
import { type Keys, keysSchema, type KeyStore, noKeys } from "./keys.ts";

/**
 * Keys in a file that only its owner can read.
 *
 * @throws {HealerError} `gate/broken-keys`
 */
export async function openKeyFile(path: string): Promise<KeyStore> {
  const keys = await readKeys(path);
  let written = Promise.resolve();
  return {
    read: () => keys,
    change: (change) => {
      change(keys);
      const text = JSON.stringify(keys, null, 2) + "\n";
      // One after the other, in order; a write that failed does not keep the next one from being tried.
      written = written.catch(() => {}).then(() => writeForOwner(path, text));
      return written;
    },
  };
}

async function readKeys(path: string): Promise<Keys> {
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound) return noKeys();
    throw new HealerError(gateProblems.brokenKeys(path, detailOf(cause)), { cause });
  }
  try {
    return keysSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new HealerError(gateProblems.brokenKeys(path, "it is no list of keys"), { cause });
  }
}

/** Replaces the file in one step, readable by its owner alone from its first byte on. */
async function writeForOwner(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.keys.${crypto.randomUUID()}.partial`);
  try {
    const file = await Deno.open(temporary, { write: true, createNew: true, mode: 0o600 });
    try {
      const bytes = new TextEncoder().encode(text);
      for (let done = 0; done < bytes.length;) done += await file.write(bytes.subarray(done));
      await file.sync();
    } finally {
      file.close();
    }
    await Deno.rename(temporary, path);
  } catch (cause) {
    await Deno.remove(temporary).catch(() => {}); // best effort: the write's own failure is what to tell
    throw new HealerError(gateProblems.keysNotWritten(path, detailOf(cause)), { cause });
  }
}

function detailOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
