import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  frameHead,
  frameKind,
  FrameReader,
  longestFrame,
  tokenLength,
} from "@/pipeline/code/frames.ts";

const token = Uint8Array.from({ length: tokenLength }, (_, index) => 7 * index);

function bytesOf(kind: 1 | 2, content: Uint8Array): Uint8Array {
  return new Uint8Array([...frameHead(token, kind, content.length), ...content]);
}

describe("FrameReader", () => {
  it("finds the frames again, wherever the stream is cut", () => {
    const frame = fc.record({
      kind: fc.constantFrom(1 as const, 2 as const),
      content: fc.uint8Array({ maxLength: 60 }),
    }, { noNullPrototype: true });
    fc.assert(fc.property(fc.array(frame), fc.integer({ min: 1, max: 50 }), (frames, step) => {
      const stream = frames.flatMap(({ kind, content }) => [...bytesOf(kind, content)]);
      const reader = new FrameReader(token);
      const found = [];
      for (let start = 0; start < stream.length; start += step) {
        found.push(...reader.push(Uint8Array.from(stream.slice(start, start + step))));
      }
      assert(reader.isBetweenFrames);
      assert.deepEqual(found, frames);
    }));
  });

  it("refuses whatever does not begin with its token, as soon as it can tell", () => {
    const frame = bytesOf(frameKind.json, Uint8Array.of(1, 2, 3));
    const other = frame.with(5, 0);
    assert.throws(() => new FrameReader(token).push(other.subarray(0, 6)), RangeError);
    const reader = new FrameReader(token);
    assert.throws(() => reader.push(Uint8Array.of(...frame, 10)), RangeError);
  });

  it("refuses kinds it does not know, and frames that are too long", () => {
    const unknown = frameHead(token, frameKind.json, 0).with(tokenLength, 9);
    assert.throws(() => new FrameReader(token).push(unknown), RangeError);
    const long = frameHead(token, frameKind.table, longestFrame + 1);
    assert.throws(() => new FrameReader(token).push(long), RangeError);
  });
});
