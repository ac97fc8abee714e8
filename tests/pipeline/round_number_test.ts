import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { roundestNumber } from "@/pipeline/round_number.ts";
import { shortestFloat32 } from "@/pipeline/shortest_float32.ts";

const float = fc.float({ noNaN: true, noDefaultInfinity: true });

describe("roundestNumber", () => {
  const cases = [
    [39.2, 41.7, 40],
    [0.038, 0.042, 0.04],
    [0.0312, 0.0339, 0.032],
    [-41.7, -39.2, -40],
    [-3, 8, 0],
    [99.5, 100.4, 100],
    [1.2e17, 1.38e17, 1.2e17],
    [1.21e-9, 1.39e-9, 1.3e-9],
    [0.1, 0.1, 0.1],
  ] as const;
  for (const [low, high, expected] of cases) {
    it(`is ${expected} between ${low} and ${high}`, () => {
      assert.equal(roundestNumber(low, high), expected);
    });
  }

  it("lies between its limits, whatever they are", () => {
    fc.assert(fc.property(float, float, (a, b) => {
      const low = Math.min(a, b), high = Math.max(a, b);
      const found = roundestNumber(low, high);
      assert.ok(found >= low && found <= high, `${found} is not in [${low}, ${high}]`);
    }));
  });
});

describe("shortestFloat32", () => {
  it("is the same number in float32, in as few digits as that takes", () => {
    assert.equal(shortestFloat32(Math.fround(0.1)), 0.1);
    assert.equal(shortestFloat32(3523.2999999999997), 3523.3);
    assert.equal(shortestFloat32(16777216), 16777216);
    fc.assert(fc.property(float, (value) => {
      assert.ok(Math.fround(shortestFloat32(value)) === value);
    }));
  });
});
