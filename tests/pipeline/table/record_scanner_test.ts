import { describe, it } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { readFields } from "@/pipeline/table/record_fields.ts";
import { RecordScanner } from "@/pipeline/table/record_scanner.ts";
import { scanBlocks } from "@/pipeline/table/scan_blocks.ts";
import type { FlawedRecord } from "@/pipeline/table/scanned_records.ts";
import { writeCsv } from "./csv_writer.ts";

interface Scanned {
  /** The fields of every good record. */
  readonly records: string[][];
  readonly rows: number[];
  readonly lines: number[];
  readonly flawed: FlawedRecord[];
}

const signs = { delimiter: 44, quote: 34 };

/** Scans `text` in blocks of the given sizes, the last one again and again. */
async function scan(
  text: string | Uint8Array,
  fields: number,
  { blocks = [2 ** 20], rows = 1000 }: { blocks?: readonly number[]; rows?: number } = {},
): Promise<Scanned> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const scanner = new RecordScanner({ ...signs, fields, header: false, decoded: false });
  const scanned: Scanned = { records: [], rows: [], lines: [], flawed: [] };
  for await (
    const { records } of scanBlocks(inBlocks(bytes, blocks), scanner, { rows, bytes: 2 ** 20 })
  ) {
    const clean = new TextDecoder().decode(records.bytes.subarray(0, records.length));
    let at = 0;
    for (let index = 0; index < records.count; index++) {
      const record: string[] = [];
      at = readFields(clean, at, signs, record);
      scanned.records.push(record);
    }
    assert.equal(at, clean.length, "the clean text holds its good records and nothing else");
    scanned.rows.push(...records.rows.subarray(0, records.count));
    scanned.lines.push(...records.lines.subarray(0, records.count));
    scanned.flawed.push(...records.flawed);
  }
  return scanned;
}

function* inBlocks(
  bytes: Uint8Array,
  sizes: readonly number[],
): Generator<{ bytes: Uint8Array; bytesRead: number }> {
  for (let at = 0, index = 0; at < bytes.length; index++) {
    const end = Math.min(bytes.length, at + (sizes[Math.min(index, sizes.length - 1)] ?? 1));
    yield { bytes: bytes.slice(at, end), bytesRead: end };
    at = end;
  }
}

function summary({ flawed }: Scanned): unknown[] {
  return flawed.map(({ row, line, flaw, field, resumed }) => ({ row, line, flaw, field, resumed }));
}

const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom("a", "1", " ", ",", '"', "\n", "\r", "é", "字", "😎", "|"),
    maxLength: 6,
  }),
  fc.double().map(String),
);
const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 })
);

describe("RecordScanner", () => {
  it("reads back any table that was written by RFC 4180, with the line of every record", async () => {
    const newlines = fc.constantFrom("\n", "\r\n", "\r");
    await fc.assert(
      fc.asyncProperty(table, newlines, fc.boolean(), async (records, newline, last) => {
        const scanned = await scan(writeCsv(records, { newline, last }), records[0]!.length);
        assert.deepEqual(scanned.records, records);
        assert.deepEqual(scanned.flawed, []);
        assert.deepEqual(scanned.rows, records.map((_, index) => index + 1));
        const breaks = records.map((record) =>
          record.reduce((sum, field) => sum + field.split(/\r\n|\r|\n/).length - 1, 0)
        );
        let line = 1;
        assert.deepEqual(scanned.lines, breaks.map((count) => (line += count + 1) - count - 1));
      }),
    );
  });

  it("gives the same whatever the sizes of the blocks and batches, on good and bad input", async () => {
    const soup = fc.string({
      unit: fc.constantFrom("a", ",", '"', "\n", "\r", "é", "\0"),
      maxLength: 60,
    });
    const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(soup, fc.integer({ min: 1, max: 3 }), sizes, async (text, width, blocks) => {
        const whole = await scan(text, width);
        assert.deepEqual(await scan(text, width, { blocks }), whole);
        assert.deepEqual(await scan(text, width, { blocks, rows: 1 }), whole);
      }),
      { numRuns: 500 },
    );
  });

  it("loses no record: rows count on through good and flawed ones", async () => {
    const soup = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r\n"), maxLength: 80 });
    await fc.assert(fc.asyncProperty(soup, fc.integer({ min: 1, max: 3 }), async (text, width) => {
      const { rows, flawed } = await scan(text, width);
      const all = [...rows, ...flawed.map(({ row }) => row)].sort((a, b) => a - b);
      assert.deepEqual(all, all.map((_, index) => index + 1));
    }));
  });

  it("finds invalid UTF-8 anywhere, as a strict decoder does", async () => {
    const bytes = fc.uint8Array({ min: 0x40, max: 0xff, minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(bytes, async (noise) => {
        const { flawed } = await scan(new Uint8Array([97, 44, ...noise, 10]), 2);
        const strict = new TextDecoder("utf-8", { fatal: true });
        let valid = true;
        try {
          strict.decode(noise);
        } catch {
          valid = false;
        }
        assert.deepEqual(
          flawed.map(({ flaw, field }) => [flaw, field]),
          valid ? [] : [["undecodable", 2]],
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("takes a blank line as an empty cell in one column and as nothing in several", async () => {
    assert.deepEqual((await scan("a\n\nb\n\n", 1)).records, [["a"], [""], ["b"], [""]]);
    const two = await scan("\na,1\n\n\r\nb,2\n\n", 2);
    assert.deepEqual(two.records, [["a", "1"], ["b", "2"]]);
    assert.deepEqual(two.lines, [2, 5]);
    assert.deepEqual(two.rows, [1, 2]);
  });

  it("sets a ragged record aside with its line and its number of fields", async () => {
    const scanned = await scan('1,2\n"x\ny",4\n5\n6,7,8\n9,10\n', 2);
    assert.deepEqual(scanned.records, [["1", "2"], ["x\ny", "4"], ["9", "10"]]);
    assert.deepEqual(scanned.lines, [1, 2, 6]);
    assert.deepEqual(summary(scanned), [
      { row: 3, line: 4, flaw: "too-few-fields", field: undefined, resumed: undefined },
      { row: 4, line: 5, flaw: "too-many-fields", field: undefined, resumed: undefined },
    ]);
    assert.deepEqual(scanned.flawed.map(({ fields, raw }) => [fields, raw]), [[1, "5"], [
      3,
      "6,7,8",
    ]]);
  });

  it("gives up only the first line of a quote that is never closed", async () => {
    const scanned = await scan('1,2\n3,"oops\n5,6\n7,"eight"\n9,10\n', 2);
    assert.deepEqual(scanned.records, [["1", "2"], ["5", "6"], ["7", "eight"], ["9", "10"]]);
    assert.deepEqual(scanned.lines, [1, 3, 4, 5]);
    assert.deepEqual(summary(scanned), [
      { row: 2, line: 2, flaw: "misplaced-quote", field: 2, resumed: 3 },
    ]);
    assert.equal(scanned.flawed[0]?.raw, '3,"oops');
  });

  it("gives up only the first line when no other quote follows in the file", async () => {
    const scanned = await scan('1,2\r\n3,"oops\r\n5,6\r\n7,8', 2);
    assert.deepEqual(scanned.records, [["1", "2"], ["5", "6"], ["7", "8"]]);
    assert.deepEqual(summary(scanned), [
      { row: 2, line: 2, flaw: "unclosed-quote", field: 2, resumed: 3 },
    ]);
    assert.equal(scanned.flawed[0]?.raw, '3,"oops');
  });

  it("recovers from an unclosed quote before more lines than a record may be long", async () => {
    const rows = 300_000;
    const scanned = await scan('1,"oops\n' + "12345678,123456789\n".repeat(rows), 2, {
      rows: 10_000,
    });
    assert.equal(scanned.records.length, rows);
    assert.deepEqual(summary(scanned), [
      { row: 1, line: 1, flaw: "unclosed-quote", field: 2, resumed: 2 },
    ]);
  });

  it("sets a line of 10 MB aside and reads on behind it", async () => {
    for (const long of ["x".repeat(10_000_000), `"${"x".repeat(10_000_000)}"`]) {
      const scanned = await scan(`1,2\n3,${long}\n5,6\n`, 2);
      assert.deepEqual(scanned.records, [["1", "2"], ["5", "6"]]);
      assert.deepEqual(scanned.lines, [1, 3]);
      assert.deepEqual(scanned.rows, [1, 3]);
      assert.equal(scanned.flawed[0]?.flaw, "too-long");
      assert.equal(scanned.flawed[0]?.raw.length, 2000);
    }
  });

  it("keeps the line break after a long line whole when blocks part it", async () => {
    for (const newline of ["\r\n", "\r"]) {
      const text = `1,2${newline}3,${"x".repeat(5_000_000)}${newline}5,6${newline}7,8${newline}`;
      const cut = text.lastIndexOf("x") + 2;
      const scanned = await scan(text, 2, { blocks: [cut, 100] });
      assert.deepEqual(scanned.records, [["1", "2"], ["5", "6"], ["7", "8"]]);
      assert.deepEqual(scanned.lines, [1, 3, 4]);
    }
  });

  it("names the field of a NUL byte and of a misplaced quote", async () => {
    const scanned = await scan('a,b,\0\na,b"c,d\n"a"b,c,d\na,b,c\n', 3);
    assert.deepEqual(summary(scanned), [
      { row: 1, line: 1, flaw: "nul-byte", field: 3, resumed: undefined },
      { row: 2, line: 2, flaw: "misplaced-quote", field: 2, resumed: undefined },
      { row: 3, line: 3, flaw: "misplaced-quote", field: 1, resumed: undefined },
    ]);
    assert.deepEqual(scanned.records, [["a", "b", "c"]]);
  });
});
