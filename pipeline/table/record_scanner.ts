import { RecordReader } from "./record_reader.ts";
import { rawText, type RecordFlaw, type ScannedRecords } from "./scanned_records.ts";
import { findInvalidUtf8, findReplacement } from "./utf8.ts";

/** What a good record looks like. */
export interface RecordShape {
  /** ASCII codes. */
  readonly delimiter: number;
  readonly quote: number;
  /** How many fields a record has. */
  readonly fields: number;
  /** Whether the first record names the columns. */
  readonly header: boolean;
  /** Whether the bytes come out of a decoder: then U+FFFD stands for what it could not decode. */
  readonly decoded: boolean;
}

/**
 * Parts CSV in UTF-8 into records (RFC 4180: fields in quotes, doubled quotes, line breaks in quotes; lines end
 * in LF, CRLF or CR, the last one need not). Good records are copied as they are, whole runs at a time, and
 * nothing is allocated per field; flawed ones are set aside with their place. In a table of one column a blank
 * line is an empty cell, otherwise blank lines are skipped.
 *
 * A quote that is never closed does not take the rest of the file with it: only its first line is set aside
 * and reading goes on at the next. No line is read more than about twice for this, as the quotes of a line
 * that opens one end the attempt of an earlier line.
 */
export class RecordScanner {
  private readonly reader: RecordReader;
  private line = 1;
  private row: number;
  /** Inside a line that is too long: what is left of it is skipped. */
  private skipping = false;

  constructor(private readonly shape: RecordShape) {
    this.reader = new RecordReader(shape.delimiter, shape.quote);
    this.row = shape.header ? 0 : 1;
  }

  /**
   * Reads the complete records of `bytes` from `from` on until `records` is full, and returns where the first
   * one starts that it did not read. Hand that part in again, with what follows it.
   *
   * @param last Whether the file ends with `bytes`: then the last record needs no line break.
   */
  scan(bytes: Uint8Array, from: number, last: boolean, records: ScannedRecords): number {
    const { reader } = this;
    let at = from;
    let runStart = from;
    while (at < bytes.length && !records.isFull(at - runStart)) {
      if (this.skipping) {
        const next = reader.lineAfter(bytes, at, last);
        if (next < 0) return reader.lineAfterUnseen(bytes, last);
        this.skipping = false;
        this.line++;
        runStart = at = next;
        continue;
      }
      if (!reader.read(bytes, at, last)) break;
      const { end, next } = reader;
      if (end === at && this.shape.fields > 1) {
        records.append(bytes, runStart, at);
        runStart = next;
        this.line++;
      } else if (this.row === 0 || this.flawOf(bytes, at) !== undefined) {
        records.append(bytes, runStart, at);
        runStart = next;
        this.setAside(bytes, at, records);
      } else {
        records.add(this.row++, this.line);
        this.line += reader.breaks + 1;
        if (reader.endsInLineFeed) {
          at = next;
          continue;
        }
        records.append(bytes, runStart, end, false);
        runStart = next;
      }
      at = next;
    }
    records.append(bytes, runStart, at);
    return at;
  }

  private flawOf(bytes: Uint8Array, start: number): RecordFlaw | undefined {
    const { reader, shape } = this;
    if (reader.flaw !== undefined) return reader.flaw;
    if (reader.hasHigh && this.undecodableAt(bytes, start) >= 0) return "undecodable";
    if (reader.fields === shape.fields) return undefined;
    return reader.fields < shape.fields ? "too-few-fields" : "too-many-fields";
  }

  private undecodableAt(bytes: Uint8Array, start: number): number {
    const find = this.shape.decoded ? findReplacement : findInvalidUtf8;
    return find(bytes, start, this.reader.end);
  }

  /** Keeps the record the reader stands on as the header or as a flawed record, and counts its lines. */
  private setAside(bytes: Uint8Array, start: number, records: ScannedRecords): void {
    const { reader, row, line } = this;
    const flaw = this.flawOf(bytes, start);
    const { end, fields } = reader;
    const resumed = reader.resumed ? line + 1 : undefined;
    const raw = rawText(bytes, start, end);
    this.skipping = reader.isUnfinished;
    this.line += reader.isUnfinished ? 0 : reader.breaks + 1;
    this.row++;
    if (flaw === undefined) {
      records.header = new TextDecoder().decode(bytes.subarray(start, end));
      return;
    }
    const field = flaw === "undecodable"
      ? reader.fieldAt(bytes, start, this.undecodableAt(bytes, start))
      : reader.flawedField;
    records.setAside({ row, line, flaw, field, fields, resumed, raw });
  }
}
