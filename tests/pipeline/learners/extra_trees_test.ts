import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { extraTrees } from "@/pipeline/learners/extra_trees.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";
import { accuracyOf, type LabelledRows, separableRows } from "./labelled_rows.ts";

function fit({ matrix, labels }: LabelledRows, params: Record<string, unknown>) {
  const context = { ...quietContext(1), notice: () => {} };
  return extraTrees.fit(matrix, labels, parseLearnerParams(extraTrees, params), context);
}

/** One KPI from 0 to 99; the second class begins at 50. */
function oneStep(hole?: number): LabelledRows {
  const values = Float32Array.from({ length: 100 }, (_, row) => row === hole ? NaN : row);
  const codes = Int32Array.from({ length: 100 }, (_, row) => row < 50 ? 0 : 1);
  return { matrix: { names: ["kpi"], rows: 100, values }, labels: { classes: ["a", "b"], codes } };
}

describe("extra-trees", () => {
  it("draws its borders at random from the range of each node", async () => {
    const { trees } = await fit(oneStep(), { trees: 400 });
    const borders = trees.roots.subarray(0, 400).toSorted()
      .map((root) => trees.threshold[root]!);
    assert.ok(Math.min(...borders) < 5 && Math.max(...borders) > 94);
    const mean = borders.reduce((sum, border) => sum + border, 0) / 400;
    assert.ok(mean > 40 && mean < 60, `${mean}`);
  });

  it("learns every row where leaves may hold one, all trees having seen all", async () => {
    const rows = separableRows({ seed: 1, rows: 200, classes: 4 });
    const fitted = await fit(rows, { minSamplesLeaf: 1, trees: 20 });
    assert.equal(accuracyOf(extraTrees.predict(fitted, rows.matrix), rows.labels), 1);
    assert.equal(fitted.outOfBag, null);
  });

  it("scores itself out of bag where rows are drawn", async () => {
    const rows = separableRows({ seed: 1, rows: 200, classes: 4 });
    const fitted = await fit(rows, { bootstrap: true, trees: 50 });
    assert.equal(fitted.outOfBag?.rows, 200);
    assert.ok(fitted.outOfBag.accuracy > 0.95);
  });

  it("learns from holes alone, and sends holes it has not seen with most rows", async () => {
    const holes: FeatureMatrix = {
      names: ["kpi"],
      rows: 40,
      values: Float32Array.from({ length: 40 }, (_, row) => row % 2 === 0 ? 7 : NaN),
    };
    const labels = { classes: ["a", "b"], codes: Int32Array.from(holes.values, (x) => x ? 0 : 1) };
    const fitted = await fit({ matrix: holes, labels }, { trees: 5 });
    assert.equal(accuracyOf(extraTrees.predict(fitted, holes), labels), 1);

    const { trees } = await fit(oneStep(), { trees: 50, maxDepth: 1 });
    for (const root of trees.roots.subarray(0, 50)) {
      const isLeft = trees.cover[trees.left[root]!]! >= 50;
      assert.equal(trees.missingLeft[root], isLeft ? 1 : 0);
    }
  });

  it("keeps to the least rows in a leaf", async () => {
    const { trees } = await fit(oneStep(3), { trees: 50, minSamplesLeaf: 20 });
    const leaves = trees.cover.filter((_, node) => trees.feature[node]! < 0);
    assert.ok(Math.min(...leaves) >= 20 && leaves.length > 50);
  });
});
