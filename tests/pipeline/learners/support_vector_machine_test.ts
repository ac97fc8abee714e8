import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { logisticRegression } from "@/pipeline/learners/logistic_regression.ts";
import { supportVectorMachine } from "@/pipeline/learners/support_vector_machine.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import type { Notice } from "@/pipeline/problem.ts";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import type { LabelledRows } from "@/pipeline/steps/row_step.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { assertClose } from "../steps/assert_close.ts";
import { cyclicRows } from "./cyclic_rows.ts";
import { accuracyOf } from "./labelled_rows.ts";

async function fit(
  { matrix, labels }: LabelledRows,
  params: Record<string, unknown> = {},
  notices: Notice[] = [],
) {
  const parsed = supportVectorMachine.params.parse(params);
  return await supportVectorMachine.fit(matrix, labels, parsed, {
    ...quietContext(1),
    notice: (notice) => notices.push(notice),
  });
}

/** A disc, a ring around it and a ring around that. */
function rings(rows: number, seed: number): LabelledRows {
  const random = new Random(seed);
  const codes = Int32Array.from({ length: rows }, (_, row) => row % 3);
  const values = new Float32Array(rows * 2);
  for (let row = 0; row < rows; row++) {
    const radius = codes[row]! * 2 + random.next(), angle = random.next() * 2 * Math.PI;
    values.set([radius * Math.cos(angle), radius * Math.sin(angle)], row * 2);
  }
  return {
    matrix: { names: ["x", "y"], rows, values },
    labels: { classes: ["disc", "ring", "outer ring"], codes },
  };
}

describe("support-vector-machine", () => {
  it("separates rings, which no straight border does", async () => {
    const train = rings(300, 1), fresh = rings(300, 2);
    const fitted = await fit(train);
    assert.ok(
      accuracyOf(supportVectorMachine.predict(fitted, fresh.matrix), fresh.labels) > 0.98,
    );
    const linear = await fit(train, { kernel: "linear" });
    assert.ok(accuracyOf(supportVectorMachine.predict(linear, fresh.matrix), fresh.labels) < 0.7);
    const logistic = await logisticRegression.fit(
      train.matrix,
      train.labels,
      logisticRegression.params.parse({}),
      { ...quietContext(), notice: () => {} },
    );
    assert.ok(accuracyOf(logisticRegression.predict(logistic, fresh.matrix), fresh.labels) < 0.7);
  });

  it("means by its probabilities what they say", async () => {
    const { matrix, labels } = rings(300, 3);
    const random = new Random(4);
    // Every fourth row of the disc gets the label of the ring.
    const codes = labels.codes.map((code) => code === 0 && random.next() < 0.25 ? 1 : code);
    const fitted = await fit({ matrix, labels: { ...labels, codes } }, { C: 1 });
    const fresh = rings(300, 5);
    const predicted = supportVectorMachine.predict(fitted, fresh.matrix);
    let sum = 0;
    for (let row = 0; row < 300; row += 3) sum += predicted[row * 3]!;
    assert.ok(Math.abs(sum / 100 - 0.75) < 0.1, `${sum / 100}`);
  });

  it("has scikit-learn's gamma and gives the same in ONNX, extremes and holes included", async () => {
    const rows = cyclicRows();
    const { matrix } = rows;
    const fitted = await fit(rows);
    // 1/(4*(X - X.mean(0)).var()) of NumPy 1.24.2
    assertClose([fitted.kernel.gamma], [1.1218435783803629], 1e-9);
    const values = matrix.values.slice();
    values.set([NaN, NaN, NaN, NaN, 3e38, 1e17, -1e17, NaN, 1e5, -1e5, 0, 0]);
    const fresh = { ...matrix, values };
    for (const params of [{}, { kernel: "linear" }, { gammaFactor: 10 }]) {
      const fitted = await fit(rows, params);
      const graph = new GraphBuilder();
      const output = supportVectorMachine.lower(fitted, graph, graph.input);
      assertClose(
        await runGraph(graph, output, fresh),
        supportVectorMachine.predict(fitted, fresh),
        1e-6,
      );
    }
  });

  it("learns from a sample of many rows and says so", async () => {
    const notices: Notice[] = [];
    const fitted = await fit(rings(2400, 6), {}, notices);
    assert.deepEqual(notices.map((notice) => notice.code), ["learners/sampled"]);
    assert.match(notices[0]!.message.en, /1998 of the 2400/);
    const fresh = rings(300, 7);
    assert.ok(
      accuracyOf(supportVectorMachine.predict(fitted, fresh.matrix), fresh.labels) > 0.98,
    );
  });
});
