import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { between, binMatrix, maxBins, missingBin } from "@/pipeline/learners/histogram_bins.ts";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { tablePairs } from "../steps/random_tables.ts";

const largest = 3.4028234663852886e38;

function binColumn(values: readonly number[]): { bins: Uint8Array; thresholds: Float32Array } {
  const column = Float32Array.from(values);
  const { bins, thresholds } = binMatrix(
    { names: ["kpi"], rows: column.length, values: column },
    quietContext(),
  );
  return { bins, thresholds: thresholds[0]! };
}

/** Checks that comparing with the thresholds in float32 gives the bins, whatever the values are. */
function assertBinsAreThresholds(values: readonly number[]): void {
  const { bins, thresholds } = binColumn(values);
  assert.ok(thresholds.length < maxBins);
  values.forEach((exact, row) => {
    const value = Math.fround(exact);
    const bin = bins[row]!;
    if (Number.isNaN(value)) return assert.equal(bin, missingBin);
    assert.ok(bin <= thresholds.length);
    thresholds.forEach((threshold, index) => {
      assert.equal(value <= threshold, bin <= index, `${value}, ${threshold}`);
    });
  });
}

describe("binMatrix", () => {
  it("puts exactly the values up to a threshold into the bins up to it", () => {
    const values = fc.oneof(
      fc.float({ noDefaultInfinity: true }),
      fc.constantFrom(NaN, 0, -0, 1, 1 + 2 ** -23, 1e17, -1e17, largest, -largest, 2 ** -149),
    );
    fc.assert(fc.property(fc.array(values, { minLength: 1 }), assertBinsAreThresholds));
    const random = new Random(1);
    assertBinsAreThresholds(Array.from({ length: 2000 }, () => Math.exp(20 * random.normal())));
    assertBinsAreThresholds(Array.from({ length: 2000 }, (_, row) => row % 4 === 0 ? 0 : row));
  });

  it("gives each of up to 255 values a bin of its own, in their order", () => {
    for (const distinct of [1, 2, 254, 255]) {
      const values = Array.from(
        { length: 3 * distinct },
        (_, row) => (row * 7919 % distinct) * 0.1,
      );
      const { bins, thresholds } = binColumn(values);
      assert.equal(thresholds.length, distinct - 1);
      assert.deepEqual([...bins], values.map((_, row) => row * 7919 % distinct));
    }
  });

  it("keeps few values apart however unequal their numbers of rows are", () => {
    const { thresholds } = binColumn(Array.from({ length: 1000 }, (_, row) => Math.min(row, 99)));
    assert.equal(thresholds.length, 99);
  });

  it("spreads many values evenly over 255 bins", () => {
    const random = new Random(2);
    const { bins, thresholds } = binColumn(Array.from({ length: 25_500 }, () => random.normal()));
    assert.equal(thresholds.length, 254);
    const counts = new Int32Array(256);
    for (const bin of bins) counts[bin]!++;
    assert.ok(counts.subarray(0, 255).every((count) => count >= 99 && count <= 101), `${counts}`);
  });

  it("still parts the other values finely where one value fills most rows", () => {
    const { bins, thresholds } = binColumn(
      Array.from({ length: 20_000 }, (_, row) => row % 10 === 0 ? row + 1 : 0),
    );
    assert.ok(thresholds.length >= 250, `${thresholds.length}`);
    assert.equal(bins.filter((bin) => bin === 0).length, 18_000);
  });

  it("bins a column without any value as missing", () => {
    assert.deepEqual(binColumn([NaN, NaN]), {
      bins: Uint8Array.of(missingBin, missingBin),
      thresholds: new Float32Array(0),
    });
  });

  it("keeps the columns apart", () => {
    fc.assert(fc.property(tablePairs, ({ train }) => {
      const { bins, thresholds } = binMatrix(train, quietContext());
      const width = train.names.length;
      for (let column = 0; column < width; column++) {
        const values = train.values.filter((_, cell) => cell % width === column);
        const alone = binColumn([...values]);
        assert.deepEqual(thresholds[column], alone.thresholds);
        const start = column * train.rows;
        assert.deepEqual(bins.slice(start, start + train.rows), alone.bins);
      }
    }));
  });
});

describe("between", () => {
  it("is the middle, or the lower of two neighbouring float32 values", () => {
    assert.equal(between(1, 2), 1.5);
    assert.equal(between(-largest, largest), 0);
    assert.equal(between(largest / 2, largest), Math.fround(0.75 * largest));
    assert.equal(between(1, 1 + 2 ** -23), 1);
    assert.equal(between(1 + 2 ** -23, 1 + 2 ** -22), 1 + 2 ** -23);
  });
});
