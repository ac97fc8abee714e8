import type { CheckedQuery } from "./check_query.ts";
import type { Token } from "./tokens.ts";

/** What gives rows in an order that differs from run to run. */
const shuffling = new Set(["group", "distinct", "union", "intersect", "except", "full", "right"]);

const endsOrder = new Set(["limit", "offset", "fetch"]);

/**
 * The query with its rows in an order that is the same each time: Polars leaves it open how rows stand that are
 * grouped, distinct or alike in what ORDER BY names. They are ordered by all columns then. Undefined where the order
 * is given by that of the tables.
 *
 * @param columns How many columns the result has.
 */
export function inStableOrder(query: CheckedQuery, columns: number): string | undefined {
  const outer = outerTokens(query.tokens);
  const words = outer.map(wordOf);
  const order = words.findLastIndex((word, index) => word === "order" && words[index + 1] === "by");
  const isShuffled = query.tokens.some((token) => shuffling.has(wordOf(token)));
  if (order < 0 && !isShuffled) return undefined;
  const ends = outer.find((token, index) => index > order && endsOrder.has(wordOf(token)));
  const numbers = Array.from({ length: columns }, (_, index) => index + 1).join(", ");
  const at = ends?.from ?? query.text.length;
  const [before, after] = [query.text.slice(0, at), query.text.slice(at)];
  return `${before} ${order < 0 ? "ORDER BY" : ","} ${numbers} ${after}`;
}

/** The tokens that stand in no parentheses. */
function outerTokens(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.filter(({ text }) => {
    if (text === ")") depth--;
    const isOuter = depth === 0;
    if (text === "(") depth++;
    return isOuter;
  });
}

function wordOf({ type, text }: Token): string {
  return type === "word" ? text.toLowerCase() : "";
}
