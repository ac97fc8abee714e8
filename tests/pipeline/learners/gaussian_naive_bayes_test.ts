import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gaussianNaiveBayes } from "@/pipeline/learners/gaussian_naive_bayes.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { type FeatureMatrix, takeColumns } from "@/pipeline/table/feature_matrix.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { assertClose } from "../steps/assert_close.ts";
import { referenceQueries, referenceRows, referencesOf } from "./classifier_references.ts";
import type { LabelledRows } from "./labelled_rows.ts";

async function fit({ matrix, labels }: LabelledRows, params: Record<string, unknown> = {}) {
  const context = { ...quietContext(), notice: () => {} };
  const parsed = parseLearnerParams(gaussianNaiveBayes, params);
  return await gaussianNaiveBayes.fit(matrix, labels, parsed, context);
}

/** `matrix` with every cell missing for which `isHole` says so. */
function withHoles(
  matrix: FeatureMatrix,
  isHole: (row: number, column: number) => boolean,
): FeatureMatrix {
  const width = matrix.names.length;
  const values = matrix.values.map((value, cell) =>
    isHole(Math.floor(cell / width), cell % width) ? NaN : value
  );
  return { ...matrix, values };
}

describe("gaussian-naive-bayes", () => {
  for (const { params, probabilities } of referencesOf("gaussian-naive-bayes")) {
    it(`equals scikit-learn with ${JSON.stringify(params)}`, async () => {
      const fitted = await fit(referenceRows(), params);
      assertClose(gaussianNaiveBayes.predict(fitted, referenceQueries()), probabilities!, 1e-6);
    });
  }

  it("leaves out the columns that a row has no value in, and those without any", async () => {
    const { matrix, labels } = referenceRows();
    const without = await fit({ matrix: takeColumns(matrix, [0, 2]), labels });
    const queries = referenceQueries();
    const expected = gaussianNaiveBayes.predict(without, takeColumns(queries, [0, 2]));
    const gone = (_: number, column: number) => column === 1 || column === 3;
    const late = gaussianNaiveBayes.predict(
      await fit({ matrix, labels }),
      withHoles(queries, gone),
    );
    const early = await fit({ matrix: withHoles(matrix, gone), labels });
    // The largest variance is that of column 1, and smooths a little.
    assertClose(late, expected, 1e-6);
    assertClose(gaussianNaiveBayes.predict(early, queries), expected, 1e-6);
  });

  it("gives the shares of the classes where a row has no values at all", async () => {
    const fitted = await fit(referenceRows());
    const probabilities = gaussianNaiveBayes.predict(
      fitted,
      withHoles(referenceQueries(), () => true),
    );
    assertClose(probabilities.subarray(0, 3), [40 / 94, 40 / 94, 14 / 94], 1e-6);
  });

  it("takes the mean over all rows where a class has no value in a column", async () => {
    const { matrix, labels } = referenceRows();
    const holed = withHoles(matrix, (row, column) => column === 0 && labels.codes[row] === 2);
    const { means, factors } = await fit({ matrix: holed, labels });
    const others = [...labels.codes.keys()].filter((row) => labels.codes[row] !== 2);
    const mean = others.reduce((sum, row) => sum + matrix.values[row * 4]!, 0) / others.length;
    assert.ok(Math.abs(means[2 * 4]! - mean) < 1e-12);
    assert.ok(factors[2 * 4]! < 0 && Number.isFinite(factors[2 * 4]!));
  });

  it("gives in ONNX what it predicts, for extremes and columns that are constant in a class", async () => {
    const { matrix, labels } = referenceRows();
    const steps = Float32Array.from(matrix.values, (value, cell) => {
      const code = labels.codes[Math.floor(cell / 4)]!;
      return cell % 4 < 2 ? [0, 0, 1][code]! : value;
    });
    const fitted = await fit({ matrix: { ...matrix, values: steps }, labels });
    const queries = referenceQueries();
    const extremes = [0, 1, 0.5, -1e17, 3e38, NaN, -1e-30];
    const values = queries.values.map((value, cell) =>
      cell % 3 === 0 ? value : extremes[cell % extremes.length]!
    );
    const graph = new GraphBuilder();
    const output = gaussianNaiveBayes.lower(fitted, graph, graph.input);
    const rows = { ...queries, values };
    assertClose(
      await runGraph(graph, output, rows),
      gaussianNaiveBayes.predict(fitted, rows),
      1e-6,
    );
  });
});
