import { Buffer } from "node:buffer";
import { randomBytes, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** A password as it is kept: its scrypt hash and salt in base64, with the costs it was made with (RFC 7914). */
export const passwordHashSchema = z.strictObject({
  hash: z.base64(),
  salt: z.base64(),
  N: z.int().min(2).max(2 ** 20),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
});

/** What {@linkcode passwordHashSchema} parses to. */
export type PasswordHash = z.infer<typeof passwordHashSchema>;

/** 32 MiB a try, one of the costs OWASP's password storage cheat sheet holds for equal. */
const costs = { N: 2 ** 15, r: 8, p: 3 };
const hashBytes = 32;

/** No 0, 1, l, o, i: each is easily taken for another. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password of 79 random bits in four groups that can be typed off a screen. */
export function newPassword(): string {
  const group = (): string =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

/** The hash by which `password` is kept. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, costs);
  return { hash: hash.toString("base64"), salt: salt.toString("base64"), ...costs };
}

/** Whether `password` is the one that was kept, in a time that tells nothing of it. */
export async function isPassword(password: string, kept: PasswordHash): Promise<boolean> {
  const expected = Buffer.from(kept.hash, "base64");
  const found = await derive(password, Buffer.from(kept.salt, "base64"), kept);
  return expected.length === found.length && timingSafeEqual(expected, found);
}

function derive(
  password: string,
  salt: Uint8Array,
  { N, r, p }: { N: number; r: number; p: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // NFKC, so that a password is the same however the keyboard composes it (RFC 8265).
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(password.normalize("NFKC"), salt, hashBytes, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
