import { closestNames } from "../closest_names.ts";
import { HealerError, type Problem } from "../problem.ts";
import { sizedTypes, sqlFunctions } from "./functions.ts";
import { placeAt, type QueryPlace } from "./place.ts";
import { sqlProblem } from "./problems.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A query that may be run. */
export interface CheckedQuery {
  /** Only what was checked, each part where it stands in the query: comments are blanks. */
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** More would make Polars run out of stack, which ends the kernel. */
const mostTokens = 2000;
const mostParentheses = 30;

/** Clauses that do more than read what is given. */
const forbidden = new Set(["into", "lateral"]);

/** How a query in parentheses begins behind AS, or a window. */
const beginnings = new Set("select with partition order rows range".split(" "));

/** Words that may stand in front of a parenthesis without being called. */
const clauses = new Set(
  ("all and any as between by case distinct else except exclude exists filter from having ilike in intersect is " +
    "join like limit not offset on or over qualify rename replace rlike select semi anti some then union using " +
    "when where window within")
    .split(" "),
);

const endsFrom = new Set(
  "where group having order limit offset fetch union intersect except window qualify select".split(
    " ",
  ),
);

/** Functions whose arguments may have a FROM of their own. */
const withFrom = new Set(["extract", "substring", "trim", "position"]);

/**
 * Lets a query pass that is one SELECT, reads only `tables` and what it names by WITH, and calls only known functions.
 * Nothing is forbidden by name alone: what is not known to be harmless is refused.
 *
 * @throws {HealerError} `sql/…`, with the line and column
 */
export function checkQuery(query: string, tables: readonly string[]): CheckedQuery {
  const tokens = tokensOf(query);
  const checker = new QueryChecker(query, withoutLastSemicolon(tokens), tables);
  checker.check();
  return { text: onlyTokens(query, checker.tokens), tokens: checker.tokens };
}

function withoutLastSemicolon(tokens: readonly Token[]): readonly Token[] {
  return tokens.at(-1)?.text === ";" ? tokens.slice(0, -1) : tokens;
}

/** The tokens where they stand, and blanks between them. */
function onlyTokens(query: string, tokens: readonly Token[]): string {
  let text = "";
  for (const token of tokens) text += blanks(query.slice(text.length, token.from)) + token.text;
  return text;
}

function blanks(skipped: string): string {
  return skipped.replaceAll(/[^\n]/g, " ");
}

/** What stands around a token: a pair of parentheses, or the whole query. */
interface Surrounding {
  /** The name of the function whose arguments these are. */
  readonly call: string | undefined;
  isFrom: boolean;
  /** Whether the next token is a table. */
  expectsTable: boolean;
}

class QueryChecker {
  private readonly known: ReadonlySet<string>;
  private readonly open: Surrounding[] = [];
  private around: Surrounding = { call: undefined, isFrom: false, expectsTable: false };

  constructor(
    private readonly query: string,
    readonly tokens: readonly Token[],
    private readonly tables: readonly string[],
  ) {
    this.known = new Set([...tables, ...this.namedByWith()]);
  }

  check(): void {
    const [first] = this.tokens;
    if (first === undefined) throw new HealerError(sqlProblem.empty());
    if (!["select", "with"].includes(plainWord(first))) {
      this.refuse((place) => sqlProblem.notSelect(first.text, place), first);
    }
    for (const [index, token] of this.tokens.entries()) {
      if (index >= mostTokens) {
        this.refuse((place) => sqlProblem.tooLong(mostTokens, place), token);
      }
      this.checkToken(token, index);
    }
  }

  private checkToken(token: Token, index: number): void {
    if (token.text === ";") this.refuse(sqlProblem.severalStatements, token);
    if (forbidden.has(plainWord(token))) {
      this.refuse((place) => sqlProblem.forbiddenWord(token.text, place), token);
    }
    if (token.type === "word" && this.beginsBehindAs(index) && !beginnings.has(plainWord(token))) {
      this.refuse((place) => sqlProblem.forbiddenWord(token.text, place), token);
    }
    const isCalled = this.tokens[index + 1]?.text === "(" && token.type !== "symbol";
    if (this.around.expectsTable) this.checkTable(token, index, isCalled);
    else if (isCalled) this.checkCall(token, index);
    this.follow(token, index);
  }

  private beginsBehindAs(index: number): boolean {
    const [as, open] = this.tokens.slice(Math.max(0, index - 2), index);
    return as !== undefined && plainWord(as) === "as" && open?.text === "(";
  }

  /** What stands in the place of a table. */
  private checkTable(token: Token, index: number, isCalled: boolean): void {
    const name = nameOf(token);
    if (token.text === "(" || ["select", "with"].includes(plainWord(token))) return;
    if (token.type === "text") {
      this.refuse((place) => sqlProblem.textAsTable(token.text, place), token);
    }
    if (isCalled) this.refuse((place) => sqlProblem.tableFunction(name, place), token);
    if (this.tokens[index + 1]?.text === ".") this.refuse(sqlProblem.qualifiedTable, token);
    if (!this.known.has(name)) {
      this.refuse((place) => sqlProblem.unknownTable(name, [...this.known], place), token);
    }
  }

  /** What stands in front of a parenthesis. */
  private checkCall(token: Token, index: number): void {
    const name = plainWord(token);
    const isMember = this.tokens[index - 1]?.text === ".";
    if (!isMember && (clauses.has(name) || sqlFunctions.has(name) || sizedTypes.has(name))) return;
    // WITH may name a table in front of its query: name AS (…), but not its columns.
    const similar = closestNames(name, [...sqlFunctions], 3);
    this.refuse((place) => sqlProblem.unknownFunction(nameOf(token), similar, place), token);
  }

  /** Goes into parentheses and out of them, into FROM and out of it. */
  private follow(token: Token, index: number): void {
    const word = plainWord(token);
    if (token.text === "(") return this.enter(token, index);
    if (token.text === ")") {
      this.around = this.open.pop() ?? this.around;
      return;
    }
    const { around } = this;
    if (word === "from" && !this.isOtherFrom(index)) {
      around.isFrom = true;
      around.expectsTable = true;
      return;
    }
    around.expectsTable = around.isFrom && (word === "join" || token.text === ",");
    if (endsFrom.has(word)) around.isFrom = false;
    if (!around.isFrom) around.expectsTable = false;
  }

  private enter(token: Token, index: number): void {
    if (this.open.length >= mostParentheses) {
      this.refuse((place) => sqlProblem.tooDeep(mostParentheses, place), token);
    }
    const before = this.tokens[index - 1];
    const isTable = this.around.expectsTable;
    this.around.expectsTable = false;
    this.open.push(this.around);
    const call = before === undefined ? undefined : plainWord(before);
    this.around = {
      call: call !== undefined && sqlFunctions.has(call) ? call : undefined,
      isFrom: isTable,
      expectsTable: isTable,
    };
  }

  /** Whether a FROM is that of IS DISTINCT FROM, or of EXTRACT(… FROM …). */
  private isOtherFrom(index: number): boolean {
    const [is, not, distinct] = this.tokens.slice(Math.max(0, index - 3), index).map(plainWord);
    const isComparison = distinct === "distinct" && (not === "is" || `${is} ${not}` === "is not");
    if (isComparison) return true;
    return withFrom.has(this.around.call ?? "");
  }

  private *namedByWith(): Generator<string> {
    for (const [index, token] of this.tokens.entries()) {
      const [as, next] = this.tokens.slice(index + 1, index + 3);
      if (as === undefined || next?.text !== "(" || plainWord(as) !== "as") continue;
      yield nameOf(token);
    }
  }

  private refuse(problem: (place: QueryPlace) => Problem, { from }: Token): never {
    throw new HealerError(problem(placeAt(this.query, from)));
  }
}

/** A word as keywords and functions are compared, which is without case; empty for anything else. */
function plainWord({ type, text }: Token): string {
  // Rust makes capitals as Unicode does: "ſelect" is SELECT to it.
  return type === "word" ? text.toUpperCase().toLowerCase() : "";
}

/** A name without its quotes. */
export function nameOf({ type, text }: Token): string {
  return type === "quoted" ? text.slice(1, -1).replaceAll('""', '"') : text;
}
