import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dummy } from "@/pipeline/learners/dummy.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import type { Labels } from "@/pipeline/table/feature_matrix.ts";
import { assertClose } from "../steps/assert_close.ts";
import { referenceQueries, referenceRows, referencesOf } from "./classifier_references.ts";

async function probabilitiesOf(
  labels: Labels,
  params: Record<string, unknown>,
): Promise<Float32Array> {
  const context = { ...quietContext(), notice: () => {} };
  const { matrix } = referenceRows();
  const fitted = await dummy.fit(matrix, labels, parseLearnerParams(dummy, params), context);
  return dummy.predict(fitted, referenceQueries());
}

describe("dummy", () => {
  for (const { params, probabilities } of referencesOf("dummy")) {
    it(`equals scikit-learn with ${JSON.stringify(params)}`, async () => {
      assertClose(await probabilitiesOf(referenceRows().labels, params), probabilities!, 1e-6);
    });
  }

  it("gives nothing to classes without rows, and names the first of the most frequent", async () => {
    const labels = { classes: ["a", "b", "c", "d"], codes: Int32Array.of(3, 1, 1, 3, 3, 1, 2) };
    const firstRow = async (
      strategy: string,
    ) => [...(await probabilitiesOf(labels, { strategy })).subarray(0, 4)];
    assertClose(await firstRow("uniform"), [0, 1 / 3, 1 / 3, 1 / 3], 1e-7);
    assert.deepEqual(await firstRow("most-frequent"), [0, 1, 0, 0]);
  });
});
