import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { quantile, quantileLevels, summarize } from "@/pipeline/table/number_summary.ts";

/*
 * Reference values of numpy 1.24.2, for each array x below:
 *   x.mean(), x.std(), np.quantile(x, [0, .01, .05, .25, .5, .75, .95, .99, 1])
 * except the standard deviation around 1e17, where numpy's 91.78882349617453 suffers from the rounding of its
 * mean: it is the one of Python's fractions.Fraction, math.sqrt(sum((x - mean) ** 2) / 101).
 */
const references = [
  {
    title: "numbers of both signs, spread over nine orders of magnitude",
    values: Array.from({ length: 1000 }, (_, i) => (i * 7919 % 1009) ** 3 / 17 - 2e7),
    mean: -4884154.405647058,
    standardDeviation: 17117468.938703194,
    quantiles: [
      -20000000.0,
      -19999941.335882355,
      -19992668.679411765,
      -19050208.25,
      -12401710.55882353,
      5441790.30882353,
      31726807.07941176,
      38473053.06294117,
      40246618.35294118,
    ],
  },
  {
    title: "neighbouring numbers around 1e17",
    values: Array.from({ length: 101 }, (_, i) => 1e17 + 16 * (i * i % 23)),
    mean: 1.0000000000000013e17,
    standardDeviation: 91.78390206333978,
    quantiles: [
      1e17,
      1e17,
      1.0000000000000002e17,
      1.0000000000000005e17,
      1.0000000000000013e17,
      1.0000000000000021e17,
      1.0000000000000029e17,
      1.0000000000000029e17,
      1.0000000000000029e17,
    ],
  },
  {
    title: "numbers around 1e-8",
    values: Array.from({ length: 101 }, (_, i) => (i * 37 % 101) * 1e-9),
    mean: 4.999999999999999e-08,
    standardDeviation: 2.9154759474226504e-08,
    quantiles: [
      0.0,
      1e-09,
      5e-09,
      2.5000000000000002e-08,
      5.0000000000000004e-08,
      7.500000000000001e-08,
      9.5e-08,
      9.9e-08,
      1.0000000000000001e-07,
    ],
  },
  {
    title: "two numbers",
    values: [3.5, -1.25],
    mean: 1.125,
    standardDeviation: 2.375,
    quantiles: [-1.25, -1.2025, -1.0125, -0.0625, 1.125, 2.3125, 3.2624999999999997, 3.4525, 3.5],
  },
];

function assertClose(actual: number, expected: number, tolerance: number): void {
  const difference = Math.abs(actual - expected);
  assert.ok(difference <= tolerance * Math.abs(expected), `${actual} is not ${expected}`);
}

const numbers = fc.array(
  fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, 1e17, -1e17)),
  { minLength: 1, maxLength: 60 },
).map((values) => Float64Array.from(values).sort());

describe("summarize", () => {
  for (const { title, values, mean, standardDeviation, quantiles } of references) {
    it(`agrees with numpy on ${title}`, () => {
      const sorted = Float64Array.from(values).sort();
      const summary = summarize(sorted);
      assert.equal(summary.min, quantiles[0]);
      assert.equal(summary.max, quantiles.at(-1));
      assertClose(summary.mean, mean, 1e-14);
      assertClose(summary.standardDeviation, standardDeviation, 1e-12);
      assert.deepEqual(summary.quantiles, quantiles);
    });
  }

  it("summarizes a single number", () => {
    const { histogram, ...summary } = summarize(Float64Array.of(1e17));
    assert.deepEqual(summary, {
      min: 1e17,
      max: 1e17,
      mean: 1e17,
      standardDeviation: 0,
      quantiles: quantileLevels.map(() => 1e17),
    });
    assert.deepEqual(histogram.counts, [1]);
  });

  it("stays finite and in order for any finite numbers", () => {
    fc.assert(
      fc.property(numbers, (sorted) => {
        const { min, max, mean, standardDeviation, quantiles } = summarize(sorted);
        const margin = 1e-12 * Math.max(Math.abs(min), Math.abs(max));
        assert.ok(mean >= min - margin && mean <= max + margin, `mean ${mean} of ${min} to ${max}`);
        assert.ok(standardDeviation >= 0 && standardDeviation <= max / 2 - min / 2 + margin);
        quantiles.forEach((value, index) => {
          assert.ok(value >= (quantiles[index - 1] ?? min) && value <= max);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("copes with the largest numbers there are", () => {
    const big = Number.MAX_VALUE;
    const { mean, standardDeviation } = summarize(Float64Array.of(-big, big));
    assert.deepEqual([mean, standardDeviation], [0, big]);
    assert.equal(quantile(Float64Array.of(-big, big), 0.5), 0);
  });
});
