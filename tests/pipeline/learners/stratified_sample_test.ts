import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { stratifiedSample } from "@/pipeline/learners/stratified_sample.ts";
import { Random } from "@/pipeline/random.ts";

describe("stratifiedSample", () => {
  const codes = Int32Array.from(
    { length: 10_000 },
    (_, row) => row < 3 ? 2 : row % 4 === 0 ? 1 : 0,
  );

  it("keeps the shares of the classes, and two rows of the rarest", () => {
    const sample = stratifiedSample(codes, 1000, new Random(1));
    const counts = [0, 1, 2].map((code) => sample.filter((row) => codes[row] === code).length);
    assert.deepEqual(counts, [749, 249, 2]);
    assert.equal(new Set(sample).size, sample.length);
    assert.deepEqual(sample, sample.toSorted());
  });

  it("draws by the seed, and takes all rows where there are few", () => {
    const draw = (seed: number) => stratifiedSample(codes, 1000, new Random(seed));
    assert.deepEqual(draw(3), draw(3));
    assert.notDeepEqual(draw(3), draw(4));
    const few = stratifiedSample(codes.subarray(0, 100), 1000, new Random(1));
    assert.deepEqual(few, Int32Array.from({ length: 100 }, (_, row) => row));
  });
});
