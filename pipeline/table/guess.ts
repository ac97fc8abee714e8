import type { Text } from "../problem.ts";

/** A setting the reader chose or was given, and why. */
export interface Guess<Value> {
  readonly value: Value;
  /** Why this value: half a sentence that fits behind a colon. */
  readonly reason: Text;
  /** False where the caller has said it. */
  readonly guessed: boolean;
}

/** A setting the caller has said. */
export function given<Value>(value: Value): Guess<Value> {
  return { value, reason: { en: "given by you", zh: "由用户指定" }, guessed: false };
}

/** A setting the reader chose. */
export function guessed<Value>(value: Value, en: string, zh: string): Guess<Value> {
  return { value, reason: { en, zh }, guessed: true };
}
