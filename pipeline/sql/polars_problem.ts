import { closestNames } from "../closest_names.ts";
import type { Problem } from "../problem.ts";
import { polarsDetail } from "../table/polars_detail.ts";
import { type CheckedQuery, nameOf } from "./check_query.ts";
import { placeAt, placeOfCharacter, type QueryPlace } from "./place.ts";
import { sqlProblem } from "./problems.ts";

/** What Polars has against a query, in words, with the place where it can be found. */
export function polarsProblem(
  error: unknown,
  query: CheckedQuery,
  columns: readonly string[],
): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const parsing = /^sql parser error: (.*?)(?: at Line: (\d+), Column: (\d+))?\s*$/s.exec(message);
  if (parsing !== null) return parserProblem(query, parsing);
  const column = unknownColumn(message);
  if (column !== undefined) {
    const unquoted = unquotedName(query, column, columns);
    if (unquoted !== undefined) return sqlProblem.unquotedColumn(unquoted.name, unquoted.place);
    const known = namesIn(message);
    const here = known.length > 0 ? known : columns;
    return sqlProblem.unknownColumn(
      column,
      closestNames(column, here, 3),
      known,
      placeOfName(query, column),
    );
  }
  const twice =
    /duplicate(?: output name|.*column with name| column name)?:? '([^']*)'/s.exec(message) ??
      /duplicate output name '([^']*)'/s.exec(message);
  if (twice?.[1] !== undefined) {
    return sqlProblem.twiceTheSameColumn(twice[1], placeOfName(query, twice[1], "last"));
  }
  const literal = /cannot parse literal: "([^"]*)"/.exec(message)?.[1];
  if (literal !== undefined) {
    return sqlProblem.refused(detailOf(message), placeOfName(query, literal));
  }
  for (const [pattern, word] of placed) {
    if (pattern.test(message)) {
      return sqlProblem.refused(detailOf(message), placeOfName(query, word));
    }
  }
  return sqlProblem.refused(detailOf(message), undefined);
}

/** The word that a message is about, where one is. */
const placed: readonly (readonly [RegExp, string])[] = [
  [/multiple tables in FROM/, ","],
  [/^expression Exists/, "exists"],
];

function parserProblem(
  query: CheckedQuery,
  [, detail = "", line, column]: RegExpExecArray,
): Problem {
  const place = line === undefined || column === undefined || line === "0"
    ? undefined
    : placeOfCharacter(query.text, Number(line), Number(column));
  const expected = /^Expected: (.*), found: (.*)$/s.exec(detail);
  if (expected === null) return sqlProblem.syntax({ en: short(detail), zh: short(detail) }, place);
  const [, wanted = "", found = ""] = expected.map(short);
  return sqlProblem.syntax(
    found === "EOF"
      ? { en: `it ends where ${wanted} should follow`, zh: `查询在此结束，而后面应为 ${wanted}` }
      : { en: `${wanted} should stand where "${found}" is`, zh: `“${found}”处应为 ${wanted}` },
    place ?? (found === "EOF" ? placeAt(query.text, query.text.trimEnd().length) : undefined),
  );
}

function unknownColumn(message: string): string | undefined {
  const patterns = [
    /unable to find column "((?:[^"\\]|\\.)*)"/,
    /no column named '([^']*)' found/,
    /no table or struct column named '([^']*)' found/,
    /^(?:not found|ColumnNotFound): ([^\s;:]+)$/m,
  ];
  for (const pattern of patterns) {
    const name = pattern.exec(message)?.[1];
    if (name !== undefined) return name.replaceAll(/\\(.)/g, "$1");
  }
  return undefined;
}

/** A column with points in its name that is written without quotes, so that it reads as a column of a table. */
function unquotedName(
  { tokens, text }: CheckedQuery,
  first: string,
  columns: readonly string[],
): { readonly name: string; readonly place: QueryPlace } | undefined {
  for (const [at, token] of tokens.entries()) {
    if (token.type !== "word" || token.text.toLowerCase() !== first.toLowerCase()) continue;
    let written = token.text;
    for (let next = at + 1; tokens[next]?.text === "."; next += 2) {
      written += `.${tokens[next + 1]?.text ?? ""}`;
      const name = columns.find((each) => each.toLowerCase() === written.toLowerCase());
      if (name !== undefined) return { name, place: placeAt(text, token.from) };
    }
  }
  return undefined;
}

/** The columns that a message lists. */
function namesIn(message: string): string[] {
  const list = /valid columns: \[(.*?)\](?:\n|$)/s.exec(message)?.[1] ?? "";
  return [...list.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, name = ""]) =>
    name.replaceAll(/\\(.)/g, "$1")
  );
}

function placeOfName(
  { tokens, text }: CheckedQuery,
  name: string,
  which: "first" | "last" = "first",
): QueryPlace | undefined {
  const isName = (each: typeof tokens[number]): boolean =>
    each.type !== "text" && nameOf(each).toLowerCase() === name.toLowerCase();
  const token = which === "first" ? tokens.find(isName) : tokens.findLast(isName);
  return token === undefined ? undefined : placeAt(text, token.from);
}

/** The first line, without what speaks of the inside of Polars. */
function detailOf(message: string): string {
  if (/^expression Exists/.test(message)) {
    return "EXISTS with a query inside is not supported; use IN";
  }
  const detail = polarsDetail(new Error(message)) ?? "Polars failed";
  return short(detail.replace(/^(?:[A-Za-z ]+error|not found|duplicate): /, ""));
}

function short(text: string): string {
  const [line = ""] = text.trim().split("\n");
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
