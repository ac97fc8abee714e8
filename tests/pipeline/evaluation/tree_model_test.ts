import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findTreeModel, type TreeModel } from "@/pipeline/evaluation/tree_model.ts";
import { lowerTrees } from "@/pipeline/learners/lower_trees.ts";
import { classifierModel } from "@/pipeline/onnx/classifier_model.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { twoTrees } from "../learners/small_trees.ts";

type Lower = (graph: GraphBuilder) => string;

const trees: Lower = (graph) => lowerTrees(twoTrees(), graph, graph.input);
const scalar = (graph: GraphBuilder, value: number): string => graph.floats("scalar", [value], []);

function modelOf(lower: Lower): TreeModel | null {
  const graph = new GraphBuilder();
  const { graph: whole } = classifierModel(graph, {
    featureCount: 2,
    probabilities: lower(graph),
    classes: ["a", "b", "c"],
    metadata: new Map(),
  });
  return findTreeModel(whole);
}

describe("findTreeModel", () => {
  it("takes weighted sums of trees apart, up to the softmax", () => {
    const model = modelOf((graph) => {
      const base = graph.floats("base", [1, 2, 3]);
      const first = graph.node("Add", [
        graph.node("Mul", [scalar(graph, 0.25), trees(graph)]),
        base,
      ]);
      const second = graph.node("Div", [trees(graph), scalar(graph, 4)]);
      const cooled = graph.node("Div", [
        graph.node("Sub", [first, second]),
        scalar(graph, 2),
      ]);
      return graph.node("Softmax", [cooled], { axis: { int: 1 } });
    });
    assert.ok(model !== null);
    assert.equal(model.link, "softmax");
    assert.deepEqual([...model.offset], [0.5, 1, 1.5]);
    assert.deepEqual(model.terms.map(({ factor }) => factor), [0.125, -0.125]);
    assert.deepEqual(model.terms.map(({ sources }) => [...sources]), [[0, 1], [0, 1]]);
  });

  it("finds none where something else than trees has a say", () => {
    const others: Record<string, Lower> = {
      "no trees": (graph) => graph.node("Softmax", [graph.input], { axis: { int: 1 } }),
      "a product with rows": (graph) => graph.node("Mul", [trees(graph), trees(graph)]),
      "a factor a class": (graph) =>
        graph.node("Mul", [trees(graph), graph.floats("factors", [1, 2, 3])]),
      "a curve behind them": (graph) => graph.node("Sigmoid", [trees(graph)]),
      "one sum used twice": (graph) => {
        const once = trees(graph);
        return graph.node("Add", [once, once]);
      },
      "weights that do not add up": (graph) => {
        const cover = new Float32Array(8).fill(1);
        return lowerTrees({ ...twoTrees(), cover }, graph, graph.input);
      },
      "a column that mixes features": (graph) => {
        const column = (index: number) =>
          graph.node("Gather", [graph.input, graph.integers("column", [index])], {
            axis: { int: 1 },
          });
        const mixed = graph.node("Add", [column(0), column(1)]);
        const both = graph.node("Concat", [column(0), mixed], { axis: { int: 1 } });
        return lowerTrees(twoTrees(), graph, both);
      },
    };
    for (const [name, lower] of Object.entries(others)) assert.equal(modelOf(lower), null, name);
  });
});
