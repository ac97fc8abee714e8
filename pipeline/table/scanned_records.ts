import { cut } from "./cell.ts";

/** What makes a record unreadable. */
export type RecordFlaw =
  | "too-few-fields"
  | "too-many-fields"
  | "unclosed-quote"
  | "misplaced-quote"
  | "undecodable"
  | "nul-byte"
  | "too-long";

/** A record that was set aside; rows, lines and fields count from 1. */
export interface FlawedRecord {
  /** Position among the data records; 0 = the header. */
  readonly row: number;
  /** The physical line on which it starts. */
  readonly line: number;
  readonly flaw: RecordFlaw;
  /** The field with the flaw, where it is known. */
  readonly field: number | undefined;
  /** How many fields it has. */
  readonly fields: number;
  /** The line on which reading went on, where only the first line of the record was set aside. */
  readonly resumed: number | undefined;
  /** Its text, cut at {@linkcode rawLength} characters. */
  readonly raw: string;
}

/** About how much memory a flawed record takes beside its text. */
const flawedRecordBytes = 1000;

/** How much of an unreadable record is kept. */
export const rawLength = 2000;

/** The text of `bytes[start, end)` cut at {@linkcode rawLength} characters; what is no UTF-8 shows as U+FFFD. */
export function rawText(bytes: Uint8Array, start: number, end: number): string {
  const part = bytes.subarray(start, Math.min(end, start + 4 * rawLength));
  return cut(new TextDecoder().decode(part), rawLength);
}

/** Readable records as one piece of clean CSV, with the place of each in the file, and the flawed ones apart. */
export class ScannedRecords {
  /** CSV in UTF-8, every record ended by a line break; the first {@linkcode length} bytes count. */
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(2 ** 16);
  length = 0;
  /** How many readable records there are. */
  count = 0;
  /** For each readable record its position among the data records, from 1. */
  readonly rows: Float64Array;
  /** For each readable record the physical line on which it starts. */
  readonly lines: Float64Array;
  flawed: FlawedRecord[] = [];
  private flawedBytes = 0;
  /** The text of the header record, once it has been read. */
  header: string | undefined;

  /**
   * @param maximumRows So many records, flawed ones included, fill it.
   * @param maximumBytes So many bytes fill it, too; the last record may go beyond.
   */
  constructor(readonly maximumRows: number, readonly maximumBytes: number) {
    this.rows = new Float64Array(maximumRows);
    this.lines = new Float64Array(maximumRows);
  }

  /** Whether nothing has been read into it, not even the header. */
  get isEmpty(): boolean {
    return this.count === 0 && this.flawed.length === 0 && this.header === undefined;
  }

  /** Makes room for the next batch. */
  clear(): void {
    this.length = 0;
    this.count = 0;
    this.flawed = [];
    this.flawedBytes = 0;
    this.header = undefined;
  }

  /** Whether no record fits any more when `pending` bytes are still to be appended. */
  isFull(pending: number): boolean {
    return this.count + this.flawed.length >= this.maximumRows ||
      this.length + this.flawedBytes + pending >= this.maximumBytes;
  }

  /** Keeps a flawed record. */
  setAside(record: FlawedRecord): void {
    this.flawed.push(record);
    this.flawedBytes += flawedRecordBytes + record.raw.length;
  }

  /** Notes the place of a readable record; its text follows by {@linkcode append}. */
  add(row: number, line: number): void {
    this.rows[this.count] = row;
    this.lines[this.count] = line;
    this.count++;
  }

  /** Appends `source[start, end)`, and a line feed if `ended` is false. */
  append(source: Uint8Array, start: number, end: number, ended = true): void {
    const needed = this.length + end - start + 1;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * this.bytes.length));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.bytes.set(source.subarray(start, end), this.length);
    this.length += end - start;
    if (!ended) this.bytes[this.length++] = 10;
  }
}
