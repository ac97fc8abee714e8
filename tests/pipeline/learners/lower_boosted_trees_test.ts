import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { lowerBoostedTrees, withHolesRight } from "@/pipeline/learners/lower_boosted_trees.ts";
import {
  emptyTrees,
  joinTrees,
  sumTrees,
  type TreeEnsemble,
} from "@/pipeline/learners/tree_ensemble.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { oneLeaf } from "./small_trees.ts";

const largest = 3.4028234663852886e38;
const numbers = [0, -0, 1, -1, 1.5, 2 ** -149, -(2 ** -149), 1e-40, 1e17, largest, -largest];
const number = fc.oneof(
  fc.constantFrom(...numbers),
  fc.float({ noNaN: true, noDefaultInfinity: true }),
);
const cell = fc.oneof({ weight: 1, arbitrary: fc.constant(NaN) }, { weight: 4, arbitrary: number });
const width = 3;

/** A split with two leaves for one output of `outputs`. */
function stump(outputs: number) {
  return fc.record({
    column: fc.nat(width - 1),
    threshold: number,
    holesLeft: fc.boolean(),
    output: fc.nat(outputs - 1),
  }).map(({ column, threshold, holesLeft, output }): TreeEnsemble => {
    const tree = emptyTrees({ trees: 1, nodes: 3, entries: 2, outputs });
    tree.roots.set([0, 3]);
    tree.feature.set([column, -1, -1]);
    tree.threshold[0] = threshold;
    tree.missingLeft[0] = holesLeft ? 1 : 0;
    tree.left[0] = 1;
    tree.right[0] = 2;
    tree.cover.set([2, 1, 1]);
    tree.leafStart.set([0, 0, 1, 2]);
    tree.leafOutput.fill(output);
    tree.leafValue.set([1, 2]);
    return tree;
  });
}

const cases = fc.integer({ min: 1, max: 4 }).chain((outputs) =>
  fc.record({
    trees: fc.array(stump(outputs), { minLength: 1, maxLength: 6 })
      .map((stumps) => joinTrees(stumps, outputs)),
    matrix: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 8,
    }).map((rows) => ({
      names: ["a", "b", "c"],
      rows: rows.length,
      values: Float32Array.from(rows.flat()),
    })),
  })
);

async function run(trees: TreeEnsemble, matrix: Parameters<typeof runGraph>[2]) {
  const graph = new GraphBuilder();
  return [...await runGraph(graph, lowerBoostedTrees(trees, graph, graph.input), matrix)];
}

describe("lowerBoostedTrees", () => {
  it("gives the same sums in onnxruntime, whatever side holes and values at thresholds take", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ trees, matrix }) => {
        assert.deepEqual(await run(trees, matrix), [...sumTrees(trees, matrix)]);
      }),
      { numRuns: 150 },
    );
  });

  it("gives 0 for outputs that no tree has a value for", async () => {
    const matrix = { names: ["a"], rows: 2, values: Float32Array.of(1, NaN) };
    assert.deepEqual(await run(oneLeaf(3, 1, 0.5), matrix), [0, 0.5, 0, 0, 0.5, 0]);
  });

  it("asks no node to watch for holes", () => {
    fc.assert(fc.property(cases, ({ trees }) => {
      const { trees: turned, negated } = withHolesRight(trees);
      assert.ok(turned.missingLeft.every((left) => left === 0));
      assert.ok(negated.every((column) => column >= 0 && column < width));
    }));
  });
});
