import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { minimiseSparsely } from "@/pipeline/learners/owl_qn.ts";
import { assertClose } from "../steps/assert_close.ts";

const options = {
  tolerance: 1e-10,
  iterations: 500,
  precondition: () => {},
  onIteration: () => {},
};

describe("minimiseSparsely", () => {
  it("moves the minimum of a sum of squares towards 0 by the strength, and no further", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 8 }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        (targets, strength) => {
          const count = targets.length - 1;
          const { point, converged } = minimiseSparsely(
            (point, gradient) => {
              let value = 0;
              for (const [index, target] of targets.entries()) {
                gradient[index] = point[index]! - target;
                value += gradient[index]! ** 2 / 2;
              }
              return value;
            },
            { strength, count },
            new Float64Array(targets.length),
            options,
          );
          const expected = targets.map((target, index) =>
            index === count ? target : Math.sign(target) * Math.max(0, Math.abs(target) - strength)
          );
          assert.ok(converged);
          assertClose(point, expected, 1e-7);
          for (const [index, value] of expected.entries()) {
            if (value === 0) assert.equal(Math.abs(point[index]!), 0);
          }
        },
      ),
    );
  });

  it("takes away components that others can stand in for, however steep the valley", () => {
    // ½·(3x + y − 6)² + |x| + |y|: x is the cheaper way to 6 − 1/3.
    const { point } = minimiseSparsely(
      (point, gradient) => {
        const residual = 3 * point[0]! + point[1]! - 6;
        gradient.set([3 * residual, residual]);
        return residual ** 2 / 2;
      },
      { strength: 1, count: 2 },
      Float64Array.of(-1, 4),
      options,
    );
    assertClose(point, [(6 - 1 / 3) / 3, 0], 1e-8);
    assert.equal(Math.abs(point[1]!), 0);
  });
});
