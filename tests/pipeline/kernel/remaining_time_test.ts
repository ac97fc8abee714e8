import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { RemainingTime } from "@/pipeline/kernel/remaining_time.ts";

/** Tells the progress of work ten times a second, and what is said to be left. */
function follow(fractionAt: (time: number) => number, seconds: number) {
  const remaining = new RemainingTime();
  const said: { time: number; left: number }[] = [];
  for (let tick = 0; tick <= 10 * seconds; tick++) {
    const time = tick / 10;
    const left = remaining.note(Math.min(1, fractionAt(time)), time);
    if (left !== undefined) said.push({ time, left });
  }
  return said;
}

describe("the time that is left", () => {
  it("is told once it can be known, and counts down for work of even speed", () => {
    fc.assert(fc.property(fc.integer({ min: 6, max: 300 }), (whole) => {
      const said = follow((time) => time / whole, whole);
      assert.ok(said.length > 0 && said[0]!.time >= 2);
      for (const { time, left } of said) assert.ok(Math.abs(left - (whole - time)) < 0.5);
    }));
  });

  it("hardly ever rises where folds or trials make the progress uneven", () => {
    fc.assert(fc.property(
      fc.integer({ min: 20, max: 200 }),
      fc.integer({ min: 3, max: 10 }),
      (whole, folds) => {
        // Each fold begins fast and ends slowly.
        const said = follow((time) => {
          const place = folds * time / whole, fold = Math.floor(place);
          return (fold + (place - fold) ** 0.7) / folds;
        }, whole);
        for (const [index, { left }] of said.entries()) {
          const before = said[index - 10]?.left;
          if (before !== undefined) assert.ok(left < before + 0.08 * whole, `${before} ${left}`);
        }
        for (const { time, left } of said.slice(-20)) assert.ok(left < 0.25 * whole, `${time}`);
      },
    ));
  });

  it("is not misled by what an earlier run has left", () => {
    const said = follow((time) => time < 0.5 ? 0 : 0.6 + 0.4 * (time - 0.5) / 40, 40);
    assert.ok(said.length > 0);
    for (const { time, left } of said) assert.ok(Math.abs(left - (40.5 - time)) < 1, `${time}`);
  });

  it("is not told while nothing moves", () => {
    assert.deepEqual(follow(() => 0, 60), []);
    assert.deepEqual(follow(() => NaN, 10), []);
  });
});
