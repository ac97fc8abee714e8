import { isTime, missingNumbers, missingTexts, parseBoolean, parseNumber } from "./cell.ts";
import type { ColumnType } from "./column_type.ts";
import { type Guess, guessed } from "./guess.ts";

/** The share of the cells present that must be numbers, booleans or times for the column to count as such. */
const enough = 0.9;

/** The words that stand for a missing cell, by the kind of column. */
export interface MissingWords {
  /** In number and boolean columns; holds the empty cell always. */
  readonly numbers: ReadonlySet<string>;
  /** In text and time columns. */
  readonly texts: ReadonlySet<string>;
  /** Those words that are numbers, such as -999: in number columns they match by value. */
  readonly values: ReadonlySet<number>;
}

/** The words for missing cells: a list given by the caller holds for every column. */
export function missingWords(listed: readonly string[] | undefined): MissingWords {
  const numbers = ["", ...listed ?? missingNumbers];
  const hasNaN = numbers.some((word) => word.toLowerCase() === "nan");
  return {
    numbers: new Set(hasNaN ? [...numbers, ...nanSpellings()] : numbers),
    texts: new Set(listed ?? missingTexts),
    values: new Set(numbers.map((word) => parseNumber(word, ".")).filter(Number.isFinite)),
  };
}

/** All that Polars reads as a number that is not a number: any case, with or without a sign. */
function nanSpellings(): string[] {
  return ["", "+", "-"].flatMap((sign) =>
    ["n", "N"].flatMap((first) =>
      ["a", "A"].flatMap((second) => ["n", "N"].map((third) => sign + first + second + third))
    )
  );
}

/** Collects the cells of a column one by one and says what they are. */
export class ColumnGuess {
  private present = 0;
  private numbers = 0;
  private booleans = 0;
  private times = 0;

  constructor(
    private readonly missing: MissingWords,
    private readonly decimal: "." | ",",
  ) {}

  /** Looks at one more cell. */
  add(cell: string): void {
    const bare = cell.trim();
    if (bare === "") return;
    const value = parseNumber(bare, this.decimal);
    // Looking a number up is quicker than looking its text up, and words that are numbers match by value.
    const isMissing = this.decimal === "." && Number.isFinite(value)
      ? this.missing.values.has(value)
      : this.missing.numbers.has(bare);
    if (isMissing) return;
    this.present++;
    if (!Number.isNaN(value)) this.numbers++;
    else if (parseBoolean(bare) !== undefined) this.booleans++;
    else if (isTime(bare)) this.times++;
  }

  /** The type that at least 90 % of the cells present have, else text; number where no cell is present. */
  type(): ColumnType {
    const needed = enough * this.present;
    if (this.numbers >= needed) return "number";
    if (this.booleans >= needed) return "boolean";
    return this.times >= needed ? "time" : "text";
  }

  /** The same with its reason. */
  guess(): Guess<ColumnType> {
    const type = this.type();
    const cells = this.present.toLocaleString("en");
    if (this.present === 0) {
      return guessed(type, "no cell looked at is filled", "所查看的单元格均为空");
    }
    if (type === "text") {
      const share = shareText(Math.max(this.numbers, this.booleans, this.times), this.present);
      const kind = this.numbers >= Math.max(this.booleans, this.times) ? "number" : this.kind();
      if (share === "0 %") return guessed(type, "the cells hold words", "单元格内容为文字");
      return guessed(
        type,
        `only ${share} of ${cells} cells are ${plurals[kind].en}`,
        `${cells} 个单元格中仅 ${share.replace(" ", "")} 为${plurals[kind].zh}`,
      );
    }
    const { en, zh } = plurals[type];
    const count = { number: this.numbers, boolean: this.booleans, time: this.times }[type];
    if (count === this.present) {
      return guessed(
        type,
        `all ${cells} cells looked at are ${en}`,
        `${cells} 个单元格全部为${zh}`,
      );
    }
    const share = shareText(count, this.present);
    return guessed(
      type,
      `${share} of ${cells} cells looked at are ${en}`,
      `${cells} 个单元格中 ${share.replace(" ", "")} 为${zh}`,
    );
  }

  private kind(): "boolean" | "time" {
    return this.booleans >= this.times ? "boolean" : "time";
  }
}

const plurals = {
  number: { en: "numbers", zh: "数值" },
  boolean: { en: "true or false", zh: "布尔值" },
  time: { en: "times", zh: "时间" },
} as const;

/** A share in per cent; one that is not whole is neither 0 nor 100. */
function shareText(count: number, of: number): string {
  const percent = Math.round(100 * count / of);
  if (count === 0) return "0 %";
  return `${Math.min(count === of ? 100 : 99, Math.max(1, percent))} %`;
}
