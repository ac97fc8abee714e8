import { describe, it } from "node:test";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import type { ColumnStep } from "@/pipeline/steps/column_step.ts";
import { impute } from "@/pipeline/steps/impute.ts";
import { parseStepParams } from "@/pipeline/steps/registry.ts";
import { scale } from "@/pipeline/steps/scale.ts";
import { takeRows } from "@/pipeline/table/feature_matrix.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { assertClose } from "./assert_close.ts";
import { tablePairOf } from "./random_tables.ts";

const cases: readonly [ColumnStep, Record<string, unknown>][] = [
  [impute, { strategy: "nearest", neighbours: 1 }],
  [impute, { strategy: "nearest", neighbours: 20 }],
  [impute, { strategy: "regression" }],
  [scale, { method: "standard" }],
  [scale, { method: "quantile-normal" }],
];

describe("the graph is equal to apply to the last bit, so that neighbours and thresholds agree", () => {
  for (const [step, params] of cases) {
    it(`for ${step.name} ${JSON.stringify(params)} on a table wider and longer than a block`, async () => {
      const shape = { seed: 3, trainRows: 900, freshRows: 700, width: 40, holes: 0.2 };
      const { train, fresh } = tablePairOf(shape);
      const fitted = step.fit(train, parseStepParams(step, params), quietContext(5));
      const graph = new GraphBuilder();
      const output = step.lower(fitted, graph, graph.input);
      for (const rows of [fresh, takeRows(fresh, [0])]) {
        assertClose(await runGraph(graph, output, rows), step.apply(fitted, rows).values, 0);
      }
    });
  }
});
