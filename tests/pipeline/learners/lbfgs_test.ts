import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { minimise } from "@/pipeline/learners/lbfgs.ts";
import { assertClose } from "../steps/assert_close.ts";

const options = {
  tolerance: 1e-9,
  iterations: 500,
  precondition: () => {},
  onIteration: () => {},
};

/** (1 − x)² + 100·(y − x²)², whose curved valley ends at (1, 1). */
function rosenbrock(point: Float64Array, gradient: Float64Array): number {
  const x = point[0]!, y = point[1]!;
  gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
  gradient[1] = 200 * (y - x * x);
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
}

describe("minimise", () => {
  it("finds the minimum at the end of a curved valley", () => {
    const { point, value, converged } = minimise(rosenbrock, Float64Array.of(-1.2, 1), options);
    assertClose(point, [1, 1], 1e-7);
    assert.ok(value < 1e-14 && converged);
  });

  it("takes a quadratic in one step with its own Hessian as preconditioner", () => {
    const curvature = Float64Array.of(1, 1e4, 1e8);
    const target = Float64Array.of(3, -2, 1);
    let calls = 0;
    const { point } = minimise(
      (point, gradient) => {
        calls++;
        let value = 0;
        for (let index = 0; index < 3; index++) {
          gradient[index] = curvature[index]! * (point[index]! - target[index]!);
          value += gradient[index]! ** 2 / curvature[index]! / 2;
        }
        return value;
      },
      new Float64Array(3),
      {
        ...options,
        precondition: (vector) =>
          vector.forEach((value, at) => vector[at] = value / curvature[at]!),
      },
    );
    assertClose(point, target, 1e-12);
    assert.equal(calls, 2);
  });

  it("leaves its start alone and tells when it has not arrived", () => {
    const start = Float64Array.of(-1.2, 1);
    const { converged, value } = minimise(rosenbrock, start, { ...options, iterations: 5 });
    assert.equal(converged, false);
    assert.ok(value < rosenbrock(start, new Float64Array(2)));
    assert.deepEqual(start, Float64Array.of(-1.2, 1));
  });
});
