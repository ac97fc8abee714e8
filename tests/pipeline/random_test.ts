import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Random } from "@/pipeline/random.ts";

describe("Random", () => {
  it("repeats itself for a seed and differs between seeds", () => {
    const draw = (seed: number) =>
      Array.from({ length: 5 }, ((random) => () => random.uint32())(new Random(seed)));
    assert.deepEqual(draw(7), draw(7));
    assert.notDeepEqual(draw(7), draw(8));
    assert.notDeepEqual(draw(1), draw(1 + 2 ** 32));
  });

  it("is uniform below a limit and normal where asked", () => {
    const random = new Random(1);
    const counts = new Int32Array(6);
    let sum = 0, squares = 0;
    for (let draw = 0; draw < 60_000; draw++) {
      counts[random.below(6)]!++;
      const value = random.normal();
      sum += value;
      squares += value * value;
    }
    for (const count of counts) assert.ok(Math.abs(count - 10_000) < 400, `${counts}`);
    assert.ok(Math.abs(sum / 60_000) < 0.02);
    assert.ok(Math.abs(squares / 60_000 - 1) < 0.03);
  });

  it("shuffles without losing anything", () => {
    const shuffled = new Random(3).shuffle(Int32Array.from({ length: 100 }, (_, index) => index));
    assert.notEqual(shuffled[0], 0);
    assert.deepEqual(shuffled.toSorted(), Int32Array.from({ length: 100 }, (_, index) => index));
  });
});
