import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { decodeModel } from "@/pipeline/onnx/decode_model.ts";
import { encodeModel } from "@/pipeline/onnx/encode_model.ts";
import { readMetadata } from "@/pipeline/onnx/read_metadata.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { arbitraryModel } from "./arbitrary_model.ts";

describe("encodeModel", () => {
  it("writes what decodeModel reads back, bit for bit", () => {
    fc.assert(
      fc.property(arbitraryModel, (model) => {
        assert.deepEqual(decodeModel(encodeModel(model)), model);
      }),
      { numRuns: 300 },
    );
  });

  it("gives the same bytes for equal models", () => {
    fc.assert(fc.property(arbitraryModel, (model) => {
      assert.deepEqual(encodeModel(structuredClone(model)), encodeModel(model));
    }));
  });

  it("keeps a tensor apart from the model's memory", () => {
    const data = Float32Array.of(1, 2);
    const model = decodeModel(encodeModel({
      irVersion: 8,
      producerName: "",
      producerVersion: "",
      opsets: new Map([["", 17]]),
      metadata: new Map(),
      graph: {
        name: "",
        nodes: [],
        initializers: [{ name: "weights", type: "float32", dims: [2], data }],
        inputs: [],
        outputs: [],
      },
    }));
    data[0] = 9;
    assert.deepEqual(model.graph.initializers[0]?.data, Float32Array.of(1, 2));
  });
});

describe("readMetadata", () => {
  it("finds the same entries as decodeModel", () => {
    fc.assert(fc.property(arbitraryModel, (model) => {
      assert.deepEqual([...readMetadata(encodeModel(model))], [...model.metadata]);
    }));
  });

  it("does not look into the graph", () => {
    // A model of IR 8 whose graph is one byte of nonsense, and one entry "k" = "v".
    const bytes = Uint8Array.of(0x08, 8, 0x3a, 1, 0xff, 0x72, 6, 0x0a, 1, 0x6b, 0x12, 1, 0x76);
    assert.deepEqual([...readMetadata(bytes)], [["k", "v"]]);
    assert.throws(() => decodeModel(bytes), HealerError);
  });
});
