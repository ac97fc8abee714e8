import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  type BytesColumn,
  type BytesTable,
  decodeTables,
  encodeTables,
  textColumn,
  textsOf,
} from "@/pipeline/code/table_bytes.ts";
import { smallTable } from "./run_source.ts";

function columnOf(rows: number): fc.Arbitrary<BytesColumn> {
  const name = fc.string({ unit: "grapheme", maxLength: 8 });
  const cells = <Cell>(cell: fc.Arbitrary<Cell>) =>
    fc.array(cell, { minLength: rows, maxLength: rows });
  const text = fc.string({ unit: "grapheme", maxLength: 40 });
  return fc.oneof(
    fc.tuple(name, fc.constantFrom("number" as const, "time" as const), cells(fc.double()))
      .map(([name, type, values]) => ({ name, type, values: Float64Array.from(values) })),
    fc.tuple(name, cells(fc.nat(2)))
      .map(([name, values]) => ({
        name,
        type: "boolean" as const,
        values: Uint8Array.from(values),
      })),
    fc.tuple(name, cells(fc.option(text))).map(([name, values]) => textColumn(name, values)),
  );
}

const tables: fc.Arbitrary<BytesTable[]> = fc.array(
  fc.nat(20).chain((rows) =>
    fc.record({
      name: fc.string(),
      rows: fc.constant(rows),
      columns: fc.array(columnOf(rows), { maxLength: 6 }),
    }, { noNullPrototype: true })
  ),
  { maxLength: 3 },
);

describe("tables as bytes", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(tables, (given) => assert.deepEqual(decodeTables(encodeTables(given)), given)),
    );
  });

  it("are refused where they are cut off or go on, but never read beyond their end", () => {
    const bytes = encodeTables([smallTable]);
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => decodeTables(bytes.slice(0, length)));
    }
    assert.throws(() => decodeTables(new Uint8Array([...bytes, 0])));
  });

  it("are refused where the lengths of texts do not add up", () => {
    const forged = { ...textColumn("a", ["x", "yz"]), lengths: Int32Array.of(1, 1000) };
    assert.throws(() => decodeTables(encodeTables([{ name: "t", rows: 2, columns: [forged] }])));
  });
});

describe("textColumn", () => {
  it("holds every text and every hole", () => {
    const texts = fc.array(fc.option(fc.string({ unit: "grapheme" })));
    fc.assert(fc.property(texts, (cells) => {
      const column = textColumn("a", cells);
      assert(column.type === "text");
      assert.deepEqual(textsOf(column), cells);
    }));
  });
});
