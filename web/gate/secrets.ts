import { Buffer } from "node:buffer";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A secret of 256 random bits, safe in an address and in a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** The SHA-256 by which a secret is kept, as 64 hexadecimal digits; enough for secrets of 256 random bits. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Whether `secret` has this hash, in a time that tells nothing of either. */
export function hasHash(secret: string, hash: string): boolean {
  const expected = Buffer.from(hash, "hex");
  const found = Buffer.from(hashOf(secret), "hex");
  return expected.length === found.length && timingSafeEqual(expected, found);
}
