import { describe, it } from "node:test";
import { signedLog } from "@/pipeline/steps/signed_log.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { Random } from "@/pipeline/random.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { assertClose } from "./assert_close.ts";
import { matrixOf } from "./reference_values.ts";

describe("signed-log", () => {
  it("gives sign(x)·log(1+|x|), holes staying holes", () => {
    const rows = matrixOf([[0], [Math.E - 1], [1 - Math.E], [1e17], [-1e17], [1e-30], [NaN]]);
    assertClose(
      signedLog.apply(null, rows).values,
      [0, 1, -1, 39.14394658, -39.14394658, 0, NaN],
      1e-7,
    );
  });

  it("is equal in the graph to the last bit, from 1e-30 to 1e30 on both sides of 0", async () => {
    const random = new Random(11);
    const rows = matrixOf(Array.from({ length: 20_000 }, () => {
      const size = 10 ** (60 * random.next() - 30);
      return [size, -size];
    }));
    const graph = new GraphBuilder();
    const output = signedLog.lower(null, graph, graph.input);
    assertClose(await runGraph(graph, output, rows), signedLog.apply(null, rows).values, 0);
  });
});
