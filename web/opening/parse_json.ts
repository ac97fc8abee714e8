import { jsonErrorPlace, type TextPlace } from "@/pipeline/json_error_place.ts";
import { notebookProblem } from "@/pipeline/kernel/notebook_problems.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { openingProblem } from "./problems.ts";

/** How deep a file may be nested: far more than anybody needs, and far less than takes seconds to read. */
const depthLimit = 1000;

/** Up to so many characters the place of an error is looked for token by token, which says more. */
const thoroughLimit = 2 ** 20;

/**
 * A stranger's JSON.
 *
 * @throws {HealerError} `opening/too-deep`, `notebook/not-json`, with line and column
 */
export function parseStrangeJson(text: string, file: string): unknown {
  const tooDeep = offsetOfDepth(text, depthLimit);
  if (tooDeep !== undefined) {
    throw new HealerError(openingProblem.tooDeep(file, depthLimit, placeAt(text, tooDeep)));
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    const place = quickPlace(text, cause) ?? jsonErrorPlace(text) ?? { line: 1, column: 1 };
    throw new HealerError(notebookProblem.notJson(place), { cause });
  }
}

/** Where an offset of a text is; line and column count from 1. */
export function placeAt(text: string, offset: number): TextPlace {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < offset; end = text.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  let column = 1;
  for (let index = start; index < offset; index++) {
    const isSecondHalf = (text.charCodeAt(index) & 0xfc00) === 0xdc00;
    if (!isSecondHalf) column++;
  }
  return { line, column };
}

/** Of a long text the place that the engine tells, where it does. */
function quickPlace(text: string, cause: unknown): TextPlace | undefined {
  if (text.length <= thoroughLimit || !(cause instanceof SyntaxError)) return undefined;
  if (cause.message === "Unexpected end of JSON input") return placeAt(text, text.length);
  const position = / at position (\d+)/.exec(cause.message)?.[1];
  return position === undefined ? undefined : placeAt(text, Number(position));
}

const quote = '"'.charCodeAt(0);
const backslash = "\\".charCodeAt(0);
const opening = new Set([..."[{"].map((each) => each.charCodeAt(0)));
const closing = new Set([..."]}"].map((each) => each.charCodeAt(0)));

/** Where brackets are open more than `limit` deep; undefined where they never are. */
function offsetOfDepth(text: string, limit: number): number | undefined {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isInString) {
      if (code === backslash) index++;
      else if (code === quote) isInString = false;
    } else if (code === quote) isInString = true;
    else if (opening.has(code)) {
      depth++;
      if (depth > limit) return index;
    } else if (closing.has(code)) depth--;
  }
  return undefined;
}
