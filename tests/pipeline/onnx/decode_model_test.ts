import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decodeModel, modelLimits } from "@/pipeline/onnx/decode_model.ts";
import { encodeModel } from "@/pipeline/onnx/encode_model.ts";
import type { OnnxGraph, OnnxModel, OnnxNode } from "@/pipeline/onnx/onnx_model.ts";
import { ProtobufWriter } from "@/pipeline/onnx/protobuf_writer.ts";
import { HealerError, type Problem } from "@/pipeline/problem.ts";

const identity: OnnxNode = {
  name: "copy",
  op: "Identity",
  domain: "",
  inputs: ["x"],
  outputs: ["y"],
  attributes: {},
};

function modelOf(graph: Partial<OnnxGraph> = {}, rest: Partial<OnnxModel> = {}): OnnxModel {
  return {
    irVersion: 8,
    producerName: "",
    producerVersion: "",
    opsets: new Map([["", 17]]),
    metadata: new Map(),
    graph: {
      name: "",
      nodes: [identity],
      initializers: [],
      inputs: [{ name: "x", type: "float32", dims: ["n"] }],
      outputs: [{ name: "y", type: "float32", dims: ["n"] }],
      ...graph,
    },
    ...rest,
  };
}

function problemOf(bytes: Uint8Array, limits = modelLimits): Problem {
  try {
    decodeModel(bytes, limits);
  } catch (error) {
    if (error instanceof HealerError) return error.problem;
    throw error;
  }
  throw new Error("the model was taken");
}

function refusal(graph: Partial<OnnxGraph> = {}, rest: Partial<OnnxModel> = {}): Problem {
  return problemOf(encodeModel(modelOf(graph, rest)));
}

/** The bytes of a model of which `write` writes the inside of the graph. */
function graphBytes(write: (writer: ProtobufWriter) => void): Uint8Array {
  const writer = new ProtobufWriter();
  writer.int(1, 8);
  writer.message(7, () => write(writer));
  return writer.finish();
}

/** The bytes of a graph that holds one node with one attribute. */
function attributeBytes(write: (writer: ProtobufWriter) => void): Uint8Array {
  return graphBytes((writer) =>
    writer.message(1, () => {
      writer.string(4, "Constant");
      writer.message(5, () => {
        writer.string(1, "value");
        write(writer);
      });
    })
  );
}

/** The bytes of a graph that holds one initializer. */
function initializerBytes(write: (writer: ProtobufWriter) => void): Uint8Array {
  return graphBytes((writer) =>
    writer.message(5, () => {
      writer.string(8, "weights");
      write(writer);
    })
  );
}

describe("decodeModel", () => {
  it("takes a model within its limits", () => {
    assert.deepEqual(decodeModel(encodeModel(modelOf())), modelOf());
  });

  it("refuses files of other kinds", () => {
    for (
      const text of ["", "id,feature0\n1,2", "{}", "PAR1", "PK\x03\x04", '"a","b"\n', "\x89PNG"]
    ) {
      assert.equal(problemOf(new TextEncoder().encode(text)).code, "onnx/not-onnx", text);
    }
  });

  it("refuses a model without a graph or without the opset it uses", () => {
    assert.equal(problemOf(Uint8Array.of(0x08, 8)).code, "onnx/incomplete");
    assert.match(
      refusal({}, { opsets: new Map([["ai.onnx.ml", 3]]) }).message.en,
      /lacks the opset of ai\.onnx\./,
    );
  });

  it("names the versions it does not take", () => {
    assert.match(
      refusal({}, { irVersion: 14 }).message.en,
      /ONNX IR is version 14; versions 3 to 13/,
    );
    assert.match(refusal({}, { irVersion: 2 }).message.en, /ONNX IR is version 2;/);
    assert.match(
      refusal({}, { opsets: new Map([["", 27]]) }).message.en,
      /opset ai\.onnx is version 27; versions 7 to 26/,
    );
    assert.match(
      refusal({}, { opsets: new Map([["", 17], ["ai.onnx.ml", 6]]) }).message.en,
      /opset ai\.onnx\.ml is version 6; versions 1 to 5/,
    );
  });

  it("names the domains it does not know, imported or used", () => {
    const opsets = new Map([["", 17], ["com.microsoft", 1]]);
    assert.match(refusal({}, { opsets }).message.en, /operators of "com\.microsoft"; only/);
    const problem = refusal({ nodes: [{ ...identity, domain: "my.own" }] });
    assert.equal(problem.code, "onnx/unsupported-domain");
    assert.match(problem.message.zh, /"my\.own"/);
  });

  it("names five unknown operators and counts the rest, each once", () => {
    const nodes = ["A", "B", "C", "D", "E", "F", "G", "G"].map((op, index) => ({
      ...identity,
      op,
      outputs: [`y${index}`],
    }));
    const problem = refusal({ nodes, outputs: [] });
    assert.equal(problem.code, "onnx/unsupported-operator");
    assert.match(problem.message.en, /: "A", "B", "C", "D", "E" and 2 more\.$/);
    assert.match(problem.message.zh, /"E" 等 7 个。$/);
    const loop = graphBytes((writer) =>
      writer.message(1, () => {
        writer.string(4, "Loop");
        writer.message(5, () => writer.message(6, () => {}));
      })
    );
    assert.match(problemOf(Uint8Array.of(...loop, 0x42, 2, 0x10, 17)).message.en, /: "Loop"\.$/);
    const otherDomain = refusal({ nodes: [{ ...identity, op: "TreeEnsembleRegressor" }] });
    assert.equal(otherDomain.code, "onnx/unsupported-operator", "of ai.onnx.ml, not of ai.onnx");
  });

  it("refuses names that are given twice", () => {
    const twice = { ...identity, name: "again" };
    assert.match(refusal({ nodes: [identity, twice] }).message.en, /twice: "y"\./);
    const weights = { name: "w", type: "float32", dims: [], data: Float32Array.of(1) } as const;
    assert.match(refusal({ initializers: [weights, weights] }).message.en, /twice: "w"\./);
    const x = { name: "x", type: "float32", dims: [] } as const;
    assert.match(refusal({ inputs: [x, x] }).message.en, /twice: "x"\./);
    assert.match(refusal({ nodes: [{ ...identity, outputs: ["x"] }] }).message.en, /twice: "x"\./);
    const y = { name: "y", type: "float32", dims: [] } as const;
    assert.match(refusal({ outputs: [y, y] }).message.en, /twice: "y"\./);
  });

  it("takes an initializer that is the default of an input, and inputs left out", () => {
    const model = modelOf({
      nodes: [{ ...identity, op: "Clip", inputs: ["x", "", "top"] }],
      initializers: [{ name: "x", type: "float32", dims: [1], data: Float32Array.of(1) }],
      inputs: [
        { name: "x", type: "float32", dims: [1] },
        { name: "top", type: "float32", dims: [] },
      ],
    });
    assert.deepEqual(decodeModel(encodeModel(model)), model);
  });

  it("refuses values that are read before a node produces them", () => {
    const late = { ...identity, inputs: ["y"], outputs: ["z"] };
    const problem = refusal({ nodes: [late, identity] });
    assert.equal(problem.code, "onnx/unproduced-value");
    assert.match(problem.message.en, /: "y"\.$/);
    const missing = refusal({ outputs: [{ name: "q", type: "float32", dims: [] }] });
    assert.match(missing.message.en, /: "q"\.$/);
  });

  it("refuses more bytes, nodes or initializers than its limits", () => {
    const small = { bytes: 400, nodes: 2, initializers: 1 };
    const nodes = [0, 1, 2].map((index) => ({ ...identity, outputs: [`y${index}`] }));
    const weights = [0, 1].map((index) =>
      ({ name: `w${index}`, type: "float32", dims: [0], data: new Float32Array() }) as const
    );
    assert.match(
      problemOf(encodeModel(modelOf({ nodes, outputs: [] })), small).message.en,
      /more than 2 nodes/,
    );
    assert.match(
      problemOf(encodeModel(modelOf({ initializers: weights })), small).message.en,
      /more than 1 initializers/,
    );
    assert.match(problemOf(new Uint8Array(401), small).message.en, /more than 400 bytes/);
  });

  it("refuses a list without end", () => {
    const floats = new Uint8Array(4 * (2 ** 24 + 1));
    const bytes = attributeBytes((writer) => writer.bytes(7, floats));
    assert.match(problemOf(bytes).message.en, /more than 16,777,216 items in one list/);
  });

  it("refuses tensors whose data disagree with their dimensions, without making room for them", () => {
    const sized = (dims: number[], write: (writer: ProtobufWriter) => void) =>
      problemOf(initializerBytes((writer) => {
        writer.packedInts(1, dims);
        write(writer);
      }));
    const raw = (type: number, bytes: number) => (writer: ProtobufWriter) => {
      writer.int(2, type);
      writer.bytes(9, new Uint8Array(bytes));
    };
    assert.match(
      sized([2, 3], raw(1, 20)).message.en,
      /tensor "weights" has the dimensions \[2,3\], but its data hold 5 × float32/,
    );
    for (const type of [1, 6, 7, 9, 11]) {
      assert.equal(sized([2 ** 40, 2 ** 40], raw(type, 8)).code, "onnx/tensor-size");
      assert.equal(sized([2 ** 40], (writer) => writer.int(2, type)).code, "onnx/tensor-size");
    }
    assert.equal(sized([1], (writer) => writer.int(2, 8)).code, "onnx/tensor-size", "strings");
    assert.equal(sized([], raw(1, 3)).code, "onnx/tensor-size", "a scalar of three bytes");
    assert.equal(sized([-1, -4], raw(1, 16)).code, "onnx/broken");
  });

  it("reads elements from the typed lists, too", () => {
    const read = (type: number, write: (writer: ProtobufWriter) => void) => {
      const writer = new ProtobufWriter();
      writer.int(1, 8);
      writer.message(7, () =>
        writer.message(5, () => {
          writer.packedInts(1, [2]);
          writer.int(2, type);
          write(writer);
        }));
      return decodeModel(writer.finish()).graph.initializers[0]?.data;
    };
    assert.deepEqual(
      read(1, (writer) => writer.packedFloats(4, Float32Array.of(1, NaN))),
      Float32Array.of(1, NaN),
    );
    assert.deepEqual(read(6, (writer) => writer.packedInts(5, [-1, 2])), Int32Array.of(-1, 2));
    assert.deepEqual(read(7, (writer) => writer.packedInts(7, [-1, 2])), BigInt64Array.of(-1n, 2n));
    assert.deepEqual(read(9, (writer) => writer.packedInts(5, [1, 0])), Uint8Array.of(1, 0));
    const doubles = new Uint8Array(Float64Array.of(0.1, -0).buffer);
    assert.deepEqual(read(11, (writer) => writer.bytes(10, doubles)), Float64Array.of(0.1, -0));
  });

  it("refuses tensors whose data lie in another file", () => {
    const problem = problemOf(initializerBytes((writer) => {
      writer.int(2, 1);
      writer.int(14, 1);
      writer.message(13, () => writer.string(1, "location"));
    }));
    assert.equal(problem.code, "onnx/external-data");
    assert.match(problem.message.en, /tensor "weights" lie in another file/);
  });

  it("refuses what it has no words for", () => {
    const model = (field: number) => {
      const writer = new ProtobufWriter();
      writer.int(1, 8);
      writer.message(field, () => {});
      return writer.finish();
    };
    const features: [RegExp, Uint8Array][] = [
      [/has a subgraph/, attributeBytes((writer) => writer.message(6, () => {}))],
      [/has a subgraph/, attributeBytes((writer) => writer.message(11, () => {}))],
      [/the ONNX attribute type 12/, attributeBytes((writer) => writer.int(20, 12))],
      [/the ONNX attribute type 0/, attributeBytes((writer) => writer.int(3, 1))],
      [/has sparse initializers/, graphBytes((writer) => writer.message(15, () => {}))],
      [/the ONNX data type 10/, initializerBytes((writer) => writer.int(2, 10))],
      [/not a tensor of known rank/, graphBytes((writer) => writer.message(11, () => {}))],
      [/has training information/, model(20)],
      [/has local functions/, model(25)],
    ];
    for (const [expected, bytes] of features) {
      const problem = problemOf(bytes);
      assert.equal(problem.code, "onnx/unsupported-feature");
      assert.match(problem.message.en, expected);
    }
  });

  it("refuses a second graph, which another reader might prefer", () => {
    const bytes = encodeModel(modelOf());
    const writer = new ProtobufWriter();
    writer.message(7, () => {});
    const problem = problemOf(Uint8Array.of(...bytes, ...writer.finish()));
    assert.match(problem.message.en, /there is a second graph/);
    assert.ok(problem.message.en.includes(`byte ${bytes.length}`));
  });

  it("treats ai.onnx as the default domain and passes over what it does not know", () => {
    const model = modelOf({ nodes: [{ ...identity, domain: "ai.onnx" }] }, {
      opsets: new Map([["ai.onnx", 17]]),
    });
    const writer = new ProtobufWriter();
    writer.string(6, "a documentation string");
    writer.int(500, 1);
    const bytes = Uint8Array.of(...encodeModel(model), ...writer.finish());
    assert.deepEqual(decodeModel(bytes), modelOf());
  });

  it("gives a hint and both languages with every problem", () => {
    const problem = refusal({}, { irVersion: 99 });
    assert.ok(problem.hint.en.length > 0 && /[一-鿿]/.test(problem.hint.zh));
    assert.match(problem.message.zh, /[一-鿿]/);
  });
});
