import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { kNearestNeighbours } from "@/pipeline/learners/k_nearest_neighbours.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import type { Notice } from "@/pipeline/problem.ts";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { assertClose } from "../steps/assert_close.ts";
import { referenceQueries, referenceRows, referencesOf } from "./classifier_references.ts";
import { accuracyOf, type LabelledRows, separableRows } from "./labelled_rows.ts";

async function fit(
  { matrix, labels }: LabelledRows,
  params: Record<string, unknown> = {},
  notices: Notice[] = [],
) {
  return await kNearestNeighbours.fit(
    matrix,
    labels,
    parseLearnerParams(kNearestNeighbours, params),
    { ...quietContext(1), notice: (notice) => notices.push(notice) },
  );
}

/** Rows on a grid of whole numbers, so that many are as far away as others, in random classes. */
function gridRows(rows: number): LabelledRows {
  const random = new Random(1);
  const values = Float32Array.from({ length: rows * 3 }, () => random.below(4));
  return {
    matrix: { names: ["a", "b", "c"], rows, values },
    labels: {
      classes: ["x", "y", "z"],
      codes: Int32Array.from({ length: rows }, () => random.below(3)),
    },
  };
}

describe("k-nearest-neighbours", () => {
  for (const { params, probabilities } of referencesOf("k-nearest-neighbours")) {
    it(`equals scikit-learn with ${JSON.stringify(params)}`, async () => {
      const fitted = await fit(referenceRows(), params);
      // Distances are made of 1/16384 of a standard deviation.
      assertClose(kNearestNeighbours.predict(fitted, referenceQueries()), probabilities!, 2e-3);
    });
  }

  for (const weights of ["uniform", "distance"]) {
    it(`finds the same neighbours in ONNX, however many are as far away, weights ${weights}`, async () => {
      const fitted = await fit(gridRows(200), { weights, neighbours: 7 });
      const queries = gridRows(60).matrix;
      queries.values.forEach((value, cell) => {
        if (cell % 7 === 0) queries.values[cell] = [NaN, value + 0.5, 1e17, -3e38][cell % 4]!;
      });
      const graph = new GraphBuilder();
      const output = kNearestNeighbours.lower(fitted, graph, graph.input);
      assert.deepEqual(
        await runGraph(graph, output, queries),
        kNearestNeighbours.predict(fitted, queries),
      );
    });
  }

  it("takes the first rows of the table where several are as far away", async () => {
    const matrix = { names: ["a"], rows: 5, values: Float32Array.of(1, -1, 1, 5, -1) };
    const labels = { classes: ["x", "y"], codes: Int32Array.of(1, 0, 0, 1, 0) };
    const fitted = await fit({ matrix, labels }, { neighbours: 2, weights: "uniform" });
    const query = { names: ["a"], rows: 1, values: Float32Array.of(0) };
    assert.deepEqual([...kNearestNeighbours.predict(fitted, query)], [0.5, 0.5]);
    const one = await fit({ matrix, labels }, { neighbours: 1 });
    assert.deepEqual([...kNearestNeighbours.predict(one, query)], [0, 1]);
  });

  it("lets rows that are the same outvote all others", async () => {
    const matrix = { names: ["a"], rows: 4, values: Float32Array.of(0, 0.01, 0.01, 9) };
    const labels = { classes: ["x", "y"], codes: Int32Array.of(0, 1, 1, 1) };
    const fitted = await fit({ matrix, labels }, { neighbours: 3, weights: "distance" });
    const query = { names: ["a"], rows: 1, values: Float32Array.of(0) };
    assert.deepEqual([...kNearestNeighbours.predict(fitted, query)], [1, 0]);
  });

  it("carries a stratified sample of many rows, and says so", async () => {
    const notices: Notice[] = [];
    const rows = separableRows({ seed: 1, rows: 1000, classes: 4 });
    const fitted = await fit(rows, { rows: 100 }, notices);
    assert.equal(fitted.codes.length, 100);
    assert.deepEqual(notices.map(({ code }) => code), ["learners/sampled"]);
    assert.ok(accuracyOf(kNearestNeighbours.predict(fitted, rows.matrix), rows.labels) > 0.95);
    await fit(rows, {}, notices);
    assert.equal(notices.length, 1);
  });
});
