import { sequenceLength, unfinishedTail } from "./utf8.ts";

/** What speaks for and against UTF-8 in a sample that may break off in the middle of a character. */
export interface Utf8Evidence {
  /** Well-formed characters beyond ASCII. */
  readonly characters: number;
  /** Bytes that belong to no well-formed character. */
  readonly invalid: number;
}

/** What speaks for GB18030. */
export interface Gb18030Evidence {
  /** Bytes beyond ASCII. */
  readonly high: number;
  /** Whether nearly all of them form common Chinese characters or their punctuation. */
  readonly plausible: boolean;
}

/** Counts what is UTF-8 and what is not. */
export function utf8Evidence(sample: Uint8Array): Utf8Evidence {
  const end = sample.length - unfinishedTail(sample);
  let characters = 0, invalid = 0;
  for (let at = 0; at < end;) {
    if (sample[at]! < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(sample, at, end);
    if (length === 0) invalid++;
    else characters++;
    at += Math.max(1, length);
  }
  return { characters, invalid };
}

/**
 * Judges by the pairs of bytes that are characters. In Chinese text most second bytes are beyond ASCII, and
 * most first bytes are those of the 3,755 commonest characters (rows 16–55 of GB 2312, B0–D7), of punctuation
 * and full-width letters (A1–A3), or of what GBK added (81–A0). Western text has single letters beyond ASCII
 * between others, or pairs of lower-case letters (E0–FF).
 */
export function gb18030Evidence(sample: Uint8Array): Gb18030Evidence {
  let high = 0, pairs = 0, highPairs = 0, common = 0, invalid = 0;
  for (let at = 0; at < sample.length; at++) {
    const lead = sample[at]!;
    if (lead < 0x80) continue;
    high++;
    const trail = sample[at + 1];
    if (trail === undefined) break;
    if (trail >= 0x30 && trail <= 0x39 && isFourBytes(sample, at)) {
      at += 3;
    } else if (lead === 0x80 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff) {
      invalid++;
    } else {
      pairs++;
      at++;
      if (trail < 0x80) continue;
      high++;
      highPairs++;
      if (lead <= 0xa3 || (lead >= 0xb0 && lead <= 0xd7)) common++;
    }
  }
  const plausible = pairs > 0 && invalid <= 0.02 * pairs && highPairs >= 0.7 * pairs &&
    common >= 0.5 * pairs;
  return { high, plausible };
}

function isFourBytes(sample: Uint8Array, at: number): boolean {
  const third = sample[at + 2] ?? 0, fourth = sample[at + 3] ?? 0;
  return third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39;
}
