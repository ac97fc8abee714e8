import assert from "node:assert/strict";

/**
 * Asserts |Δ| ≤ tolerance·max(1, |expected|) everywhere, and holes and infinities in the same places.
 */
export function assertClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance = 1e-5,
): void {
  assert.equal(actual.length, expected.length);
  for (let index = 0; index < expected.length; index++) {
    const value = actual[index]!;
    const wanted = expected[index]!;
    const isClose = !Number.isFinite(wanted)
      ? Object.is(value, wanted)
      : Math.abs(value - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
    assert.ok(isClose, `value ${index} is ${value}, expected ${wanted}`);
  }
}
