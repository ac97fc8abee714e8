import { HealerError } from "@/pipeline/problem.ts";
import { binaryKind } from "@/pipeline/table/binary_kind.ts";
import { openingLimits } from "../opening_schema.ts";
import { placeAt } from "./parse_json.ts";
import { openingProblem } from "./problems.ts";

/** How many bytes are looked at to tell text from other things. */
const headLength = 4096;

/**
 * The text of a file in UTF-8 or UTF-16, without its byte order mark.
 *
 * @throws {HealerError} `opening/empty`, `opening/too-large`, `opening/binary`, `opening/not-utf-8`
 */
export function fileText(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0) throw new HealerError(openingProblem.empty(name));
  const { bytes: limit } = openingLimits;
  if (bytes.length > limit) throw new HealerError(openingProblem.tooLarge(name, limit));
  const head = bytes.subarray(0, headLength);
  const utf16 = utf16Of(head);
  const kind = binaryKind(head, utf16 !== undefined);
  if (kind !== undefined) throw new HealerError(openingProblem.binary(name, kind));
  const text = utf16 === undefined ? utf8(bytes, name) : new TextDecoder(utf16).decode(bytes);
  if (text.trim() === "") throw new HealerError(openingProblem.empty(name));
  return text;
}

/** JSON begins with two characters of ASCII, so that in UTF-16 one of each two bytes is zero. */
function utf16Of([first, second, third, fourth]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return "utf-16le";
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return "utf-16be";
  return undefined;
}

function utf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    // In a message, where it is says more than which byte it is.
    const text = new TextDecoder().decode(bytes.subarray(0, firstInvalid(bytes)), { stream: true });
    throw new HealerError(openingProblem.notUtf8(name, placeAt(text, text.length)), { cause });
  }
}

/** How many bytes of `bytes` are valid UTF-8, found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValidBeginning(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

function isValidBeginning(bytes: Uint8Array): boolean {
  try {
    // A character may be cut at the end.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
