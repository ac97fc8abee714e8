import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { classifierModel, type ClassifierOptions } from "@/pipeline/onnx/classifier_model.ts";
import { encodeModel } from "@/pipeline/onnx/encode_model.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import type { OnnxGraph } from "@/pipeline/onnx/onnx_model.ts";
import { openModel } from "@/pipeline/onnx/run_model.ts";
import { openSession } from "@/pipeline/onnx/session.ts";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { pythonHas, runPython } from "../../python.ts";

/** A classifier whose probabilities are its features. */
function passThrough(classes: readonly string[], options: Partial<ClassifierOptions> = {}) {
  const graph = new GraphBuilder();
  return classifierModel(graph, {
    featureCount: classes.length,
    probabilities: graph.input,
    classes,
    metadata: new Map(),
    ...options,
  });
}

async function rejection(run: Promise<unknown>): Promise<Problem> {
  try {
    await run;
  } catch (error) {
    if (error instanceof HealerError) return error.problem;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("classifierModel", () => {
  it("keeps the contract of model files", () => {
    const model = passThrough(["a", "b"], { metadata: new Map([["healer.card", "{}"]]) });
    assert.equal(model.irVersion, 8);
    assert.deepEqual([...model.opsets], [["", 17], ["ai.onnx.ml", 3]]);
    assert.deepEqual(model.graph.inputs, [{ name: "features", type: "float32", dims: ["n", 2] }]);
    assert.deepEqual(model.graph.outputs, [
      { name: "label", type: "string", dims: ["n"] },
      { name: "probabilities", type: "float32", dims: ["n", 2] },
    ]);
    assert.deepEqual([...model.metadata], [["healer.card", "{}"]]);
  });

  it("leaves the graph as it was", () => {
    const graph = new GraphBuilder();
    const options = { featureCount: 1, probabilities: graph.input, classes: ["a"] };
    classifierModel(graph, { ...options, metadata: new Map() });
    assert.deepEqual([graph.nodes.length, graph.initializers.length], [0, 0]);
  });

  it(
    "writes files that onnx.checker takes",
    { skip: pythonHas("onnx") ? false : "python3-onnx is not on this machine" },
    () => {
      const graph = new GraphBuilder();
      const weights = graph.floats("weights", [1, 2, 3, 4], [2, 2]);
      const filled = graph.node("Relu", [graph.input]);
      const product = graph.node("Gemm", [filled, weights], { alpha: { float: 0.5 } });
      const bytes = encodeModel(classifierModel(graph, {
        featureCount: 2,
        probabilities: graph.node("Softmax", [product], { axis: { int: -1 } }),
        classes: ["正常", "a\0b"],
        metadata: new Map([["healer.card", '{"名":"值"}']]),
      }));
      const path = Deno.makeTempFileSync({ suffix: ".onnx" });
      try {
        Deno.writeFileSync(path, bytes);
        const printed = runPython(
          `
import sys, json, onnx
model = onnx.load(sys.argv[1])
onnx.checker.check_model(model, full_check=True)
print(json.dumps({
  "ir": model.ir_version,
  "opsets": {o.domain: o.version for o in model.opset_import},
  "inputs": [i.name for i in model.graph.input],
  "outputs": [o.name for o in model.graph.output],
  "metadata": {p.key: p.value for p in model.metadata_props},
  "classes": [t.string_data[0].decode() for t in model.graph.initializer if t.name == "classes"],
}))`,
          path,
        );
        assert.deepEqual(JSON.parse(printed), {
          ir: 8,
          opsets: { "": 17, "ai.onnx.ml": 3 },
          inputs: ["features"],
          outputs: ["label", "probabilities"],
          metadata: { "healer.card": '{"名":"值"}' },
          classes: ["正常"],
        });
      } finally {
        Deno.removeSync(path);
      }
    },
  );
});

describe("openModel", () => {
  it("gives labels and probabilities, the lowest index on ties", async () => {
    const classes = ["正常", "", "disk 💾 full", "e\u0301", "a\0b"];
    const model = await openModel(encodeModel(passThrough(classes)));
    const values = Float32Array.of(
      ...[0.1, 0.2, 0.3, 0.4, 0],
      ...[0, 0, 0.5, 0.5, 0],
      ...[0.2, 0.2, 0.2, 0.2, 0.2],
      ...[0, 0.4, 0.3, 0, 0.4],
      ...[0, 0, 0, 0, 1],
    );
    const { labels, probabilities } = await model.run(values, 5);
    assert.deepEqual(labels, ["e\u0301", "disk 💾 full", "正常", "", "a\0b"]);
    assert.deepEqual(probabilities, values);
    assert.deepEqual(await model.runProbabilities(values, 5), values);
    assert.deepEqual([model.featureCount, model.classCount], [5, 5]);
    await model.release();
  });

  it("takes one class, one row and no row, and gives the metadata", async () => {
    const metadata = new Map([["healer.card", "{}"]]);
    const model = await openModel(encodeModel(passThrough(["only"], { metadata })));
    assert.deepEqual((await model.run(Float32Array.of(1), 1)).labels, ["only"]);
    const none = await model.run(new Float32Array(), 0);
    assert.deepEqual(none, { labels: [], probabilities: new Float32Array() });
    assert.deepEqual(await model.runProbabilities(new Float32Array(), 0), new Float32Array());
    assert.deepEqual([...model.metadata], [...metadata]);
    await model.release();
  });

  it("answers no rows without onnxruntime, whose TopK would end the process", async () => {
    const graph = new GraphBuilder();
    const [top] = graph.add("", "TopK", [graph.input, graph.integers("k", [2])], {}, 2);
    const model = await openModel(encodeModel(classifierModel(graph, {
      featureCount: 3,
      probabilities: top!,
      classes: ["a", "b"],
      metadata: new Map(),
    })));
    assert.deepEqual((await model.run(new Float32Array(), 0)).labels, []);
    assert.deepEqual(
      await model.runProbabilities(Float32Array.of(1, 3, 2), 1),
      Float32Array.of(3, 2),
    );
    await model.release();
  });

  it("runs tensors by name", async () => {
    const model = await openModel(encodeModel(passThrough(["a", "b"])));
    const features = { type: "float32", dims: [1, 2], data: Float32Array.of(0, 1) } as const;
    const results = await model.runTensors(new Map([["features", features]]));
    assert.deepEqual([...results.keys()].toSorted(), ["label", "probabilities"]);
    assert.deepEqual(results.get("label")?.data, ["b"]);
    await model.release();
  });

  it("refuses rows of another width before they reach onnxruntime", async () => {
    const model = await openModel(encodeModel(passThrough(["a", "b"])));
    for (const [count, rows] of [[3, 1], [2, 0], [2, 2]] as const) {
      const problem = await rejection(model.run(new Float32Array(count), rows));
      assert.equal(problem.code, "onnx/wrong-width");
    }
    assert.equal(
      (await rejection(model.runProbabilities(new Float32Array(3), 1))).code,
      "onnx/wrong-width",
    );
    await model.release();
  });

  it("refuses to run once released, and releases twice without harm", async () => {
    const model = await openModel(encodeModel(passThrough(["a", "b"])));
    await model.release();
    await model.release();
    assert.equal((await rejection(model.run(new Float32Array(2), 1))).code, "onnx/run-failed");
  });

  it("refuses graphs that are no classifiers", async () => {
    const { graph, ...rest } = passThrough(["a", "b"]);
    const refuse = async (change: Partial<OnnxGraph>) =>
      await rejection(openModel(encodeModel({ ...rest, graph: { ...graph, ...change } })));
    const [features] = graph.inputs;
    const [label, probabilities] = graph.outputs;
    const extra = { name: "more", type: "float32", dims: [] } as const;
    const cases: [Partial<OnnxGraph>, RegExp][] = [
      [{ inputs: [features!, extra] }, /not just one input, "features"/],
      [{ inputs: [{ ...features!, dims: ["n", null] }] }, /"features", float32 \[n, number/],
      [{ inputs: [{ ...features!, dims: [1, 2] }] }, /"features"/],
      [{ inputs: [{ ...features!, type: "float64" }] }, /"features"/],
      [{ outputs: [probabilities!] }, /no output "label"/],
      [{ outputs: [{ ...label!, type: "int64" }, probabilities!] }, /no output "label"/],
      [{ outputs: [label!] }, /no output "probabilities"/],
      [{ outputs: [label!, { ...probabilities!, dims: ["n", null] }] }, /"probabilities"/],
    ];
    for (const [change, message] of cases) {
      const problem = await refuse(change);
      assert.equal(problem.code, "onnx/not-a-classifier");
      assert.match(problem.message.en, message);
    }
  });

  it("turns what onnxruntime refuses into problems", async () => {
    const graph = new GraphBuilder();
    const options = { featureCount: 1, classes: ["a"], metadata: new Map() };
    const wrong = graph.node("Relu", [graph.input, graph.input]);
    const refused = await rejection(
      openModel(encodeModel(classifierModel(graph, { ...options, probabilities: wrong }))),
    );
    assert.equal(refused.code, "onnx/runtime-refused");
    assert.match(refused.message.en, /Relu/);

    const failing = new GraphBuilder();
    const table = failing.floats("table", [1, 2]);
    const index = failing.node("Cast", [failing.input], { to: { int: 7 } });
    const model = await openModel(encodeModel(classifierModel(failing, {
      ...options,
      probabilities: failing.node("Gather", [table, index]),
    })));
    assert.deepEqual(await model.runProbabilities(Float32Array.of(1), 1), Float32Array.of(2));
    const failed = await rejection(model.run(Float32Array.of(7), 1));
    assert.equal(failed.code, "onnx/run-failed");
    assert.match(failed.message.en, /idx=7/);
    await model.release();
  });

  it("refuses results that have another number of rows", async () => {
    const graph = new GraphBuilder();
    const probabilities = graph.node("Concat", [graph.input, graph.input], { axis: { int: 0 } });
    const model = await openModel(encodeModel(classifierModel(graph, {
      featureCount: 1,
      probabilities,
      classes: ["a"],
      metadata: new Map(),
    })));
    const problem = await rejection(model.run(Float32Array.of(1), 1));
    assert.match(problem.message.en, /has 2 rows instead of 1/);
    await model.release();
  });
});

describe("openSession", () => {
  it("says what is wrong with bytes that are no model", async () => {
    const problem = await rejection(openSession(new Uint8Array(3)));
    assert.equal(problem.code, "onnx/runtime-refused");
  });

  it("prints nothing of its own", async () => {
    const program = `
      import { openSession } from "@/pipeline/onnx/session.ts";
      await openSession(new Uint8Array(3)).catch((error) => console.log(error.problem.code));`;
    const run = await new Deno.Command(Deno.execPath(), {
      args: ["eval", program],
      cwd: new URL("../../..", import.meta.url),
    }).output();
    assert.equal(new TextDecoder().decode(run.stdout).trim(), "onnx/runtime-refused");
    assert.equal(new TextDecoder().decode(run.stderr), "");
  });
});
