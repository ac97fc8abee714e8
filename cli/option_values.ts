import { InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { errorRates } from "@/pipeline/diagnosis/verdict.ts";

/** Parses a whole number in [min, max] for commander. */
export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^-?\d+$/.test(text) || value < min || value > max) {
      const limit = max === Number.MAX_SAFE_INTEGER
        ? `at least ${min}`
        : `between ${min} and ${max}`;
      throw new InvalidArgumentError(`It must be a whole number, ${limit}.`);
    }
    return value;
  };
}

/** Collects an option that may be given several times. */
export function repeated(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** The seed of every random choice of a command. */
export function seedOption(): Option {
  return new Option("--seed <number>", "seed of every random choice; same seed, same result")
    .argParser(wholeNumber(0, 2 ** 32 - 1)).default(0);
}

/** The share of wrong answers that prediction sets and novelty may give. */
export function errorRateOption(): Option {
  const { least, usual, most } = errorRates;
  return new Option(
    "--error-rate <share>",
    `share of wrong answers you accept, from ${least} to ${most}`,
  ).argParser((text) => {
    const share = text.trim() === "" ? NaN : Number(text);
    if (share >= least && share <= most) return share;
    throw new InvalidArgumentError(`It must be a number between ${least} and ${most}.`);
  }).default(usual);
}

/** What {@linkcode dialectOptions} parse to. */
export const dialectSchema = z.object({
  delimiter: z.string().exactOptional(),
  quote: z.string().exactOptional(),
  decimal: z.enum([".", ","]).exactOptional(),
  encoding: z.string().exactOptional(),
  header: z.boolean().exactOptional(),
});

/** How a text table is read where the guess is wrong. */
export function dialectOptions(): Option[] {
  return [
    new Option("--delimiter <character>", "what stands between cells (guessed)").argParser(
      delimiter,
    ),
    new Option("--quote <character>", "what encloses cells (guessed)").choices(['"', "'"]),
    new Option("--header <answer>", "whether the first line names the columns (guessed)").argParser(
      yesOrNo,
    ),
    new Option("--decimal <character>", "decimal point of numbers (guessed)").choices([".", ","]),
    new Option("--encoding <name>", "text encoding, such as utf-8 or gb18030 (guessed)"),
  ];
}

function yesOrNo(text: string): boolean {
  if (text !== "yes" && text !== "no") throw new InvalidArgumentError('It must be "yes" or "no".');
  return text === "yes";
}

function delimiter(text: string): string {
  const character = text === "\\t" || text === "tab" ? "\t" : text;
  if (![",", ";", "\t", "|"].includes(character)) {
    throw new InvalidArgumentError('It must be ",", ";", "|" or "tab".');
  }
  return character;
}

/**
 * `name=value` pairs as params: values that read as JSON (numbers, true, lists) are taken as that, numbers
 * between commas as their list, others as text.
 */
export function paramPairs(pairs: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(pairs.map((pair) => {
    const [, name = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
    const isNumbers = /^[^,]+(,[^,]+)+$/.test(value) &&
      value.split(",").every((part) => Number.isFinite(Number(part)) && part.trim() !== "");
    try {
      return [name, JSON.parse(isNumbers ? `[${value}]` : value)];
    } catch {
      return [name, value];
    }
  }));
}
