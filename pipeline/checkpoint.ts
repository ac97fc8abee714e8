import { deserialize, serialize } from "node:v8";
import type { z } from "zod";

/**
 * Where long work leaves what is finished of it, by name: whoever does the same work again after it was cut off
 * finds it there, and comes to the same result as if nothing had happened.
 */
export interface Checkpoint {
  /** What was left under `name`; undefined where nothing was. */
  read(name: string): Uint8Array | undefined;
  /** Leaves `bytes`, in place of what was left under that name before. */
  write(name: string, bytes: Uint8Array): void;
}

/** What the names of checkpoints look like; they become names of files. */
export const checkpointName = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** The part of a checkpoint that belongs to one piece of work among others; nothing where there is none. */
export function checkpointOf(
  { checkpoint }: { readonly checkpoint?: Checkpoint },
  part: string,
): { checkpoint?: Checkpoint } {
  if (checkpoint === undefined) return {};
  return {
    checkpoint: {
      read: (name) => checkpoint.read(`${part}-${name}`),
      write: (name, bytes) => checkpoint.write(`${part}-${name}`, bytes),
    },
  };
}

/** What was left under `name` and fits `schema`; undefined where nothing was, or nothing that can be read. */
export function readState<State>(
  { checkpoint }: { readonly checkpoint?: Checkpoint },
  name: string,
  schema: z.ZodType<State>,
): State | undefined {
  const bytes = checkpoint?.read(name);
  if (bytes === undefined) return undefined;
  try {
    return schema.safeParse(deserialize(bytes)).data;
  } catch {
    return undefined; // what cannot be read is computed again
  }
}

/** Leaves plain data, typed arrays among it. */
export function writeState(
  { checkpoint }: { readonly checkpoint?: Checkpoint },
  name: string,
  state: unknown,
): void {
  checkpoint?.write(name, serialize(state));
}
