import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { featureScale, positions } from "@/components/sample/feature_scale.ts";

const number = fc.double({ min: -1e17, max: 1e17, noNaN: true });

/** Statistics as training data give them: the usual range and a healthy one lie within all values. */
const features = fc.array(number, { minLength: 6, maxLength: 6 }).map((numbers) => {
  const [least = 0, low = 0, from = 0, to = 0, high = 0, most = 0] = numbers.toSorted(
    (a, b) => a - b,
  );
  return {
    all: [least, most] as [number, number],
    usual: [low, high] as [number, number],
    healthy: [from, to] as [number, number],
  };
}).filter(({ all: [least, most] }) => {
  const span = most - least;
  return span > 1e-6 * Math.max(1e-30, Math.abs(least), Math.abs(most));
});

describe("the scale of a slider", () => {
  it("goes from the least to the greatest value, and never back", () => {
    fc.assert(fc.property(features, ({ healthy, ...statistics }) => {
      const scale = featureScale(statistics, healthy);
      assert(scale);
      const [least, most] = statistics.all;
      assert.deepEqual([scale.value(0), scale.value(positions)], [least, most]);
      assert.deepEqual([scale.position(least), scale.position(most)], [0, positions]);
      let last = least;
      for (let position = 1; position <= positions; position += 37) {
        const value: number = scale.value(position);
        assert.ok(value >= last && value <= most);
        last = value;
      }
    }));
  });

  it("finds back to the position that a value was chosen at", () => {
    fc.assert(
      fc.property(
        features,
        fc.integer({ min: 0, max: positions }),
        ({ healthy, ...statistics }, position) => {
          const scale = featureScale(statistics, healthy);
          assert(scale);
          assert.ok(Math.abs(scale.position(scale.value(position)) - position) <= 1);
        },
      ),
    );
  });

  it("gives the healthy range room, however long the tails are", () => {
    const scale = featureScale({ all: [0, 1e17], usual: [0, 1e15] }, [10, 20]);
    assert(scale);
    assert.ok(scale.position(20) - scale.position(10) >= 10);
    assert.ok(scale.next(15, 1) > 15 && scale.next(15, 1) < 100);
    assert.ok(scale.next(15, -1) < 15);
  });

  it("is not there where nothing varies", () => {
    assert.equal(featureScale({ all: null, usual: null }), undefined);
    assert.equal(featureScale({ all: [3, 3], usual: [3, 3] }), undefined);
  });
});
