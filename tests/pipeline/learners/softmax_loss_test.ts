import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { softmaxLoss } from "@/pipeline/learners/softmax_loss.ts";
import { Random } from "@/pipeline/random.ts";

describe("softmaxLoss", () => {
  it("is log k without coefficients, and its gradient is what the values show", () => {
    const shape = fc.record({
      seed: fc.integer(),
      count: fc.integer({ min: 1, max: 11 }),
      width: fc.integer({ min: 1, max: 6 }),
      classCount: fc.integer({ min: 2, max: 6 }),
    });
    fc.assert(fc.property(shape, ({ seed, count, width, classCount }) => {
      const random = new Random(seed);
      const draw = (length: number) => Float64Array.from({ length }, () => random.normal());
      const loss = softmaxLoss({
        rows: draw(count * width),
        codes: Int32Array.from({ length: count }, () => random.below(classCount)),
        classCount,
        weights: new Float64Array(count).fill(1),
        penalty: 0.3,
      });
      const size = classCount * (width + 1);
      const gradient = new Float64Array(size), other = new Float64Array(size);
      assert.ok(
        Math.abs(loss(new Float64Array(size), gradient) - Math.log(classCount)) < 1e-12,
      );
      const point = draw(size);
      loss(point, gradient);
      for (let index = 0; index < size; index++) {
        const right = point.slice(), left = point.slice();
        right[index]! += 1e-5;
        left[index]! -= 1e-5;
        const slope = (loss(right, other) - loss(left, other)) / 2e-5;
        assert.ok(Math.abs(slope - gradient[index]!) < 1e-7, `${slope} ${gradient[index]}`);
      }
    }));
  });
});
