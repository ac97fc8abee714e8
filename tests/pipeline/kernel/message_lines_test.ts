import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { longestMessage, messageLines, MessageReader } from "@/pipeline/kernel/message_lines.ts";

const token = "0d3c9d1e-token";

/** All bytes in one piece. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

function readAll(bytes: Uint8Array, sizes: readonly number[]) {
  const noise: string[] = [];
  const reader = new MessageReader(token, (line) => noise.push(line));
  const messages: string[] = [];
  for (let offset = 0, turn = 0; offset < bytes.length; turn++) {
    const size = Math.max(1, sizes[turn % Math.max(1, sizes.length)] ?? bytes.length);
    messages.push(...reader.push(bytes.subarray(offset, offset + size)));
    offset += size;
  }
  return { messages, noise };
}

const noise = fc.string({ unit: "binary" }).filter((text) => !text.includes(token));

describe("messageLines and MessageReader", () => {
  it("carry messages past any noise, in pieces of any size", () => {
    fc.assert(fc.property(
      fc.array(fc.tuple(noise, fc.jsonValue())),
      fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 5 }),
      (sent, sizes) => {
        const pieces = sent.flatMap(([noise, value]) => [
          new TextEncoder().encode(noise),
          ...messageLines(token, JSON.stringify(value)),
        ]);
        const { messages } = readAll(joined(pieces), sizes);
        const values = messages.map((json): unknown => JSON.parse(json));
        assert.deepEqual(values, sent.map(([, value]) => JSON.parse(JSON.stringify(value))));
      },
    ));
  });

  it("carry long messages through noise between the lines, each of which fits a pipe's atomic write", () => {
    const message = JSON.stringify({ text: "很长的文字😀".repeat(10_000) });
    const lines = messageLines(token, message);
    assert(lines.length > 50);
    assert(lines.every(({ length }) => length <= 4096));
    const disturbed = lines.flatMap((line) => [new TextEncoder().encode("printed"), line]);
    const { messages, noise } = readAll(joined(disturbed), [1000]);
    assert.equal(messages.length, 1);
    assert.deepEqual(JSON.parse(messages[0] ?? ""), JSON.parse(message));
    assert.deepEqual(new Set(noise), new Set(["printed"]));
  });

  it("do not keep noise that never ends a line", () => {
    const { noise } = readAll(new Uint8Array(200_000).fill(120), [10_000]);
    assert(noise.join("").length > 100_000);
  });

  it("refuse a message without end", () => {
    const reader = new MessageReader(token, () => {});
    const line = new TextEncoder().encode(`\n${token}+${"x".repeat(60_000)}\n`);
    assert.throws(() => {
      for (let sent = 0; sent <= longestMessage; sent += 60_000) reader.push(line);
    }, RangeError);
  });
});
