import type { RecordFlaw } from "./scanned_records.ts";

/** A record longer than this is set aside; an unclosed quote is noticed after so many bytes at the latest. */
export const maximumRecordBytes = 4 * 2 ** 20;

const lineFeed = 10;
const carriageReturn = 13;

/** What a byte means to the reader. */
const kind = {
  plain: 0,
  delimiter: 1,
  lineFeed: 2,
  carriageReturn: 3,
  quote: 4,
  high: 5,
  nul: 6,
} as const;

/** Finds the end of one record after the other; what it found stands in its fields until the next one. */
export class RecordReader {
  /** Where the record ends, without its line break. */
  end = 0;
  /** Where the next record starts. */
  next = 0;
  fields = 0;
  /** How many line breaks stand inside its quotes. */
  breaks = 0;
  /** Whether it has bytes ≥ 0x80. */
  hasHigh = false;
  /** Whether it ends in LF or CRLF. */
  endsInLineFeed = false;
  flaw: RecordFlaw | undefined;
  flawedField: number | undefined;
  /** Whether the record is broken, spans lines, and only its first line was taken. */
  resumed = false;
  /** Whether the line goes on behind `next`. */
  isUnfinished = false;

  private readonly kinds = new Uint8Array(256).fill(kind.high, 128);
  /** Where the first line break inside quotes stands, or -1. */
  private firstBreak = -1;

  constructor(private readonly delimiter: number, private readonly quote: number) {
    this.kinds[0] = kind.nul;
    this.kinds[lineFeed] = kind.lineFeed;
    this.kinds[carriageReturn] = kind.carriageReturn;
    this.kinds[delimiter] = kind.delimiter;
    this.kinds[quote] = kind.quote;
  }

  /**
   * Reads the record that starts at `start`; false when its end cannot be seen yet.
   *
   * @param last Whether the file ends with `bytes`.
   */
  read(bytes: Uint8Array, start: number, last: boolean): boolean {
    const { kinds, delimiter } = this;
    const limit = Math.min(bytes.length, start + maximumRecordBytes);
    this.reset();
    let fields = 1;
    let at = start;
    while (at < limit) {
      const found = kinds[bytes[at]!]!;
      if (found === kind.plain) {
        at++;
      } else if (found === kind.delimiter) {
        fields++;
        at++;
      } else if (found === kind.lineFeed || found === kind.carriageReturn) {
        this.fields = fields;
        return this.endAt(bytes, at, last);
      } else if (found === kind.high) {
        this.hasHigh = true;
        at++;
      } else if (found === kind.nul) {
        this.note("nul-byte", fields);
        at++;
      } else {
        this.fields = fields;
        if (at > start && bytes[at - 1] !== delimiter) {
          this.note("misplaced-quote", fields);
          return this.breakOff(bytes, start, at, limit, last);
        }
        at = this.closingQuote(bytes, at + 1, limit);
        if (at < 0) {
          if (limit === bytes.length && !last) return false;
          this.note("unclosed-quote", fields);
          return this.breakOff(bytes, start, limit, limit, last);
        }
        at++;
        if (at === bytes.length) {
          if (!last) return false;
        } else if (!this.endsField(bytes[at]!)) {
          this.note("misplaced-quote", fields);
          return this.breakOff(bytes, start, at, limit, last);
        }
      }
    }
    this.fields = fields;
    if (limit === bytes.length) {
      this.end = this.next = limit;
      return last;
    }
    this.note("too-long", undefined);
    return this.breakOff(bytes, start, limit, limit, last);
  }

  /** Where the line after the one around `at` starts; -1 when that cannot be seen yet. */
  lineAfter(bytes: Uint8Array, at: number, last: boolean): number {
    for (let index = at; index < bytes.length; index++) {
      if (bytes[index] === lineFeed) return index + 1;
      if (bytes[index] === carriageReturn) {
        if (index + 1 === bytes.length && !last) return -1;
        return bytes[index + 1] === lineFeed ? index + 2 : index + 1;
      }
    }
    return -1;
  }

  /** How much of a line without an end can be let go: a CR at the very end may be half of a line break. */
  lineAfterUnseen(bytes: Uint8Array, last: boolean): number {
    return !last && bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length;
  }

  /** In which field of the record from `start` on the byte at `position` stands, from 1. */
  fieldAt(bytes: Uint8Array, start: number, position: number): number {
    let field = 1;
    let inQuotes = false;
    for (let at = start; at < position; at++) {
      if (bytes[at] === this.quote) inQuotes = !inQuotes;
      else if (bytes[at] === this.delimiter && !inQuotes) field++;
    }
    return field;
  }

  private reset(): void {
    this.breaks = 0;
    this.hasHigh = false;
    this.endsInLineFeed = false;
    this.flaw = undefined;
    this.flawedField = undefined;
    this.resumed = false;
    this.isUnfinished = false;
    this.firstBreak = -1;
  }

  /** Quotes come before NUL bytes, as they decide where the record ends. */
  private note(flaw: RecordFlaw, field: number | undefined): void {
    if (this.flaw !== undefined && flaw === "nul-byte") return;
    this.flaw = flaw;
    this.flawedField = field;
  }

  /** Where the quote stands that closes the one before `from`; -1 when there is none before `limit`. */
  private closingQuote(bytes: Uint8Array, from: number, limit: number): number {
    const { kinds, quote } = this;
    for (let at = from; at < limit; at++) {
      const found = kinds[bytes[at]!]!;
      if (found <= kind.delimiter) continue;
      if (found === kind.quote) {
        if (bytes[at + 1] !== quote) return at;
        at++;
      } else if (found === kind.high) {
        this.hasHigh = true;
      } else if (found === kind.nul) {
        this.note("nul-byte", this.fields);
      } else if (found === kind.lineFeed || bytes[at + 1] !== lineFeed) {
        this.breaks++;
        if (this.firstBreak < 0) this.firstBreak = at;
      }
    }
    return -1;
  }

  private endsField(byte: number): boolean {
    const found = this.kinds[byte]!;
    return found === kind.delimiter || found === kind.lineFeed || found === kind.carriageReturn;
  }

  /** Ends the record at the line break at `at`. */
  private endAt(bytes: Uint8Array, at: number, last: boolean): boolean {
    this.end = at;
    this.next = at + 1;
    this.endsInLineFeed = bytes[at] === lineFeed;
    if (this.endsInLineFeed) return true;
    if (this.next === bytes.length) return last;
    if (bytes[this.next] === lineFeed) {
      this.next++;
      this.endsInLineFeed = true;
    }
    return true;
  }

  /** Ends a broken record: with its first line when it spans several, else with the line around `at`. */
  private breakOff(
    bytes: Uint8Array,
    start: number,
    at: number,
    limit: number,
    last: boolean,
  ): boolean {
    if (this.firstBreak >= 0) {
      const { firstBreak } = this;
      this.breaks = 0;
      this.resumed = true;
      this.endAt(bytes, firstBreak, last);
      if (this.end > start && bytes[this.end - 1] === carriageReturn) this.end--;
      return true;
    }
    for (let index = at; index < limit; index++) {
      if (bytes[index] === lineFeed || bytes[index] === carriageReturn) {
        return this.endAt(bytes, index, last);
      }
    }
    this.end = this.next = limit;
    if (limit === bytes.length) return last;
    this.note("too-long", undefined);
    this.isUnfinished = true;
    return true;
  }
}
