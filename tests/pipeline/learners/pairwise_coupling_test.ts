import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  type ClassPairs,
  couplePairs,
  lowerCouplePairs,
} from "@/pipeline/learners/pairwise_coupling.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { castTo } from "@/pipeline/onnx/double_nodes.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { assertClose } from "../steps/assert_close.ts";

/** Every two of the classes `present` among `classCount`. */
function pairsOf(classCount: number, present: readonly number[]): ClassPairs {
  const pairs = present.flatMap((first, index) =>
    present.slice(index + 1).map((second) => [first, second] as const)
  );
  return {
    classCount,
    first: pairs.map(([first]) => first),
    second: pairs.map(([, second]) => second),
  };
}

describe("couplePairs", () => {
  it("gives back the probabilities that all pairs come from", () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(fc.property(weights, (weights) => {
      const sum = weights.reduce((a, b) => a + b);
      const pairs = pairsOf(weights.length, [...weights.keys()]);
      const logOdds = Float64Array.from(
        pairs.first,
        (first, pair) => Math.log(weights[first]! / weights[pairs.second[pair]!]!),
      );
      assertClose(couplePairs(pairs, logOdds), weights.map((weight) => weight / sum), 1e-6);
    }));
  });

  it("gives a class in no pair the probability 0", () => {
    const probabilities = couplePairs(pairsOf(4, [0, 3]), Float64Array.of(0, 1e9));
    assert.deepEqual(probabilities.subarray(0, 4), Float32Array.of(0.5, 0, 0, 0.5));
    assert.ok(probabilities[4]! > 0.9999 && probabilities[5] === 0);
  });

  it("is the same in ONNX, for log-odds of any size", async () => {
    const pairs = pairsOf(5, [0, 1, 3, 4]);
    const width = pairs.first.length;
    const values = Float32Array.from(
      { length: 40 * width },
      (_, cell) => Math.sin(cell * 7) * 10 ** (cell % 5 - 1),
    );
    const graph = new GraphBuilder();
    const output = lowerCouplePairs(pairs, graph, castTo(graph, graph.input, "float64"));
    const names = pairs.first.map((_, index) => `${index}`);
    assertClose(
      await runGraph(graph, output, { names, rows: 40, values }),
      couplePairs(pairs, Float64Array.from(values)),
      1e-6,
    );
  });
});
