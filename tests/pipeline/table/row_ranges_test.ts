import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { inRanges, parseRowRanges, printRowRanges } from "@/pipeline/table/row_ranges.ts";

describe("row ranges", () => {
  it("are read back as they were printed, whatever the rows", () => {
    const rows = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 120 });
    fc.assert(fc.property(rows, (numbers) => {
      const text = printRowRanges(numbers);
      const ranges = parseRowRanges(text);
      assert.ok(!("part" in ranges));
      const read = ranges.flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index)
      );
      assert.deepEqual(read, numbers.toSorted((a, b) => a - b));
      assert.equal(printRowRanges(read), text);
    }));
  });

  it("may be parted and spaced as people do it", () => {
    const ranges = [{ from: 1, to: 20 }, { from: 35, to: 35 }, { from: 7, to: 9 }];
    for (const text of ["1-20,35,7-9", " 1 - 20; 35 7–9\n", "1-20，35、7-9", "1-20\n35\n7 -9,"]) {
      assert.deepEqual(parseRowRanges(text), ranges, text);
    }
    assert.deepEqual(parseRowRanges("  "), []);
  });

  it("name the part that is none", () => {
    for (const part of ["0", "5-3", "x", "1-2-3", "1.5", "-4", "0-5", "<script>", "12345678901"]) {
      assert.deepEqual(parseRowRanges(`1-2,${part}`), { part }, part);
    }
  });

  it("tell which numbers lie in them, however they overlap", () => {
    const range = fc.record({ from: fc.integer({ min: 1, max: 40 }), more: fc.nat({ max: 12 }) })
      .map(({ from, more }) => ({ from, to: from + more }));
    fc.assert(fc.property(fc.array(range, { maxLength: 8 }), (ranges) => {
      const isIn = inRanges(ranges);
      for (let number = 0; number <= 60; number++) {
        const expected = ranges.some(({ from, to }) => from <= number && number <= to);
        assert.equal(isIn(number), expected, String(number));
      }
      assert.equal(isIn(NaN), false);
    }));
  });

  it("are as short as they can be", () => {
    assert.equal(printRowRanges([5, 1, 2, 3, 2, 9, 10]), "1-3,5,9-10");
    assert.equal(printRowRanges([]), "");
  });
});
