import { HealerError } from "../problem.ts";
import { sqlProblem } from "./problems.ts";
import { placeAt } from "./place.ts";

/** A part of a query that means something: no blanks, no comments. */
export interface Token {
  readonly type: "word" | "quoted" | "text" | "number" | "symbol";
  /** As it is written, quotes included. */
  readonly text: string;
  /** Where it starts in the query, in UTF-16 units from 0. */
  readonly from: number;
}

const blank = /[ \t\r\n]+/y;
const lineComment = /--[^\n]*/y;
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const word = /[\p{Alphabetic}_][\p{Alphabetic}\p{N}_]*/uy;
const quoted = /"(?:[^"\0]|"")*"/y;
const text = /'(?:[^'\0]|'')*'/y;
const symbol = /!~\*|<=>|::|<=|>=|<>|!=|==|\|\||\/\/|!~|~\*|[-+*/%=<>~^&|(),.;]/y;

/**
 * Takes a query apart. What it lets pass, the parser of Polars takes apart in the same way: each kind of token is one
 * that both read alike, and whatever could be read in two ways is refused: other quotes, strings with a letter in
 * front, escapes, markers of other dialects.
 *
 * @throws {HealerError} `sql/open-quote`, `sql/open-comment`, `sql/odd-character`, `sql/run-together`
 */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(query)?.[0];
  };
  while (at < query.length) {
    const skipped = take(blank) ?? take(lineComment) ?? blockComment(query, at);
    if (skipped !== undefined) {
      at += skipped.length;
      continue;
    }
    const token = takeToken(take, query, at);
    const last = tokens.at(-1);
    if (last !== undefined && last.from + last.text.length === at && runsTogether(last, token)) {
      throw new HealerError(sqlProblem.runTogether(last.text + token.text, placeAt(query, at)));
    }
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function takeToken(
  take: (pattern: RegExp) => string | undefined,
  query: string,
  from: number,
): Token {
  for (const [type, pattern] of patterns) {
    const text = take(pattern);
    if (text !== undefined) return { type, text, from };
  }
  const [character = ""] = query.slice(from);
  const place = placeAt(query, from);
  throw new HealerError(
    character === "'" || character === '"'
      ? sqlProblem.openQuote(character, place)
      : sqlProblem.oddCharacter(character, place),
  );
}

const patterns = [
  ["word", word],
  ["quoted", quoted],
  ["text", text],
  ["number", number],
  ["symbol", symbol],
] as const;

/**
 * Whether two tokens without a blank between them could be read as something else: a letter in front of a quote or
 * behind a number, an operator behind another one, other than a sign; U&'…' is a text with escapes.
 */
function runsTogether(last: Token, next: Token): boolean {
  if (last.type !== "symbol" && next.type !== "symbol") return true;
  if (last.text === "&" && next.text.startsWith("'")) return true;
  return operator.test(last.text) && operator.test(next.text) && !/^[-+]$/.test(next.text);
}

const operator = /^[-+*/%=<>~^&|!:]+$/;

/** The comment that starts there, with those inside of it. */
function blockComment(query: string, from: number): string | undefined {
  if (!query.startsWith("/*", from)) return undefined;
  const ends = /\/\*|\*\//g;
  ends.lastIndex = from;
  for (let depth = 0, end = ends.exec(query); end !== null; end = ends.exec(query)) {
    depth += end[0] === "/*" ? 1 : -1;
    if (depth === 0) return query.slice(from, ends.lastIndex);
  }
  throw new HealerError(sqlProblem.openComment(placeAt(query, from)));
}
