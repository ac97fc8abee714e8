import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { histogramOfSorted } from "@/pipeline/table/histogram.ts";

function histogramOf(values: readonly number[]): ReturnType<typeof histogramOfSorted> {
  return histogramOfSorted(Float64Array.from(values).sort());
}

describe("histogramOfSorted", () => {
  it("counts every number once, in at most 40 bins with ascending edges around all of them", () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -30, max: 30 }),
      fc.integer({ min: 0, max: 9 }).map((step) => 1e17 + 16 * step),
      fc.constantFrom(0, -1.7e17, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324),
    );
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 80 }), (values) => {
        const { edges, counts } = histogramOf(values);
        assert.ok(counts.length >= 1 && counts.length <= 40);
        assert.equal(edges.length, counts.length + 1);
        assert.ok(edges.every(Number.isFinite));
        counts.forEach((count, bin) => {
          const [low = NaN, high = NaN] = edges.slice(bin);
          assert.ok(low < high, `bin from ${low} to ${high}`);
          const isLast = bin === counts.length - 1;
          const inside = values.filter((value) =>
            value >= low && (value < high || (isLast && value === high))
          );
          assert.equal(count, inside.length);
        });
        assert.equal(counts.reduce((sum, count) => sum + count), values.length);
      }),
      { numRuns: 1000 },
    );
  });

  it("gives each of a few whole numbers a bin of its own", () => {
    assert.deepEqual(histogramOf([3, 5, 5]), { edges: [2.5, 3.5, 4.5, 5.5], counts: [1, 0, 2] });
    assert.deepEqual(histogramOf([7, 7]), { edges: [6.5, 7.5], counts: [2] });
  });

  it("gives a constant one bin with the constant inside", () => {
    for (const constant of [0, 0.25, -3.7, 1e17, -1.7e17, Number.MAX_VALUE]) {
      const { edges, counts } = histogramOf([constant, constant]);
      assert.deepEqual(counts, [2]);
      assert.ok(edges[0]! <= constant && constant <= edges[1]! && edges[0]! < edges[1]!);
    }
  });

  it("has the bins that numpy's auto rule gives, as long as they are at most 40", () => {
    // len(np.histogram_bin_edges([(i * 37 % 101) ** 2 / 7 for i in range(101)], "auto")) - 1 in numpy 1.24.2
    const values = Array.from({ length: 101 }, (_, i) => (i * 37 % 101) ** 2 / 7);
    assert.equal(histogramOf(values).counts.length, 8);
    const outlier = [...Array.from({ length: 101 }, (_, i) => i / 7), 1e17];
    assert.equal(histogramOf(outlier).counts.length, 40);
  });
});
