import { describe, it } from "node:test";
import fc from "fast-check";
import { Random } from "@/pipeline/random.ts";
import { solvePositiveDefinite } from "@/pipeline/cholesky.ts";
import { assertClose } from "@/tests/pipeline/steps/assert_close.ts";

describe("solvePositiveDefinite", () => {
  it("finds the x that a matrix AᵀA + I has turned into the right side", () => {
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), (seed, size) => {
      const random = new Random(seed);
      const factor = Float64Array.from({ length: size * size }, () => random.normal());
      const solution = Float64Array.from({ length: size }, () => random.normal());
      const matrix = new Float64Array(size * size);
      const right = new Float64Array(size);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          let sum = i === j ? 1 : 0;
          for (let k = 0; k < size; k++) sum += factor[k * size + i]! * factor[k * size + j]!;
          matrix[i * size + j] = sum;
          right[i]! += sum * solution[j]!;
        }
      }
      solvePositiveDefinite(matrix, right);
      assertClose(right, solution, 1e-9);
    }));
  });
});
