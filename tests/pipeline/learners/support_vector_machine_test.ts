import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import { logisticRegression } from "@/pipeline/learners/logistic_regression.ts";
import { supportVectorMachine } from "@/pipeline/learners/support_vector_machine.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { HealerError, type Notice } from "@/pipeline/problem.ts";
import { Random } from "@/pipeline/random.ts";
import { cancelled, quietContext } from "@/pipeline/run_context.ts";
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
    for (
      const params of [{}, { kernel: "linear" }, { kernel: "polynomial" }, { gammaFactor: 10 }]
    ) {
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
    const fitted = await fit(rings(2400, 6), { solver: "ml-svm", C: 0.1 }, notices);
    assert.equal(notices[0]?.code, "learners/sampled");
    assert.match(notices[0].message.en, /1998 of the 2400/);
    assert.ok(fitted.supportVectors.length <= 1998 * 2);
  });

  it("names the classes that ml-svm names, where the classes overlap too", async () => {
    const fresh = rings(600, 8);
    for (const noise of [0, 0.1]) {
      const { matrix, labels } = rings(300, 9);
      const random = new Random(10);
      const codes = labels.codes.map((code) => random.next() < noise ? random.below(3) : code);
      const named = await Promise.all(["smo", "ml-svm"].map(async (solver) => {
        const fitted = await fit({ matrix, labels: { ...labels, codes } }, { solver });
        return predictedClasses(supportVectorMachine.predict(fitted, fresh.matrix), 3);
      }));
      const same = named[0]!.filter((code, row) => code === named[1]![row]).length;
      assert.ok(same >= 0.97 * fresh.matrix.rows, `${same} of ${fresh.matrix.rows}`);
    }
  });

  it("lets balanced weights name a rare class more often", async () => {
    const random = new Random(11);
    const codes = Int32Array.from({ length: 400 }, (_, row) => row % 10 === 0 ? 1 : 0);
    const values = Float32Array.from(codes, (code) => 1.5 * code + random.normal());
    const rows: LabelledRows = {
      matrix: { names: ["x"], rows: 400, values },
      labels: { classes: ["common", "rare"], codes },
    };
    const [plain = 0, balanced = 0] = await Promise.all(
      ["none", "balanced"].map(async (classWeight) => {
        const fitted = await fit(rows, { classWeight, kernel: "linear" });
        const named = predictedClasses(supportVectorMachine.predict(fitted, rows.matrix), 2);
        return named.filter((code) => code === 1).length;
      }),
    );
    assert.ok(plain < 40 && balanced > 60, `${plain}, ${balanced}`);
  });

  it("learns the same with two threads as with one, and stops when it is cancelled", async () => {
    const rows = rings(4200, 12);
    const params = supportVectorMachine.params.parse({});
    const context = { ...quietContext(1), notice: () => {} };
    const alone = await supportVectorMachine.fit(rows.matrix, rows.labels, params, context);
    const shared = await supportVectorMachine.fit(rows.matrix, rows.labels, params, {
      ...context,
      threads: 2,
    });
    assert.deepEqual(shared, alone);
    const progress = (fraction: number): void => {
      if (fraction > 0.1) throw cancelled();
    };
    await assert.rejects(
      async () =>
        await supportVectorMachine.fit(rows.matrix, rows.labels, params, {
          ...context,
          threads: 2,
          progress,
        }),
      (error) => error instanceof HealerError && error.problem.code === "run/cancelled",
    );
  });
});
