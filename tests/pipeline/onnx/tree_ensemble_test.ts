import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { classifierModel } from "@/pipeline/onnx/classifier_model.ts";
import { encodeModel } from "@/pipeline/onnx/encode_model.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { openModel } from "@/pipeline/onnx/run_model.ts";
import { Random } from "@/pipeline/random.ts";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";
import { pythonHas, runPython } from "../../python.ts";
import { runGraph } from "./run_graph.ts";
import { type DecisionTree, treeEnsemble } from "./tree_ensemble.ts";

/** A tree of one split of feature 0, with one target. */
function stump(threshold: number, missingLeft: number, left = 1, right = 2): DecisionTree {
  return {
    features: [0, -1, -1],
    thresholds: [threshold, 0, 0],
    left: [1, 0, 0],
    right: [2, 0, 0],
    missingLeft: [missingLeft, 0, 0],
    targets: [0],
    weights: [0, left, right],
  };
}

function column(...values: number[]): FeatureMatrix {
  return { names: ["a"], rows: values.length, values: Float32Array.from(values) };
}

async function sums(
  trees: readonly DecisionTree[],
  matrix: FeatureMatrix,
  targetCount = 1,
  baseValues?: readonly number[],
): Promise<number[]> {
  const graph = new GraphBuilder();
  const output = treeEnsemble(graph, graph.input, trees, targetCount, baseValues);
  return [...await runGraph(graph, output, matrix)];
}

/** A random tree whose thresholds are values of `matrix`. */
function randomTree(
  random: Random,
  matrix: FeatureMatrix,
  depth: number,
  targets: readonly number[],
): DecisionTree {
  const tree = {
    features: [] as number[],
    thresholds: [] as number[],
    left: [] as number[],
    right: [] as number[],
    missingLeft: [] as number[],
    targets,
    weights: [] as number[],
  };
  const grow = (depth: number): number => {
    const node = tree.features.length;
    const isLeaf = depth === 0 || random.next() < 0.1;
    tree.features.push(isLeaf ? -1 : random.below(matrix.names.length));
    const value = matrix.values[random.below(matrix.values.length)]!;
    tree.thresholds.push(Number.isNaN(value) ? 0 : value);
    tree.missingLeft.push(random.below(2));
    tree.weights.push(...targets.map(() => Math.fround(random.normal())));
    tree.left.push(0);
    tree.right.push(0);
    if (!isLeaf) {
      tree.left[node] = grow(depth - 1);
      tree.right[node] = grow(depth - 1);
    }
    return node;
  };
  grow(depth);
  return tree;
}

/** The rules of the operator, in TypeScript. */
function expectedSums(
  trees: readonly DecisionTree[],
  matrix: FeatureMatrix,
  targetCount: number,
): Float32Array {
  const width = matrix.names.length;
  const sums = new Float32Array(matrix.rows * targetCount);
  for (let row = 0; row < matrix.rows; row++) {
    for (const tree of trees) {
      let node = 0;
      while (tree.features[node]! >= 0) {
        const value = matrix.values[row * width + tree.features[node]!]!;
        const goesLeft = Number.isNaN(value)
          ? tree.missingLeft[node] !== 0
          : value <= tree.thresholds[node]!;
        node = (goesLeft ? tree.left : tree.right)[node]!;
      }
      for (const [index, target] of tree.targets.entries()) {
        sums[row * targetCount + target]! += tree.weights[node * tree.targets.length + index]!;
      }
    }
  }
  return sums;
}

function randomMatrix(random: Random, rows: number, width: number): FeatureMatrix {
  const values = Float32Array.from(
    { length: rows * width },
    () => random.next() < 0.15 ? NaN : Math.round(random.normal() * 8) / 8 * 10 ** random.below(12),
  );
  return { names: Array.from({ length: width }, (_, index) => `f${index}`), rows, values };
}

describe("TreeEnsembleRegressor in onnxruntime", () => {
  it("takes values up to the float32 threshold left", async () => {
    const tenth = Math.fround(0.1);
    const next = Math.fround(0.1 + 1e-8);
    assert.ok(next > tenth);
    assert.deepEqual(
      await sums([stump(0.1, 0)], column(0.09, tenth, next, Infinity, -Infinity)),
      [1, 1, 2, 2, 1],
    );
    assert.deepEqual(await sums([stump(0, 0)], column(-0, 0, 1e-45, -1e-45)), [1, 1, 2, 1]);
    assert.deepEqual(await sums([stump(Infinity, 0)], column(3e38, Infinity)), [1, 1]);
  });

  it("takes a missing value left only where the split says so", async () => {
    assert.deepEqual(await sums([stump(0.5, 0), stump(0.5, 1, 10, 20)], column(NaN)), [12]);
    assert.deepEqual(await sums([stump(Infinity, 0)], column(NaN)), [2]);
  });

  it("adds base values last, and only to targets that some leaf of the row names", async () => {
    assert.deepEqual(await sums([stump(0.5, 0)], column(0, 1), 1, [10]), [11, 12]);
    const onlySecond = { ...stump(0.5, 0), targets: [1] };
    assert.deepEqual(
      await sums([onlySecond], column(0, 1), 3, [10, 20, 30]),
      [0, 21, 0, 0, 22, 0],
    );
  });

  it("takes trees that are one leaf", async () => {
    const leaf: DecisionTree = {
      features: [-1],
      thresholds: [0],
      left: [0],
      right: [0],
      missingLeft: [0],
      targets: [0],
      weights: [5],
    };
    assert.deepEqual(await sums([leaf, stump(0.5, 0)], column(0, 1)), [6, 7]);
  });

  for (
    const { classes, perClass } of [
      { classes: 2, perClass: false },
      { classes: 2, perClass: true },
      { classes: 6, perClass: false },
      { classes: 6, perClass: true },
    ]
  ) {
    const shape = perClass ? "a tree for each class" : "leaves of all classes";
    it(`gives the labels of ${classes} classes with ${shape}`, async () => {
      const random = new Random(classes);
      const matrix = randomMatrix(random, 200, 5);
      const trees = Array.from({ length: 30 }, (_, index) => {
        const targets = perClass ? [index % classes] : Array.from({ length: classes }, (_, k) => k);
        return randomTree(random, matrix, 5, targets);
      });
      const graph = new GraphBuilder();
      const sums = treeEnsemble(graph, graph.input, trees, classes);
      const names = Array.from({ length: classes }, (_, index) => `class ${index}`);
      const model = await openModel(encodeModel(classifierModel(graph, {
        featureCount: 5,
        probabilities: graph.node("Softmax", [sums], { axis: { int: 1 } }),
        classes: names,
        metadata: new Map(),
      })));
      const { labels, probabilities } = await model.run(matrix.values, matrix.rows);
      await model.release();
      const expected = expectedSums(trees, matrix, classes);
      const seen = new Set<string>();
      for (let row = 0; row < matrix.rows; row++) {
        const scores = expected.subarray(row * classes, (row + 1) * classes);
        const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
        scores.forEach((score, index) => {
          const difference = probabilities[row * classes + index]! - Math.exp(score) / total;
          assert.ok(Math.abs(difference) < 1e-6, `row ${row}: ${difference}`);
        });
        assert.equal(labels[row], names[scores.indexOf(Math.max(...scores))]);
        seen.add(labels[row]!);
      }
      assert.ok(seen.size > classes / 2, `${[...seen]}`);
    });
  }

  it("adds up in float32 in the order of the trees, whatever the number of rows", async () => {
    const random = new Random(4);
    const matrix = randomMatrix(random, 150, 3);
    const trees = Array.from({ length: 100 }, () => randomTree(random, matrix, 4, [0]));
    const together = await sums(trees, matrix);
    assert.deepEqual(together, [...expectedSums(trees, matrix, 1)]);
    const first = { ...matrix, rows: 1, values: matrix.values.subarray(0, 3) };
    assert.deepEqual(await sums(trees, first), together.slice(0, 1));
  });

  it(
    "writes attributes that onnx.checker takes",
    { skip: pythonHas("onnx") ? false : "python3-onnx is not on this machine" },
    () => {
      const graph = new GraphBuilder();
      const trees = [stump(0.5, 1), { ...stump(0.25, 0), targets: [1] }];
      const scores = treeEnsemble(graph, graph.input, trees, 2, [0.5, 0.25]);
      const path = Deno.makeTempFileSync({ suffix: ".onnx" });
      try {
        Deno.writeFileSync(
          path,
          encodeModel(classifierModel(graph, {
            featureCount: 1,
            probabilities: graph.node("Softmax", [scores], { axis: { int: 1 } }),
            classes: ["a", "b"],
            metadata: new Map(),
          })),
        );
        const program = `
import sys, onnx
model = onnx.load(sys.argv[1])
onnx.checker.check_model(model)
print([list(a.ints) for a in model.graph.node[0].attribute if a.name == "target_treeids"])`;
        assert.equal(runPython(program, path).trim(), "[[0, 0, 1, 1]]");
      } finally {
        Deno.removeSync(path);
      }
    },
  );
});
