import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { ProtobufReader } from "@/pipeline/onnx/protobuf_reader.ts";
import { ProtobufWriter } from "@/pipeline/onnx/protobuf_writer.ts";
import { problemCode } from "./problem_code.ts";

function written(write: (writer: ProtobufWriter) => void): Uint8Array {
  const writer = new ProtobufWriter();
  write(writer);
  return writer.finish();
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
}

describe("the protobuf wire format", () => {
  it("is the one of the specification's examples", () => {
    // https://protobuf.dev/programming-guides/encoding/: Test1, Test2, Test3 and the packed Test5.
    assert.equal(hex(written((writer) => writer.int(1, 150))), "08 96 01");
    assert.equal(
      hex(written((writer) => writer.string(2, "testing"))),
      "12 07 74 65 73 74 69 6e 67",
    );
    assert.equal(
      hex(written((writer) => writer.message(3, () => writer.int(1, 150)))),
      "1a 03 08 96 01",
    );
    assert.equal(
      hex(written((writer) => writer.packedInts(6, [3, 270, 86942]))),
      "32 06 03 8e 02 9e a7 05",
    );
    assert.equal(
      hex(written((writer) => writer.int(1, -2))),
      "08 fe ff ff ff ff ff ff ff ff 01",
    );
  });

  it("gives back every integer, list and text", () => {
    fc.assert(fc.property(
      fc.maxSafeInteger(),
      fc.array(fc.maxSafeInteger()),
      fc.array(fc.string({ unit: "binary" }), { maxLength: 30 }),
      fc.float32Array({ maxLength: 9 }),
      (integer, integers, texts, floats) => {
        const reader = new ProtobufReader(written((writer) => {
          writer.int(1, integer);
          writer.message(2, () => {
            writer.packedInts(3, [0, ...integers]);
            writer.strings(4, texts);
            writer.packedFloats(5, floats);
          });
          writer.float(1000, 0.5);
        }));
        assert.equal(reader.next() && reader.field, 1);
        assert.equal(reader.int(), integer);
        assert.equal(reader.next() && reader.field, 2);
        const inner = reader.message();
        const found: { ints: number[]; texts: string[]; floats: number[] } = {
          ints: [],
          texts: [],
          floats: [],
        };
        while (inner.next()) {
          if (inner.field === 3) inner.ints(found.ints);
          else if (inner.field === 4) inner.strings(found.texts);
          else inner.floats(found.floats);
        }
        assert.deepEqual(found, { ints: [0, ...integers], texts, floats: [...floats] });
        assert.equal(reader.next() && reader.field, 1000);
        assert.equal(reader.float(), 0.5);
        assert.equal(reader.next(), false);
      },
    ));
  });

  it("reads lists one by one and packed, 64-bit integers to their ends", () => {
    const bytes = Uint8Array.of(
      ...[0x08, 0x05, 0x0a, 0x02, 0x06, 0x07],
      ...[0x10, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
      ...[0x10, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
    );
    const ints: number[] = [];
    const longs: bigint[] = [];
    const reader = new ProtobufReader(bytes);
    while (reader.next()) {
      if (reader.field === 1) reader.ints(ints);
      else reader.longs(longs);
    }
    assert.deepEqual(ints, [5, 6, 7]);
    assert.deepEqual(longs, [-(2n ** 63n), 2n ** 63n - 1n]);
  });

  it("says what is wrong with bytes that are not protobuf", () => {
    const code = (bytes: number[], take: (reader: ProtobufReader) => unknown) =>
      problemCode(() => {
        const reader = new ProtobufReader(Uint8Array.from(bytes));
        reader.next();
        take(reader);
      });
    assert.equal(code([0x08, 0x80], (reader) => reader.int()), "onnx/truncated");
    assert.equal(code([0x0a, 0x05, 0x41], (reader) => reader.string()), "onnx/truncated");
    assert.equal(
      code(
        [0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
        (reader) => reader.bytes(),
      ),
      "onnx/truncated",
    );
    assert.equal(code([0x0d, 0, 0, 0], (reader) => reader.float()), "onnx/truncated");
    assert.equal(code([0x00], () => {}), "onnx/broken");
    assert.equal(code([0x0b], (reader) => reader.skip()), "onnx/broken");
    assert.equal(code([0x0a, 0x01, 0xff], (reader) => reader.string()), "onnx/broken");
    assert.equal(code([0x08, ...Array(10).fill(0xff)], (reader) => reader.int()), "onnx/broken");
    assert.equal(
      code([0x08, ...Array(8).fill(0xff), 0x01], (reader) => reader.int()),
      "onnx/broken",
      "an integer beyond 2^53",
    );
    assert.equal(code([0x08, 0x01], (reader) => reader.string()), "onnx/broken");
    assert.equal(code([0x0a, 0x01, 0x80, 0x01], (reader) => reader.ints([])), "onnx/broken");
    assert.equal(
      code([0x0a, 0x02, 0x12, 0x05, 0x00], (reader) => {
        const inner = reader.message();
        inner.next();
        inner.skip();
      }),
      "onnx/broken",
      "a field longer than its message",
    );
  });
});
