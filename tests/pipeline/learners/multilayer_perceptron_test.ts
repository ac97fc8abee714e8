import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { TrainingContext } from "@/pipeline/learners/learner.ts";
import {
  multilayerPerceptron,
  type MultilayerPerceptronFitted,
} from "@/pipeline/learners/multilayer_perceptron.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { HealerError, type Notice } from "@/pipeline/problem.ts";
import { cancelled, quietContext } from "@/pipeline/run_context.ts";
import { Random } from "@/pipeline/random.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { assertClose } from "../steps/assert_close.ts";
import { accuracyOf, type LabelledRows } from "./labelled_rows.ts";

/** Two interleaved spirals: no straight border parts them. */
function spirals(seed: number, rows: number, noise = 0.05): LabelledRows {
  const random = new Random(seed);
  const values = new Float32Array(rows * 2);
  const codes = Int32Array.from({ length: rows }, (_, row) => {
    const code = row % 2, way = 0.5 + 2.5 * random.next();
    values[row * 2] = way * Math.cos(way * 2 + code * Math.PI) + noise * random.normal();
    values[row * 2 + 1] = way * Math.sin(way * 2 + code * Math.PI) + noise * random.normal();
    return code;
  });
  return { matrix: { names: ["x", "y"], rows, values }, labels: { classes: ["a", "b"], codes } };
}

async function fit(
  { matrix, labels }: LabelledRows,
  params: Record<string, unknown> = {},
  context: Partial<TrainingContext> = {},
): Promise<MultilayerPerceptronFitted> {
  return await multilayerPerceptron.fit(
    matrix,
    labels,
    parseLearnerParams(multilayerPerceptron, params),
    { ...quietContext(1), notice: () => {}, ...context },
  );
}

describe("multilayer-perceptron", () => {
  it("learns what no straight border parts", async () => {
    const fitted = await fit(spirals(1, 600), { epochs: 100, learningRate: 0.01 });
    const fresh = spirals(2, 300);
    const accuracy = accuracyOf(multilayerPerceptron.predict(fitted, fresh.matrix), fresh.labels);
    assert.ok(accuracy > 0.97, `${accuracy}`);
  });

  it("learns the same on one, two and three threads", async () => {
    const rows = spirals(1, 700);
    for (const changes of [{}, { batchNormalisation: true }]) {
      const params = { layers: [190, 170], batchSize: 150, epochs: 3, dropout: 0.2, ...changes };
      const alone = await fit(rows, params);
      for (const threads of [2, 3]) {
        assert.deepEqual(await fit(rows, params, { threads }), alone);
      }
    }
  });

  it("stops inside an epoch when it is cancelled, on two threads too", async () => {
    const rows = spirals(1, 700);
    for (const threads of [1, 2]) {
      let calls = 0;
      const fitting = fit(rows, { layers: [190, 170], batchSize: 150 }, {
        threads,
        progress: () => {
          if (++calls === 3) throw cancelled();
        },
        metric: () => assert.fail("an epoch went by"),
      });
      await assert.rejects(
        fitting,
        (error) => error instanceof HealerError && error.problem.code === "run/cancelled",
      );
      assert.equal(calls, 3);
    }
  });

  it("tells and keeps the losses of each epoch", async () => {
    const told: [string, number, number][] = [];
    const { curves } = await fit(spirals(1, 300), { epochs: 12, patience: 12 }, {
      metric: (name, epoch, loss) => told.push([name, epoch, loss]),
    });
    assert.equal(curves.train.length, 12);
    assert.ok(curves.train.at(-1)! < 0.7 * curves.train[0]!, `${curves.train}`);
    assert.equal(curves.bestEpoch, curves.validation.indexOf(Math.min(...curves.validation)));
    const expected = curves.train.flatMap((loss, epoch) => [
      ["train loss", epoch + 1, loss],
      ["validation loss", epoch + 1, curves.validation[epoch]],
    ]);
    assert.deepEqual(told, expected);
  });

  it("ends after so many epochs without gain, and keeps the weights of the best one", async () => {
    // Labels drawn by lot: what is learnt of them soon makes the rows held out less likely.
    const { matrix, labels } = spirals(1, 300);
    const codes = new Random(5).shuffle(labels.codes.slice());
    const rows = { matrix, labels: { ...labels, codes } };
    const params = { learningRate: 0.01, schedule: "constant", patience: 4 };
    const fitted = await fit(rows, params);
    const { train, bestEpoch } = fitted.curves;
    assert.equal(train.length, bestEpoch + 5);
    const shorter = await fit(rows, { ...params, epochs: bestEpoch + 1 });
    assert.deepEqual(shorter.network, fitted.network);
  });

  it("holds out whole groups, or says that it holds out nothing", async () => {
    const { matrix, labels } = spirals(1, 300);
    const notices: Notice[] = [];
    const notice = (each: Notice): void => void notices.push(each);
    const inPairs = { ...labels, groups: labels.codes.map((_, row) => row >> 1) };
    const paired = await fit({ matrix, labels: inPairs }, { epochs: 2 }, { notice });
    assert.equal(paired.curves.validation.length, 2);
    assert.deepEqual(notices, []);
    const asOne = { ...labels, groups: new Int32Array(300) };
    const { curves } = await fit({ matrix, labels: asOne }, { epochs: 2 }, { notice });
    assert.deepEqual(curves.validation, []);
    assert.equal(curves.bestEpoch, 1);
    assert.deepEqual(notices.map(({ code }) => code), ["learners/no-validation"]);
    await fit({ matrix, labels: asOne }, { epochs: 1, earlyStopping: false }, { notice });
    assert.equal(notices.length, 1);
  });

  it("gives rare classes their due where weights are balanced", async () => {
    const { matrix, labels } = spirals(1, 600, 0.6);
    const kept = [...labels.codes.keys()].filter((row) => row % 2 === 0 || row % 20 === 1);
    const rare = {
      matrix: {
        ...matrix,
        rows: kept.length,
        values: Float32Array.from(kept.flatMap((row) => [
          matrix.values[2 * row]!,
          matrix.values[2 * row + 1]!,
        ])),
      },
      labels: { ...labels, codes: Int32Array.from(kept, (row) => labels.codes[row]!) },
    };
    const share = async (classWeight: string): Promise<number> => {
      const fitted = await fit(rare, { classWeight, epochs: 10 });
      const predicted = multilayerPerceptron.predict(fitted, matrix);
      return predicted.reduce((sum, each, cell) => sum + (cell % 2 === 1 ? each : 0)) / 600;
    };
    const [plain, balanced] = [await share("none"), await share("balanced")];
    assert.ok(plain < 0.2 && balanced > 0.3, `${plain} and ${balanced}`);
  });

  it("takes columns as they come: raw, huge, constant, empty, with holes", async () => {
    const { matrix, labels } = spirals(1, 300);
    const values = Float32Array.from({ length: 300 * 4 }, (_, cell) => {
      const row = cell >> 2;
      if (row % 10 === 0 && cell % 4 === 0) return NaN;
      return [
        1e17 * matrix.values[2 * row]!,
        1e-3 * matrix.values[2 * row + 1]!,
        5,
        NaN,
      ][cell % 4]!;
    });
    const raw = { names: ["x", "y", "constant", "empty"], rows: 300, values };
    const fitted = await fit({ matrix: raw, labels }, { learningRate: 0.01 });
    const predicted = multilayerPerceptron.predict(fitted, raw);
    assert.ok(accuracyOf(predicted, labels) > 0.85);
    for (const activation of ["leaky-relu", "relu", "gelu"]) {
      const network = (await fit({ matrix: raw, labels }, { activation, epochs: 2 })).network;
      const extreme = { ...raw, values: values.map((value, cell) => cell % 7 ? value : 3e38) };
      const graph = new GraphBuilder();
      const output = multilayerPerceptron.lower(
        { network, curves: fitted.curves },
        graph,
        graph.input,
      );
      assertClose(
        await runGraph(graph, output, extreme),
        multilayerPerceptron.predict({ network, curves: fitted.curves }, extreme),
        1e-6,
      );
    }
  });
});
