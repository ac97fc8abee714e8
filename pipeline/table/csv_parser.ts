import { Buffer } from "node:buffer";
import pl from "nodejs-polars";
import { named, plainNames } from "./plain_names.ts";
import { readFields } from "./record_fields.ts";
import { refineFrame } from "./refine_frame.ts";
import { type CellRules, type ParsedRows, RowParser } from "./row_parser.ts";
import type { ScannedRecords } from "./scanned_records.ts";

/** All that is needed to turn the records of a CSV file into frames. */
export interface CsvLayout extends CellRules {
  readonly delimiter: string;
  readonly quote: string;
}

/**
 * Turns scanned records into frames. Polars reads the batch first; only where it refuses a cell, or one is
 * infinite, is the batch read again cell by cell, to find the cells that do not fit.
 */
export class CsvParser {
  private readonly hasTexts: boolean;
  private readonly schema: Record<string, pl.DataType>;

  constructor(private readonly layout: CsvLayout) {
    const { columns } = layout;
    this.hasTexts = columns.some(({ type }) => type === "text" || type === "time");
    this.schema = Object.fromEntries(
      plainNames(columns.length).map((name, index) => [
        name,
        columns[index]?.type === "number" ? pl.Float64 : pl.Utf8,
      ]),
    );
  }

  /** The readable records as a frame. */
  parse(records: ScannedRecords): ParsedRows {
    const frame = this.readAtOnce(records);
    return frame === undefined ? this.readByCell(records) : {
      frame: named(frame, this.layout.columns),
      positions: records.rows.slice(0, records.count),
      lines: records.lines.slice(0, records.count),
      badRows: [],
      badCells: [],
    };
  }

  /** The frame with plain names, or undefined where a cell does not fit its column. */
  private readAtOnce(records: ScannedRecords): pl.DataFrame | undefined {
    const { delimiter, quote, decimal, missing, seenWords } = this.layout;
    if (records.count === 0 || decimal === ",") return undefined;
    const words = [...seenWords].filter((word) => !this.hasTexts || missing.texts.has(word));
    let frame: pl.DataFrame;
    try {
      frame = pl.readCSV(Buffer.from(records.bytes.buffer, 0, records.length), {
        hasHeader: false,
        schema: this.schema,
        sep: delimiter,
        quoteChar: quote,
        truncateRaggedLines: false,
        ...(words.length > 0 ? { nullValues: words } : {}),
      });
    } catch {
      // Polars names only the first cell that does not fit; reading by cell finds all.
      return undefined;
    }
    // Whatever Polars makes of a line break inside quotes, no row may get lost.
    return frame.height === records.count ? refineFrame(frame, this.layout) : undefined;
  }

  private readByCell(records: ScannedRecords): ParsedRows {
    const { delimiter, quote } = this.layout;
    const signs = { delimiter: delimiter.charCodeAt(0), quote: quote.charCodeAt(0) };
    const parser = new RowParser(this.layout, records.count);
    const text = new TextDecoder().decode(records.bytes.subarray(0, records.length));
    const fields: string[] = [];
    for (let index = 0, at = 0; index < records.count; index++) {
      const start = at;
      at = readFields(text, start, signs, fields);
      const raw = (): string => text.slice(start, at).replace(/\r?\n$/, "");
      parser.add(records.rows[index]!, records.lines[index]!, fields, raw);
    }
    return parser.finish();
  }
}
