import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import { classifierModel } from "@/pipeline/onnx/classifier_model.ts";
import { decodeModel } from "@/pipeline/onnx/decode_model.ts";
import { decodeTensor } from "@/pipeline/onnx/decode_tensor.ts";
import { encodeModel } from "@/pipeline/onnx/encode_model.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { readMetadata } from "@/pipeline/onnx/read_metadata.ts";
import { sharedFile, skipWithout } from "../../shared.ts";
import { problemCode } from "./problem_code.ts";
import { treeEnsemble } from "./tree_ensemble.ts";

const folder = sharedFile("badinput/onnx-node-tests/onnx/backend/test/data/node");

function classifierBytes(): Uint8Array {
  const graph = new GraphBuilder();
  const sums = treeEnsemble(
    graph,
    graph.input,
    [{
      features: [0, -1, -1],
      thresholds: [0.5, 0, 0],
      left: [1, 0, 0],
      right: [2, 0, 0],
      missingLeft: [1, 0, 0],
      targets: [0, 1],
      weights: [0, 0, 1, 2, 3, 4],
    }],
    2,
    [0.1, 0.2],
  );
  return encodeModel(classifierModel(graph, {
    featureCount: 1,
    probabilities: graph.node("Softmax", [sums], { axis: { int: 1 } }),
    classes: ["normal", "故障"],
    metadata: new Map([["first", "1"], ["second", "2"]]),
  }));
}

/** Everything that reads bytes; whatever it throws but a HealerError fails the test. */
function readAll(bytes: Uint8Array): void {
  problemCode(() => decodeModel(bytes));
  problemCode(() => readMetadata(bytes));
  problemCode(() => decodeTensor(bytes));
}

describe("a damaged model file", () => {
  it("is refused at every length, or is the model without its last metadata", () => {
    const bytes = classifierBytes();
    const whole = decodeModel(bytes);
    const codes = new Set<string>();
    const metadataLeft: number[] = [];
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length);
      const code = problemCode(() => {
        const model = decodeModel(cut);
        metadataLeft.push(model.metadata.size);
        assert.deepEqual({ ...model, metadata: null }, { ...whole, metadata: null });
      });
      codes.add(code);
      problemCode(() => readMetadata(cut));
    }
    assert.deepEqual(metadataLeft, [0, 1]);
    assert.deepEqual(
      codes,
      new Set(["onnx/not-onnx", "onnx/truncated", "onnx/incomplete", ""]),
    );
  });

  it("never throws anything but a problem when a bit is flipped", () => {
    const bytes = classifierBytes();
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      readAll(bytes);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
    }
    assert.equal(problemCode(() => decodeModel(bytes)), "");
  });

  it("never throws anything but a problem when bytes are replaced, doubled or lost", () => {
    const bytes = classifierBytes();
    const edit = fc.record({
      at: fc.nat(bytes.length - 1),
      remove: fc.nat(4),
      insert: fc.uint8Array({ maxLength: 10 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let damaged = [...bytes];
        for (const { at, remove, insert } of edits) {
          damaged = damaged.toSpliced(at, remove, ...insert);
        }
        readAll(Uint8Array.from(damaged));
      }),
      { numRuns: 2000 },
    );
  });

  it("never throws anything but a problem when it is noise", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
      readAll(noise);
      readAll(Uint8Array.of(0x08, 8, 0x3a, noise.length, ...noise));
    }));
  });

  it("is no danger for any node test of ONNX either", skipWithout(folder), () => {
    for (const name of readdirSync(folder!)) {
      const bytes = new Uint8Array(readFileSync(`${folder}/${name}/model.onnx`));
      for (let length = 0; length < bytes.length; length += 3) {
        readAll(bytes.subarray(0, length));
      }
      for (let bit = 0; bit < bytes.length * 8; bit += 7) {
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        readAll(bytes);
        bytes[bit >> 3]! ^= 1 << (bit & 7);
      }
    }
  });
});
