import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { decodeModel } from "@/pipeline/onnx/decode_model.ts";
import { decodeTensor } from "@/pipeline/onnx/decode_tensor.ts";
import { encodeModel } from "@/pipeline/onnx/encode_model.ts";
import type { Tensor } from "@/pipeline/onnx/onnx_model.ts";
import { openSession } from "@/pipeline/onnx/session.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { pythonHas, runPython } from "../../python.ts";
import { sharedFile, skipWithout } from "../../shared.ts";

const folder = sharedFile("badinput/onnx-node-tests/onnx/backend/test/data/node");

/** The cases that a classifier's pipeline does not need, with what the reader says of them. */
const refusals: Readonly<Record<string, { code: string; message: RegExp }>> = {
  // ai.onnx.ml 5 has one operator in place of the tree ensemble's classifier and regressor.
  test_ai_onnx_ml_tree_ensemble_set_membership: {
    code: "onnx/unsupported-operator",
    message: /"TreeEnsemble"/,
  },
  test_ai_onnx_ml_tree_ensemble_single_tree: {
    code: "onnx/unsupported-operator",
    message: /"TreeEnsemble"/,
  },
  // Labels as int16.
  test_ai_onnx_ml_label_encoder_tensor_mapping: {
    code: "onnx/unsupported-feature",
    message: /ONNX data type 5,/,
  },
  test_ai_onnx_ml_label_encoder_tensor_value_only_mapping: {
    code: "onnx/unsupported-feature",
    message: /ONNX data type 5,/,
  },
};

function read(...path: string[]): Uint8Array {
  return readFileSync([folder, ...path].join("/"));
}

/** The tolerance of ONNX's own backend tests is 1e-3; onnxruntime does better. */
function assertClose(actual: Tensor | undefined, expected: Tensor, name: string): void {
  assert.ok(actual, name);
  assert.equal(actual.type, expected.type, name);
  assert.deepEqual([...actual.dims], [...expected.dims], name);
  assert.equal(actual.data.length, expected.data.length, name);
  for (let index = 0; index < expected.data.length; index++) {
    const found: unknown = actual.data[index];
    const wanted: unknown = expected.data[index];
    if (typeof found === "number" && typeof wanted === "number" && !Object.is(found, wanted)) {
      assert.ok(
        Math.abs(found - wanted) <= 1e-5 * Math.max(1, Math.abs(wanted)),
        `${name}[${index}]: ${found}, not ${wanted}`,
      );
    } else assert.equal(found, wanted, `${name}[${index}]`);
  }
}

describe("the node tests of ONNX", () => {
  const cases = folder === undefined ? [] : readdirSync(folder).toSorted();

  it("come out the same after reading and writing each model", skipWithout(folder), async () => {
    let ran = 0;
    for (const name of cases.filter((name) => !(name in refusals))) {
      const model = decodeModel(read(name, "model.onnx"));
      const bytes = encodeModel(model);
      assert.deepEqual(decodeModel(bytes), model, name);
      const session = await openSession(bytes);
      for (
        const set of readdirSync(`${folder}/${name}`).filter((file) => file.startsWith("test_"))
      ) {
        const feeds = new Map(
          model.graph.inputs.map((input, index) =>
            [input.name, decodeTensor(read(name, set, `input_${index}.pb`))] as const
          ),
        );
        const results = await session.run(feeds);
        for (const [index, output] of model.graph.outputs.entries()) {
          const expected = decodeTensor(read(name, set, `output_${index}.pb`));
          assertClose(results.get(output.name), expected, `${name} ${output.name}`);
        }
        ran++;
      }
      await session.release();
    }
    assert.equal(ran, 50);
  });

  it(
    "are written so that onnx.checker takes them",
    skipWithout(pythonHas("onnx") ? folder : undefined, "python3-onnx or ../shared"),
    () => {
      const scratch = Deno.makeTempDirSync();
      try {
        let written = 0;
        for (const name of cases.filter((name) => !(name in refusals))) {
          const model = decodeModel(read(name, "model.onnx"));
          // Debian's onnx 1.12 knows nothing newer than the versions that our own models have.
          const versions = [model.opsets.get("") ?? 0, model.opsets.get("ai.onnx.ml") ?? 0];
          if (model.irVersion > 8 || versions[0]! > 17 || versions[1]! > 3) continue;
          Deno.writeFileSync(`${scratch}/${name}.onnx`, encodeModel(model));
          written++;
        }
        const program = `
import glob, sys, onnx
paths = glob.glob(sys.argv[1] + "/*.onnx")
for path in paths: onnx.checker.check_model(onnx.load(path), full_check=True)
print(len(paths))`;
        assert.equal(runPython(program, scratch).trim(), `${written}`);
        assert.equal(written, 41);
      } finally {
        Deno.removeSync(scratch, { recursive: true });
      }
    },
  );

  it("are refused with the reason where a pipeline does not need them", skipWithout(folder), () => {
    for (const [name, { code, message }] of Object.entries(refusals)) {
      assert.throws(() => decodeModel(read(name, "model.onnx")), (error) => {
        assert.ok(error instanceof HealerError, name);
        assert.equal(error.problem.code, code, name);
        assert.match(error.problem.message.en, message, name);
        return true;
      });
    }
  });
});
