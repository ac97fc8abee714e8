import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Explanation } from "@/pipeline/evaluation/explanation.ts";
import { globalImportance } from "@/pipeline/evaluation/global_importance.ts";

const shared = {
  method: "tree",
  unit: "probability",
  features: ["a", "b"],
  classes: ["x", "y", "z"],
  rows: 2,
  probabilities: Float32Array.of(0.6, 0.4, 0, 0.2, 0.8, 0),
  predicted: Int32Array.of(0, 1),
  standardErrors: null,
  base: Float64Array.of(0.4, 0.6, 0),
} as const;

const all: Explanation = {
  ...shared,
  classOf: null,
  contributions: Float64Array.of(0.1, -0.2, -0.3, 0.4, 0, 0, 0.5, 0.6, -0.7, 0.8, 0, 0),
};

describe("globalImportance", () => {
  it("is the mean size of the contributions, over all classes and for each", () => {
    const { overall, perClass } = globalImportance(all, { seed: 0 });
    assertMeans(overall, [(0.1 + 0.3 + 0.5 + 0.7) / 6, (0.2 + 0.4 + 0.6 + 0.8) / 6]);
    assertMeans(perClass[0], [0.3, 0.4]);
    assertMeans(perClass[1], [0.5, 0.6]);
    assertMeans(perClass[2], [0, 0]);
  });

  it("counts for a class the rows for which it was explained", () => {
    const some: Explanation = {
      ...shared,
      classOf: shared.predicted,
      contributions: Float64Array.of(0.1, -0.2, -0.7, 0.8),
    };
    const { overall, perClass } = globalImportance(some, { seed: 0 });
    assertMeans(overall, [0.4, 0.5]);
    assertMeans(perClass[0], [0.1, 0.2]);
    assertMeans(perClass[1], [0.7, 0.8]);
    assert.equal(perClass[2], null);
  });
});

function assertMeans(
  found: readonly { mean: number }[] | null | undefined,
  expected: readonly number[],
): void {
  assert.deepEqual(found?.map(({ mean }) => mean.toFixed(9)), expected.map((e) => e.toFixed(9)));
}
