import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { lowerTrees } from "@/pipeline/learners/lower_trees.ts";
import { joinTrees, sumTrees, type TreeEnsemble } from "@/pipeline/learners/tree_ensemble.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { oneLeaf, sumsOfRows, twoTrees } from "./small_trees.ts";

const matrix: FeatureMatrix = {
  names: ["a", "b"],
  rows: sumsOfRows.length,
  values: Float32Array.from(sumsOfRows.flatMap(({ row }) => row)),
};

async function run(ensemble: TreeEnsemble): Promise<number[]> {
  const graph = new GraphBuilder();
  return [...await runGraph(graph, lowerTrees(ensemble, graph, graph.input), matrix)];
}

describe("lowerTrees", () => {
  it("gives the same sums in onnxruntime: at thresholds, for holes, for outputs without a value", async () => {
    assert.deepEqual(await run(twoTrees()), sumsOfRows.flatMap(({ sums }) => sums));
  });

  it("takes trees that are one leaf, and leaves that have no value at all", async () => {
    const joined = joinTrees([oneLeaf(3, 2, 0.25), twoTrees(), oneLeaf(3, 0, 0)], 3);
    assert.deepEqual(
      await run(joined),
      sumsOfRows.flatMap(({ sums: [a, b, c] }) => [a, b, c! + 0.25]),
    );
  });

  it("gives the right sums for one and for two outputs", async () => {
    const two = { ...twoTrees(), outputs: 2, leafOutput: Int32Array.of(0, 1, 0, 1, 1, 0) };
    assert.deepEqual(await run(two), sumsOfRows.flatMap(({ sums: [a, b, c] }) => [a, b! + c!]));
    const one = {
      ...twoTrees(),
      outputs: 1,
      leafStart: Int32Array.of(0, 0, 1, 1, 2, 3, 3, 4, 5),
      leafOutput: new Int32Array(5),
      leafValue: Float32Array.of(1, 2, 4, 8, 16),
    };
    assert.deepEqual(await run(one), [...sumTrees(one, matrix)]);
    assert.deepEqual(await run(one), [17, 9, 18, 18, 20, 20, 10, 9]);
  });

  it("is one node that carries the weight of the training rows", () => {
    const graph = new GraphBuilder();
    lowerTrees(joinTrees([twoTrees(), twoTrees()], 3), graph, graph.input);
    assert.deepEqual(graph.nodes.map(({ op }) => op), ["TreeEnsembleRegressor"]);
    const { cover } = twoTrees();
    assert.deepEqual(graph.nodes[0]!.attributes["nodes_hitrates"], {
      floats: Float32Array.of(...cover, ...cover),
    });
  });
});
