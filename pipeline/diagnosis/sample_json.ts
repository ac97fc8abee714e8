import { parseJson } from "../parse_json.ts";
import { sampleProblem } from "./sample_problems.ts";

/** What a JSON text says of one sample. */
export interface SampleJson {
  /** Its members by name, or its values in the order of the features. */
  readonly values: Readonly<Record<string, unknown>> | readonly unknown[];
  /** The names that are written more than once; of their values the last one counts. */
  readonly repeated: readonly string[];
  /** Whether more samples follow. */
  readonly isOneOfSeveral: boolean;
}

/**
 * Reads a sample from JSON: an object, the first of a list of objects, or a list of values; an object may be
 * wrapped as `{"values": …}`.
 *
 * @throws {HealerError} `sample/not-json`
 */
export function parseSampleJson(text: string): SampleJson {
  const value = parseJson(text, sampleProblem.notJson);
  const first: unknown = Array.isArray(value) && isObject(value[0]) ? value[0] : value;
  const isOneOfSeveral = Array.isArray(value) && first !== value && value.length > 1;
  if (!isObject(first)) {
    return { values: Array.isArray(first) ? first : [first], repeated: [], isOneOfSeveral };
  }
  const inner = first["values"];
  const values = isObject(inner) || Array.isArray(inner) ? inner : first;
  return { values, repeated: repeatedNames(text), isOneOfSeveral };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The names that one object of the text has more than once, which `JSON.parse` does not tell. */
function repeatedNames(text: string): string[] {
  const open: Set<string>[] = [];
  const repeated = new Set<string>();
  let last = "";
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (token === "{" || token === "[") open.push(new Set());
    else if (token === "}" || token === "]") open.pop();
    else if (token !== ":") last = token;
    else {
      const name: string = JSON.parse(last);
      const names = open.at(-1);
      if (names?.has(name)) repeated.add(name);
      names?.add(name);
    }
  }
  return [...repeated];
}
