import * as z from "zod/mini";

/** A column in compact form; a hole is NaN in numbers and times, 2 in booleans, −1 in the lengths of texts. */
export type BytesColumn =
  | { readonly name: string; readonly type: "number" | "time"; readonly values: Float64Array }
  | { readonly name: string; readonly type: "boolean"; readonly values: Uint8Array }
  | {
    readonly name: string;
    readonly type: "text";
    /** For each row how many bytes of `text` it takes. */
    readonly lengths: Int32Array;
    /** UTF-8. */
    readonly text: Uint8Array;
  };

/** A table that travels between processes as bytes; times are milliseconds since 1970 (UTC). */
export interface BytesTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly BytesColumn[];
}

/** The mark of a missing boolean. */
export const missingBoolean = 2;

const count = z.int().check(z.nonnegative());

const headerSchema = z.array(z.strictObject({
  name: z.string(),
  rows: count,
  columns: z.array(z.strictObject({
    name: z.string(),
    type: z.enum(["number", "time", "boolean", "text"]),
    /** Of a text column: the bytes of all its texts. */
    textBytes: z.exactOptional(count),
  })),
}));

/** Every array begins at a multiple of this, as typed arrays want it. */
const alignment = 8;

/** Tables as bytes: the length of a header, the header as JSON, and the columns one after the other. */
export function encodeTables(tables: readonly BytesTable[]): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(JSON.stringify(tables.map(describe)));
  const arrays = tables.flatMap(({ columns }) => columns.flatMap(arraysOf));
  const total = arrays.reduce((end, { byteLength }) => end + padded(byteLength), 0);
  const start = padded(4 + header.length);
  const bytes = new Uint8Array(start + total);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 4);
  let offset = start;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset);
    offset += padded(byteLength);
  }
  return bytes;
}

/**
 * The tables in bytes, as views of them.
 *
 * @throws {Error} They are no tables: cut off, too long, or lengths that do not fit.
 */
export function decodeTables(bytes: Uint8Array<ArrayBuffer>): BytesTable[] {
  const headerBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(bytes.subarray(4, 4 + headerBytes));
  const reader = new ArrayReader(bytes, padded(4 + headerBytes));
  const tables = headerSchema.parse(JSON.parse(text)).map(({ name, rows, columns }) => ({
    name,
    rows,
    columns: columns.map(({ name, type, textBytes = 0 }): BytesColumn => {
      switch (type) {
        case "number":
        case "time":
          return { name, type, values: reader.take(Float64Array, rows) };
        case "boolean":
          return { name, type, values: reader.take(Uint8Array, rows) };
        case "text": {
          const lengths = reader.take(Int32Array, rows);
          const total = lengths.reduce((sum, length) => sum + Math.max(0, length), 0);
          if (total !== textBytes) throw new RangeError("The lengths of texts do not add up.");
          return { name, type, lengths, text: reader.take(Uint8Array, textBytes) };
        }
      }
    }),
  }));
  if (reader.rest !== 0) throw new RangeError("The tables are followed by other bytes.");
  return tables;
}

/** A column of texts, null = missing. */
export function textColumn(name: string, cells: readonly (string | null)[]): BytesColumn {
  const encoder = new TextEncoder();
  const lengths = new Int32Array(cells.length);
  let text = new Uint8Array(Math.max(64, cells.length * 8));
  let end = 0;
  for (const [row, cell] of cells.entries()) {
    if (cell === null) {
      lengths[row] = -1;
      continue;
    }
    // A UTF-16 unit takes three bytes at most.
    if (end + cell.length * 3 > text.length) {
      const larger = new Uint8Array(Math.max(text.length * 2, end + cell.length * 3));
      larger.set(text.subarray(0, end));
      text = larger;
    }
    const { written } = encoder.encodeInto(cell, text.subarray(end));
    lengths[row] = written;
    end += written;
  }
  return { name, type: "text", lengths, text: text.subarray(0, end) };
}

/** The texts of a column, null = missing. */
export function textsOf(
  { lengths, text }: { readonly lengths: Int32Array; readonly text: Uint8Array },
): (string | null)[] {
  const decoder = new TextDecoder();
  let start = 0;
  return Array.from(lengths, (length) => {
    if (length < 0) return null;
    const cell = decoder.decode(text.subarray(start, start + length));
    start += length;
    return cell;
  });
}

function describe({ name, rows, columns }: BytesTable): z.infer<typeof headerSchema>[number] {
  return {
    name,
    rows,
    columns: columns.map((column) => ({
      name: column.name,
      type: column.type,
      ...(column.type === "text" ? { textBytes: column.text.length } : {}),
    })),
  };
}

function arraysOf(column: BytesColumn): (Float64Array | Uint8Array | Int32Array)[] {
  return column.type === "text" ? [column.lengths, column.text] : [column.values];
}

function padded(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}

class ArrayReader {
  constructor(private readonly bytes: Uint8Array<ArrayBuffer>, private offset: number) {
    if (bytes.byteOffset % alignment !== 0) throw new RangeError("The bytes are not aligned.");
  }

  get rest(): number {
    return this.bytes.length - this.offset;
  }

  take<Values>(
    type: {
      new (buffer: ArrayBuffer, offset: number, length: number): Values;
      readonly BYTES_PER_ELEMENT: number;
    },
    length: number,
  ): Values {
    const bytes = length * type.BYTES_PER_ELEMENT;
    if (bytes > this.rest) throw new RangeError("The tables are cut off.");
    const values = new type(this.bytes.buffer, this.bytes.byteOffset + this.offset, length);
    this.offset += padded(bytes);
    return values;
  }
}
