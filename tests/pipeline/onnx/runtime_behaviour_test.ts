import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { Random } from "@/pipeline/random.ts";
import { runGraph } from "./run_graph.ts";

/** What steps and learners rely on when they lower themselves: how onnxruntime treats NaN, ties and rounding. */
describe("onnxruntime", () => {
  const special = [NaN, -1, -0, 0, 0.5, 1, 2, Infinity, -Infinity];

  async function run(
    lower: (graph: GraphBuilder) => string,
    values: readonly number[],
    width = values.length,
  ): Promise<number[]> {
    const graph = new GraphBuilder();
    return [
      ...await runGraph(graph, lower(graph), {
        names: Array.from({ length: width }, (_, index) => `f${index}`),
        rows: values.length / width,
        values: Float32Array.from(values),
      }),
    ];
  }

  const scalar = (graph: GraphBuilder, value: number) => graph.floats("scalar", [value], []);
  const asFloat = (graph: GraphBuilder, input: string) =>
    graph.node("Cast", [input], { to: { int: 1 } });

  it("keeps a hole in Max, Min and Clip from either side, in every lane", async () => {
    for (const width of [1, 3, 4, 7, 8, 15, 16, 17, 33]) {
      for (const hole of [0, width - 1]) {
        const values = Array.from({ length: width }, (_, index) => index === hole ? NaN : 5);
        const expected = values.map((value) => Number.isNaN(value) ? NaN : 1);
        assert.deepEqual(
          await run((g) => g.node("Min", [g.input, scalar(g, 1)]), values),
          expected,
        );
        assert.deepEqual(
          await run((g) => g.node("Min", [scalar(g, 1), g.input]), values),
          expected,
        );
        assert.deepEqual(
          await run((g) => g.node("Clip", [g.input, scalar(g, 0), scalar(g, 1)]), values),
          expected,
        );
        const low = values.map((value) => -value);
        assert.deepEqual(await run((g) => g.node("Max", [g.input, scalar(g, 1)]), low), expected);
      }
    }
  });

  it("compares as IEEE 754 does: nothing is true of a hole", async () => {
    const comparisons: Record<string, (value: number) => boolean> = {
      Less: (value) => value < 0,
      LessOrEqual: (value) => value <= 0,
      Greater: (value) => value > 0,
      GreaterOrEqual: (value) => value >= 0,
      Equal: (value) => value === 0,
    };
    for (const [op, holds] of Object.entries(comparisons)) {
      assert.deepEqual(
        await run((g) => asFloat(g, g.node(op, [g.input, scalar(g, 0)])), special),
        special.map((value) => holds(value) ? 1 : 0),
        op,
      );
    }
    assert.deepEqual(
      await run((g) => asFloat(g, g.node("IsNaN", [g.input])), special),
      special.map((value) => Number.isNaN(value) ? 1 : 0),
    );
  });

  it("fills holes by column with Where and with Imputer, and nothing else", async () => {
    const values = [NaN, NaN, 1, NaN, 0, Infinity];
    const filled = [7, 8, 1, 8, 0, Infinity];
    assert.deepEqual(
      await run(
        (g) => g.node("Where", [g.node("IsNaN", [g.input]), g.floats("fill", [7, 8]), g.input]),
        values,
        2,
      ),
      filled,
    );
    const impute = (value: number) => (g: GraphBuilder) =>
      g.machineLearningNode("Imputer", [g.input], {
        imputed_value_floats: { floats: Float32Array.of(7, 8) },
        replaced_value_float: { float: value },
      });
    assert.deepEqual(await run(impute(NaN), values, 2), filled);
    assert.deepEqual(await run(impute(0), values, 2), [NaN, NaN, 1, NaN, 7, Infinity]);
  });

  it("rounds every Sub, Add, Mul, Div and Scaler to float32 once", async () => {
    const random = new Random(1);
    const values = Array.from({ length: 500 }, () => Math.fround(random.normal() * 1e6));
    const [a, b] = [Math.fround(3.3), Math.fround(0.7)];
    const expect = async (
      lower: (graph: GraphBuilder) => string,
      compute: (value: number) => number,
    ) => assert.deepEqual(await run(lower, values), values.map(compute));
    await expect(
      (g) => g.node("Div", [g.node("Sub", [g.input, scalar(g, a)]), scalar(g, b)]),
      (value) => Math.fround(Math.fround(value - a) / b),
    );
    await expect(
      (g) => g.node("Add", [g.node("Mul", [g.input, scalar(g, b)]), scalar(g, a)]),
      (value) => Math.fround(Math.fround(value * b) + a),
    );
    await expect(
      (g) =>
        g.machineLearningNode("Scaler", [g.input], {
          offset: { floats: Float32Array.of(a) },
          scale: { floats: Float32Array.of(b) },
        }),
      (value) => Math.fround(Math.fround(value - a) * b),
    );
  });

  it("rounds halves to even", async () => {
    assert.deepEqual(
      await run((g) => g.node("Round", [g.input]), [0.5, 1.5, 2.5, -1.5, NaN]),
      [0, 2, 2, -2, NaN],
    );
  });

  it("gives the lowest index of the greatest value", async () => {
    const index = (g: GraphBuilder) =>
      asFloat(g, g.node("ArgMax", [g.input], { axis: { int: 1 }, keepdims: { int: 1 } }));
    assert.deepEqual(await run(index, [1, 3, 3, 5, 5, 1, 2, 2, 2], 3), [1, 0, 0]);
  });

  it("computes in float64 between two casts", async () => {
    const values = [1e17, 1.7e17, NaN];
    const graph = (g: GraphBuilder) => {
      const wide = g.node("Cast", [g.input], { to: { int: 11 } });
      const third = g.constant("third", {
        type: "float64",
        dims: [],
        data: Float64Array.of(1 / 3),
      });
      return asFloat(g, g.node("Mul", [wide, third]));
    };
    assert.deepEqual(
      await run(graph, values),
      values.map((value) => Math.fround(Math.fround(value) * (1 / 3))),
    );
  });
});
