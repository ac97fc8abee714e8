import process from "node:process";
import { isAbsolute, join } from "node:path";
import cliProgress from "cli-progress";
import { type Command, Option } from "commander";
import { z } from "zod";
import type { Notice, Place, Problem, Text } from "@/pipeline/problem.ts";
import type { RunContext } from "@/pipeline/run_context.ts";

/** The languages the command line speaks. */
export type Language = keyof Text;

/** The command line may use the whole machine. */
const threads = navigator.hardwareConcurrency;

const commonOptions = z.object({ json: z.boolean().default(false), lang: z.enum(["en", "zh"]) });

/** Adds the options that every command has. */
export function withCommonOptions(command: Command): Command {
  return command
    .addOption(new Option("--json", "print one JSON object on standard output").default(false))
    .addOption(languageOption());
}

/** The language of messages. */
export function languageOption(): Option {
  return new Option("--lang <language>", "language of messages")
    .choices(["en", "zh"]).default(environmentLanguage());
}

/** The terminal as the options of `command` ask for. */
export function terminalOf(command: Command): Terminal {
  const { json, lang } = commonOptions.parse(command.opts());
  return openTerminal({ json, language: lang });
}

/** What every command is given beside its own arguments. */
export interface Terminal {
  readonly language: Language;
  /** Whether stdout carries one JSON object and nothing else. */
  readonly json: boolean;
  /** A line for people, on stdout; silent with `--json`. */
  say(line: string): void;
  /** The result for programs, on stdout; silent without `--json`. */
  answer(result: unknown): void;
  /** Something worth knowing, on stderr. */
  notice(notice: Notice): void;
  /** A progress bar on stderr where that is a terminal, until it is disposed. */
  progress(seed: number): ProgressBar;
}

/** A run context that draws how far the work is. */
export type ProgressBar = RunContext & Disposable;

/** The language the environment asks for, English unless it is Chinese. */
export function environmentLanguage(): Language {
  const locale = Deno.env.get("LC_ALL") || Deno.env.get("LC_MESSAGES") || Deno.env.get("LANG") ||
    "";
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** The terminal of this process. */
export function openTerminal(options: { json: boolean; language: Language }): Terminal {
  const { json, language } = options;
  const interactive = Deno.stderr.isTerminal();
  return {
    json,
    language,
    say: (line) => json || writeLine(Deno.stdout, printable(line)),
    answer: (result) => json && writeLine(Deno.stdout, JSON.stringify(result)),
    notice: (notice) =>
      writeLine(
        Deno.stderr,
        printable(`${placePrefix(notice.place ?? {})}${notice.message[language]}`),
      ),
    progress: (seed) =>
      interactive
        ? drawnProgress(seed, language)
        : { seed, threads, progress() {}, [Symbol.dispose]() {} },
  };
}

/** Prints a problem: where, what, and what to do next. */
export function printProblem(terminal: Terminal, problem: Problem): void {
  terminal.answer({ error: problem });
  const { language } = terminal;
  const hint = { en: "hint", zh: "提示" }[language];
  writeLine(
    Deno.stderr,
    printable(
      `${placePrefix(problem.place)}${problem.message[language]}\n${hint}: ${
        problem.hint[language]
      }`,
    ),
  );
}

/** A path from the command line, seen from where the user stands: a task runs in the project's folder. */
export function userPath(path: string): string {
  return isAbsolute(path) ? path : join(Deno.env.get("INIT_CWD") ?? Deno.cwd(), path);
}

/** Problems of the command line itself, not of the work it asked for. */
const usageProblems = new Set([
  "diagnosis/no-such-row",
  "diagnosis/unknown-class",
  "diagnosis/unknown-explanation-format",
  "diagnosis/unknown-format",
  "evaluation/not-trees",
  "learners/bad-param",
  "role/two-roles",
  "run/bad-setting",
  "sample/empty",
  "sample/not-json",
  "sample/unknown-features",
  "sample/unreadable",
  "sample/wrong-count",
  "simulator/rows-out-of-range",
  "table/bad-option",
  "table/unknown-encoding",
  "export/format-not-found",
  "usage/not-in-a-search",
  "usage/output-is-input",
  "usage/set-and-out",
  "model/nothing-to-fit-on",
]);

/** Whether `problem` says that the command line is wrong, rather than that its work failed. */
export function isWrongUsage(problem: Problem): boolean {
  return usageProblems.has(problem.code);
}

function placePrefix({ file, line, column, param }: Place): string {
  const parts = [file, line, column].filter((part) => part !== undefined).join(":");
  return (parts ? `${parts}: ` : "") + (param ? `${param}: ` : "");
}

function drawnProgress(seed: number, language: Language): ProgressBar {
  const bar = new cliProgress.SingleBar({
    format: "{bar} {percentage}% | {eta_formatted} | {message}",
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  }, cliProgress.Presets.shades_classic);
  bar.start(1000, 0, { message: "" });
  return {
    seed,
    threads,
    progress: (fraction, message) =>
      bar.update(Math.round(fraction * 1000), message ? { message: message[language] } : {}),
    [Symbol.dispose]: () => bar.stop(),
  };
}

/** A text from a file, made harmless for a terminal: escape sequences and marks that turn its direction show. */
function printable(text: string): string {
  return text.replaceAll(
    /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function writeLine(stream: typeof Deno.stdout, line: string): void {
  const bytes = new TextEncoder().encode(`${line}\n`);
  try {
    for (let written = 0; written < bytes.length;) {
      written += stream.writeSync(bytes.subarray(written));
    }
  } catch (error) {
    // Whoever read has gone, as `head` does; the work itself is done.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}
