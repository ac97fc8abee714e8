import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { lowerTrees } from "@/pipeline/learners/lower_trees.ts";
import { readTrees } from "@/pipeline/learners/read_trees.ts";
import type { TreeEnsemble } from "@/pipeline/learners/tree_ensemble.ts";
import { classifierModel } from "@/pipeline/onnx/classifier_model.ts";
import { decodeModel } from "@/pipeline/onnx/decode_model.ts";
import { encodeModel } from "@/pipeline/onnx/encode_model.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import type { OnnxNode } from "@/pipeline/onnx/onnx_model.ts";
import { arbitraryTrees } from "../evaluation/arbitrary_trees.ts";
import { twoTrees } from "./small_trees.ts";

describe("readTrees", () => {
  it("reads back from a file what lowerTrees has written", () => {
    fc.assert(
      fc.property(arbitraryTrees(4, 3), (trees) => {
        assert.deepEqual(readTrees(throughFile(trees)), withoutLeafChildren(trees));
      }),
    );
  });

  it("takes no node of another form", () => {
    const node = lowered(twoTrees());
    const changed = (attributes: OnnxNode["attributes"]): OnnxNode => ({
      ...node,
      attributes: { ...node.attributes, ...attributes },
    });
    const ints = (name: string, change: (value: number, place: number) => number) => {
      const attribute = node.attributes[name];
      assert.ok(attribute !== undefined && "ints" in attribute);
      return changed({ [name]: { ints: attribute.ints.map(change) } });
    };
    assert.deepEqual(readTrees(changed({})), twoTrees());
    const others = {
      "another operator": { ...node, op: "TreeEnsembleClassifier" },
      "a mean": changed({ aggregate_function: { string: "AVERAGE" } }),
      "a softmax of its own": changed({ post_transform: { string: "SOFTMAX" } }),
      "base values": changed({ base_values: { floats: Float32Array.of(0, 1, 0) } }),
      "no weights": changed({ nodes_hitrates: { floats: new Float32Array() } }),
      "another kind of split": changed({
        nodes_modes: { strings: Array.from({ length: 8 }, () => "BRANCH_LT") },
      }),
      "a tree in two parts": ints("nodes_treeids", (_, place) => place % 2),
      "nodes out of order": ints("nodes_nodeids", (id) => id + 1),
      "a child that is the root": ints("nodes_falsenodeids", () => 0),
      "a child beyond the end": ints("nodes_truenodeids", (id) => id + 100),
      "an output that is not there": ints("target_ids", () => 3),
      "a leaf that is a split": ints("target_nodeids", () => 0),
    };
    for (const [name, other] of Object.entries(others)) {
      assert.equal(readTrees(other), null, name);
    }
  });
});

/** What a leaf has for children means nothing. */
function withoutLeafChildren(trees: TreeEnsemble): TreeEnsemble {
  const ofSplit = (child: number, node: number): number => trees.feature[node]! < 0 ? 0 : child;
  return { ...trees, left: trees.left.map(ofSplit), right: trees.right.map(ofSplit) };
}

function lowered(trees: TreeEnsemble): OnnxNode {
  const graph = new GraphBuilder();
  lowerTrees(trees, graph, graph.input);
  return graph.nodes[0]!;
}

function throughFile(trees: TreeEnsemble): OnnxNode {
  const graph = new GraphBuilder();
  const probabilities = lowerTrees(trees, graph, graph.input);
  const bytes = encodeModel(classifierModel(graph, {
    featureCount: 4,
    probabilities,
    classes: ["a", "b", "c"],
    metadata: new Map(),
  }));
  return decodeModel(bytes).graph.nodes[0]!;
}
