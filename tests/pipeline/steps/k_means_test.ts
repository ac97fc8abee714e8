import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { kMeans } from "@/pipeline/steps/k_means.ts";

describe("kMeans", () => {
  it("finds heaps that lie apart", () => {
    const random = new Random(2);
    const values = Float32Array.from(
      { length: 600 },
      (_, cell) => 50 * ((cell >> 1) % 3) * (cell % 2 === 0 ? 1 : -1) + random.normal(),
    );
    for (const seed of [0, 1, 2]) {
      const clusterOf = kMeans(values, 2, 3, quietContext(seed));
      const first = [...clusterOf.subarray(0, 3)];
      assert.equal(new Set(first).size, 3);
      assert.ok(clusterOf.every((cluster, row) => cluster === first[row % 3]));
    }
  });

  it("puts every row to the nearest mean of the rows that share its cluster", () => {
    const random = new Random(3);
    const values = Float32Array.from({ length: 240 }, () => random.normal());
    const clusterOf = kMeans(values, 3, 4, quietContext());
    const means = Array.from({ length: 4 }, (_, cluster) => {
      const members = [...clusterOf.keys()].filter((row) => clusterOf[row] === cluster);
      return [0, 1, 2].map((column) =>
        members.reduce((sum, row) => sum + values[row * 3 + column]!, 0) / members.length
      );
    });
    for (const [row, cluster] of clusterOf.entries()) {
      const distances = means.map((mean) =>
        mean.reduce((sum, centre, column) => sum + (values[row * 3 + column]! - centre) ** 2, 0)
      );
      assert.ok(distances[cluster]! <= Math.min(...distances) + 1e-9);
    }
  });

  it("leaves clusters empty where fewer rows differ", () => {
    const clusterOf = kMeans(new Float32Array([1, 1, 1, 5]), 1, 3, quietContext());
    assert.equal(clusterOf[0], clusterOf[2]);
    assert.notEqual(clusterOf[0], clusterOf[3]);
  });
});
