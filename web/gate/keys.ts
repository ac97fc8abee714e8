import { z } from "zod";
import { passwordHashSchema } from "./password.ts";

const userSchema = z.strictObject({
  name: z.string().min(1).max(100),
  password: passwordHashSchema,
});

const sessionSchema = z.strictObject({
  user: z.string(),
  /** When it ends, in milliseconds since 1970. */
  end: z.number(),
});

/** All that the gate remembers of who may come in; secrets only as hashes. */
export const keysSchema = z.strictObject({
  version: z.literal(1),
  /** The hash of the API token, or null before there is one. */
  token: z.hex().length(64).nullable(),
  users: z.array(userSchema),
  /** By the hash of the session's secret. */
  sessions: z.record(z.hex().length(64), sessionSchema),
});

/** What {@linkcode keysSchema} parses to. */
export type Keys = z.infer<typeof keysSchema>;

/** Someone who has come in. */
export type Session = z.infer<typeof sessionSchema>;

/** The user of sessions that a launch link or the API token has begun. */
export const localUser = "local";

/** Where the keys are kept. */
export interface KeyStore {
  /** The keys as they are now. */
  read(): Keys;
  /** Changes the keys; resolves once the change would survive the end of the process. */
  change(change: (keys: Keys) => void): Promise<void>;
}

/** Keys of a gate nobody has come through yet. */
export function noKeys(): Keys {
  return { version: 1, token: null, users: [], sessions: {} };
}

/** A store that forgets with the process. */
export function memoryKeys(): KeyStore {
  const keys = noKeys();
  return {
    read: () => keys,
    change: (change) => Promise.resolve(change(keys)),
  };
}
