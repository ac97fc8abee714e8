import { isValidElement } from "preact";

/** What can be sent to an island. */
export type Sendable =
  | string
  | number
  | boolean
  | bigint
  | null
  | undefined
  | Date
  | ReadonlyMap<Sendable, Sendable>
  | ReadonlySet<Sendable>
  | readonly Sendable[]
  | { readonly [key: string]: Sendable };

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * Props as text that {@linkcode parseProps} reads back: JSON, and beyond it what JSON loses or cannot say
 * (undefined, NaN, ±Infinity, −0, bigint, Date, Map, Set), each as `{"$": [tag, value]}`. A plain object with a
 * key "$" is wrapped too, so that nothing a user typed can pass for a tag.
 *
 * @throws {TypeError} naming the place of a value that cannot be sent: a function, an element, a class's object.
 */
export function writeProps(props: unknown): string {
  return JSON.stringify(encode(props, "props"));
}

/** The props that {@linkcode writeProps} wrote. */
export function parseProps(text: string): Sendable {
  return decode(JSON.parse(text));
}

function encode(value: unknown, place: string): Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : tagged("number", numberText(value));
    case "bigint":
      return tagged("bigint", String(value));
    case "undefined":
      return tagged("undefined", null);
    case "object":
      return value === null ? null : encodeObject(value, place);
    default:
      throw new TypeError(`Cannot send ${place} to an island: it is a ${typeof value}.`);
  }
}

function encodeObject(value: object, place: string): Json {
  if (Array.isArray(value)) return value.map((item, index) => encode(item, `${place}[${index}]`));
  if (value instanceof Date) return tagged("Date", encode(value.getTime(), place));
  if (value instanceof Map) {
    return tagged("Map", [...value].map((pair, index) => encode(pair, `${place}[${index}]`)));
  }
  if (value instanceof Set) {
    return tagged("Set", [...value].map((item, index) => encode(item, `${place}[${index}]`)));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  const isElement = isValidElement(value);
  if (isElement || (prototype !== Object.prototype && prototype !== null)) {
    const what = isElement ? "an element" : `an object of class ${value.constructor?.name}`;
    throw new TypeError(`Cannot send ${place} to an island: it is ${what}.`);
  }
  const entries = Object.entries(value).map(([key, item]): [string, Json] => [
    key,
    encode(item, `${place}.${key}`),
  ]);
  const object = Object.fromEntries(entries);
  return Object.hasOwn(value, "$") ? tagged("object", object) : object;
}

function tagged(tag: string, value: Json): Json {
  return { $: [tag, value] };
}

function numberText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function decode(json: Json): Sendable {
  if (Array.isArray(json)) return json.map(decode);
  if (typeof json !== "object" || json === null) return json;
  const tag = json.$;
  return Array.isArray(tag) && typeof tag[0] === "string"
    ? decodeTagged(tag[0], tag[1] ?? null)
    : decodeEntries(json);
}

function decodeEntries(json: { [key: string]: Json }): Sendable {
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, decode(item)]));
}

function decodeTagged(tag: string, value: Json): Sendable {
  switch (tag) {
    case "undefined":
      return undefined;
    case "number":
      return Number(value);
    case "bigint":
      return BigInt(String(value));
    case "Date":
      return new Date(Number(decode(value)));
    case "Map":
      return new Map(
        list(value).map((pair) => {
          const [key = null, item = null] = list(pair);
          return [decode(key), decode(item)];
        }),
      );
    case "Set":
      return new Set(list(value).map(decode));
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value)
        ? decodeEntries(value)
        : null;
    default:
      throw new TypeError(
        `Cannot read the props of an island: the tag ${JSON.stringify(tag)} is unknown.`,
      );
  }
}

function list(json: Json): readonly Json[] {
  return Array.isArray(json) ? json : [];
}
