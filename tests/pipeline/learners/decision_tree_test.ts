import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { logLoss } from "@/pipeline/evaluation/log_loss.ts";
import { decisionTree } from "@/pipeline/learners/decision_tree.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { referenceRows, referencesOf } from "./classifier_references.ts";
import { type LabelledRows, separableRows } from "./labelled_rows.ts";

async function fit({ matrix, labels }: LabelledRows, params: Record<string, unknown>) {
  const context = { ...quietContext(), notice: () => {} };
  return await decisionTree.fit(matrix, labels, parseLearnerParams(decisionTree, params), context);
}

describe("decision-tree", () => {
  for (const { params, nodes, loss } of referencesOf("decision-tree")) {
    it(`equals scikit-learn with ${JSON.stringify(params)}`, async () => {
      const { matrix, labels } = referenceRows();
      const fitted = await fit({ matrix, labels }, params);
      assert.equal(fitted.trees.feature.length, nodes);
      const ours = logLoss(labels, decisionTree.predict(fitted, matrix));
      assert.ok(Math.abs(ours - loss!) < 1e-4, `${ours} and ${loss}`);
    });
  }

  it("grows to a depth, and prunes to nothing where leaves cost more than they bring", async () => {
    const rows = separableRows({ seed: 1, rows: 200, classes: 5, holes: 0.2 });
    const stump = await fit(rows, { maxDepth: 1 });
    assert.equal(stump.trees.feature.length, 3);
    const root = await fit(rows, { costPerLeaf: 1 });
    assert.deepEqual([...root.trees.feature], [-1]);
    const shares = decisionTree.predict(root, rows.matrix).subarray(0, 5);
    assert.ok(shares.every((share) => Math.abs(share - 0.2) < 1e-6), `${shares}`);
  });
});
