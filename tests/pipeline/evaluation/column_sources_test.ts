import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { columnSources, mixed } from "@/pipeline/evaluation/column_sources.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import type { OnnxGraph } from "@/pipeline/onnx/onnx_model.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { columnSteps, parseStepParams } from "@/pipeline/steps/registry.ts";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";
import { tablePairOf } from "../steps/random_tables.ts";

const width = 7;
const tables = tablePairOf({ seed: 5, trainRows: 40, freshRows: 12, width, holes: 0.1 });

/** What fills a hole from several other columns. */
const mixing = [{ strategy: "regression" }, { strategy: "nearest" }];

describe("columnSources", () => {
  for (const step of columnSteps) {
    const variants = step.name === "impute"
      ? [{}, { indicators: true }, ...mixing]
      : step.name === "scale"
      ? [{}, { method: "robust" }, { method: "quantile-normal" }]
      : [{}];
    for (const params of variants) {
      const name = `${step.name} ${JSON.stringify(params)}`;
      it(`says of ${name} which raw column moves which`, () => {
        const context = { ...quietContext(), labels: tables.labels };
        const fitted = step.fit(tables.train, parseStepParams(step, params), context);
        const graph = new GraphBuilder();
        const output = step.lower(fitted, graph, graph.input);
        const sources = columnSources(graphOf(graph), output);
        if (mixing.some((each) => JSON.stringify(each) === JSON.stringify(params))) {
          assert.equal(sources, null);
          return;
        }
        assert.ok(sources !== null && sources.every((source) => source >= 0 && source < width));
        const usual = step.apply(fitted, tables.fresh);
        assert.equal(sources.length, usual.names.length);
        for (let moved = 0; moved < width; moved++) {
          const other = step.apply(fitted, withMoved(tables.fresh, moved));
          const isMoved = (_: number, cell: number): boolean =>
            !Object.is(other.values[cell], usual.values[cell]);
          const cells = usual.values.map((_, cell) => cell).filter(isMoved);
          assert.ok(cells.every((cell) => sources[cell % sources.length] === moved));
        }
      });
    }
  }

  it("tells what is mixed of several columns, and repeats constants and single columns", () => {
    const graph = new GraphBuilder();
    const column = (index: number) =>
      graph.node("Gather", [graph.input, graph.integers("column", [index])], { axis: { int: 1 } });
    const sum = graph.node("Add", [column(0), column(1)]);
    const nothing = graph.floats("nothing", [0, 0, 0], [1, 3]);
    const repeated = graph.node("Mul", [column(2), graph.floats("weights", [1, 2, 3])]);
    const all = graph.node("Concat", [column(-1), sum, repeated], { axis: { int: 1 } });
    assert.deepEqual([...columnSources(graphOf(graph), all) ?? []], [6, mixed, 2, 2, 2]);
    const spread = graph.node("Add", [repeated, nothing]);
    assert.deepEqual([...columnSources(graphOf(graph), spread) ?? []], [2, 2, 2]);
  });

  it("follows no operator that it does not know, and no constant of several rows", () => {
    const graph = new GraphBuilder();
    const square = graph.floats("square", new Float32Array(width * width), [width, width]);
    const product = graph.node("MatMul", [graph.input, square]);
    const scaled = graph.node("Mul", [product, graph.floats("two", [2])]);
    const rows = graph.node("Add", [graph.input, square]);
    const flipped = graph.node("Transpose", [graph.input], { perm: { ints: [1, 0] } });
    for (const value of [product, scaled, rows, flipped, "elsewhere"]) {
      assert.equal(columnSources(graphOf(graph), value), null);
    }
  });
});

function graphOf({ nodes, initializers, input }: GraphBuilder): OnnxGraph {
  return {
    name: "steps",
    nodes,
    initializers,
    inputs: [{ name: input, type: "float32", dims: ["n", width] }],
    outputs: [],
  };
}

/** The same rows with other values in one column. */
function withMoved(matrix: FeatureMatrix, column: number): FeatureMatrix {
  return {
    ...matrix,
    values: matrix.values.map((value, cell) =>
      cell % width !== column ? value : Number.isNaN(value) ? 3 : Math.fround(value / 2 + 1)
    ),
  };
}
