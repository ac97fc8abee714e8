import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { histogramOf, histogramOfSorted, quarterRanks } from "@/pipeline/table/histogram.ts";
import { valuesAtRanks } from "@/pipeline/table/order_statistics.ts";

function sortedHistogram(values: readonly number[]): ReturnType<typeof histogramOfSorted> {
  return histogramOfSorted(Float64Array.from(values).sort());
}

const anyNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -30, max: 30 }),
  fc.integer({ min: 0, max: 9 }).map((step) => 1e17 + 16 * step),
  fc.constantFrom(0, -1.7e17, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324),
);

describe("histogramOfSorted", () => {
  it("counts every number once, in at most 40 bins with ascending edges around all of them", () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { minLength: 1, maxLength: 80 }), (values) => {
        const { edges, counts } = sortedHistogram(values);
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
    assert.deepEqual(sortedHistogram([3, 5, 5]), {
      edges: [2.5, 3.5, 4.5, 5.5],
      counts: [1, 0, 2],
    });
    assert.deepEqual(sortedHistogram([7, 7]), { edges: [6.5, 7.5], counts: [2] });
  });

  it("gives a constant one bin with the constant inside", () => {
    for (const constant of [0, 0.25, -3.7, 1e17, -1.7e17, Number.MAX_VALUE]) {
      const { edges, counts } = sortedHistogram([constant, constant]);
      assert.deepEqual(counts, [2]);
      assert.ok(edges[0]! <= constant && constant <= edges[1]! && edges[0]! < edges[1]!);
    }
  });

  it("has the bins that numpy's auto rule gives, as long as they are at most 40", () => {
    // len(np.histogram_bin_edges([(i * 37 % 101) ** 2 / 7 for i in range(101)], "auto")) - 1 in numpy 1.24.2
    const values = Array.from({ length: 101 }, (_, i) => (i * 37 % 101) ** 2 / 7);
    assert.equal(sortedHistogram(values).counts.length, 8);
    const outlier = [...Array.from({ length: 101 }, (_, i) => i / 7), 1e17];
    assert.equal(sortedHistogram(outlier).counts.length, 40);
  });
});

describe("histogramOf", () => {
  it("gives numbers in any order the histogram and the ranks that they have sorted", () => {
    // Beyond 2,048 numbers ranks are found without sorting.
    const numbers = fc.tuple(
      fc.array(anyNumber, { minLength: 1, maxLength: 80 }),
      fc.constantFrom(1, 500),
      fc.constantFrom(0, 1e-9, 0.37),
    );
    fc.assert(
      fc.property(numbers, ([base, times, step]) => {
        const values = Float64Array.from(
          { length: base.length * times },
          (_, index) => {
            const moved = base[index % base.length]! * (1 + step * (index % 97)) + 0;
            return Number.isFinite(moved) ? moved : 1;
          },
        );
        const sorted = values.slice().sort();
        const [low, high] = quarterRanks(values.length);
        const ranks = [0, low, high, values.length - 1];
        const found = valuesAtRanks(values, ranks);
        assert.deepEqual(found.map((value) => value + 0), ranks.map((rank) => sorted[rank]! + 0));
        const facts = {
          count: values.length,
          min: sorted[0]!,
          max: sorted.at(-1)!,
          quarters: [sorted[low]!, sorted[high]!] as const,
          areWhole: values.every(Number.isInteger),
        };
        assert.deepEqual(histogramOf(values, facts), histogramOfSorted(sorted));
      }),
      { numRuns: 300 },
    );
  });
});
