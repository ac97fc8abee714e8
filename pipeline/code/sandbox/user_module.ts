import type { Text } from "../../problem.ts";
import { CodeFailed, type CodeFailure, type SourcePlace } from "../failure.ts";
import { PlotError } from "../plot_problems.ts";

/** How long a message of the code's own may be. */
const longestMessage = 2000;

/** Messages that say that something is not allowed, or not there so that it cannot be tried. */
const refusal = /^(Requires \w+ access\b|(Deno|Worker|postMessage|caches) is not defined$)/;

/** The code of a user as a module: its body becomes an async function of what it may use by name. */
export class UserModule {
  private readonly url: string;
  private readonly lines: number;

  constructor(private readonly source: string, names: readonly string[]) {
    this.lines = source.split("\n").length;
    // The block of its own lets the code declare variables of the same names.
    const module = `export default async function (${names.join(", ")}) { {\n${source}\n} }\n`;
    this.url = URL.createObjectURL(new Blob([module], { type: "application/typescript" }));
  }

  /** @throws {CodeFailed} `syntax` */
  async load(): Promise<(...values: readonly unknown[]) => Promise<unknown>> {
    try {
      const { default: run }: { default: (...values: readonly unknown[]) => Promise<unknown> } =
        await import(this.url);
      return run;
    } catch (error) {
      throw new CodeFailed(this.failureOf(error, true));
    }
  }

  /** What `error`, thrown by the code, comes to. */
  failureOf(error: unknown, isLoading = false): CodeFailure {
    if (error instanceof CodeFailed) return error.failure;
    if (error instanceof PlotError) {
      const { text, hint, stack = "" } = error;
      return {
        what: "plot",
        text: shortenedTexts(text),
        hint: shortenedTexts(hint),
        at: this.placeIn(stack),
      };
    }
    const { name, isError, message, stack } = partsOf(error);
    const at = this.placeIn(stack) ?? (isLoading ? this.placeIn(message) : null);
    const syntax = /SyntaxError: ([^]*)$/.exec(message);
    if (isLoading && (name === "SyntaxError" || syntax !== null)) {
      const [first = ""] = (syntax?.[1] ?? message).split(/\n| at blob:/);
      return { what: "syntax", message: shortened(first), at };
    }
    if (name === "NotCapable" || refusal.test(message)) {
      return { what: "denied", message: shortened(message.split(", run again")[0] ?? ""), at };
    }
    return { what: "thrown", name: shortened(name), isError, message: shortened(message), at };
  }

  /** The innermost place in the code that `trace` names. */
  private placeIn(trace: string): SourcePlace | null {
    const start = trace.indexOf(this.url);
    const [, line, column] = /^:(\d+):(\d+)/.exec(trace.slice(start + this.url.length)) ?? [];
    if (start < 0 || line === undefined) return null;
    // The first line is not the user's; what is missing at the end shows behind the last of theirs.
    const own = Number(line) - 1;
    if (own > this.lines) {
      const last = this.source.split("\n").at(-1) ?? "";
      return { line: this.lines, column: last.length + 1 };
    }
    return { line: Math.max(1, own), column: own < 1 ? 1 : Number(column) };
  }
}

interface ErrorParts {
  readonly isError: boolean;
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** Code may throw anything, also what throws when it is looked at. */
function partsOf(error: unknown): ErrorParts {
  try {
    if (error instanceof Error) {
      const { name, message, stack } = error;
      return { name: String(name), isError: true, message: String(message), stack: String(stack) };
    }
    const name = error === null ? "null" : Array.isArray(error) ? "array" : typeof error;
    const isPlain = typeof error !== "object" && typeof error !== "function";
    const message = isPlain ? String(error) : described(error);
    return { name, isError: false, message, stack: "" };
  } catch {
    return { name: typeof error, isError: false, message: "", stack: "" };
  }
}

function described(value: unknown): string {
  if (typeof value === "object" && value !== null) {
    const keys = Object.keys(value);
    return `{ ${keys.slice(0, 10).join(", ")}${keys.length > 10 ? ", …" : ""} }`;
  }
  return String(value);
}

/** What a plot does not know may be of any length. */
function shortenedTexts({ en, zh }: Text): Text {
  return { en: shortened(en), zh: shortened(zh) };
}

function shortened(text: string): string {
  return text.length > longestMessage ? `${text.slice(0, longestMessage - 1)}…` : text;
}
