import type { ColumnValues } from "./column_values.ts";
import type { PageCell } from "./table_page.ts";
import { textOrderKey } from "./text_order.ts";

/** The code of a hole. */
export const noWord = 0xffffffff;

/** Texts, each different one kept once. */
export class WordValues implements ColumnValues {
  private ranks: Uint32Array | undefined;
  private wordBytes: number | undefined;

  /** @param codes For each row the place of its word in `words`, or {@linkcode noWord}. */
  constructor(readonly codes: Uint32Array, readonly words: readonly string[]) {}

  /** Codes texts. */
  static of(texts: readonly (string | null)[]): WordValues {
    const places = new Map<string, number>();
    const codes = Uint32Array.from(texts, (text) => {
      if (text === null) return noWord;
      const known = places.get(text) ?? places.size;
      places.set(text, known);
      return known;
    });
    return new WordValues(codes, [...places.keys()]);
  }

  get length(): number {
    return this.codes.length;
  }

  get bytes(): number {
    // An object, a pointer and two bytes a letter at most; ranks come with sorting.
    this.wordBytes ??= this.words.reduce((sum, { length }) => sum + 32 + 2 * length, 0);
    return this.codes.byteLength + this.wordBytes + 4 * this.words.length;
  }

  cell(row: number): PageCell {
    return this.words[this.codes[row] ?? noWord] ?? null;
  }

  isMissing(row: number): boolean {
    return this.codes[row] === noWord;
  }

  gather(rows: Uint32Array): WordValues {
    const texts: (string | null)[] = [];
    for (let index = 0; index < rows.length; index++) {
      texts.push(this.words[this.codes[rows[index]!]!] ?? null);
    }
    return WordValues.of(texts);
  }

  orderKeys(): Uint32Array[] {
    const { ranks } = this;
    if (ranks === undefined) {
      this.ranks = ranksOf(this.words.map(textOrderKey));
      return this.orderKeys();
    }
    return [this.codes.map((code) => ranks[code] ?? 0)];
  }
}

/** The place of each key among the different ones, in order. */
function ranksOf(keys: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(keys.length);
  const order = Uint32Array.from(keys, (_, index) => index);
  order.sort((a, b) => keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0);
  for (let place = 1, rank = 0; place < order.length; place++) {
    if (keys[order[place]!] !== keys[order[place - 1]!]) rank++;
    ranks[order[place]!] = rank;
  }
  return ranks;
}
