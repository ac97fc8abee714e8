import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { TextBuffer } from "@/pipeline/simulator/text_buffer.ts";

function written(write: (buffer: TextBuffer) => void): string {
  const buffer = new TextBuffer(1);
  write(buffer);
  return new TextDecoder().decode(buffer.take());
}

const anyNumber = fc.oneof(
  fc.double({ min: -1e17, max: 1e17, noNaN: true }),
  fc.double({ min: -1000, max: 1000, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
);

describe("TextBuffer", () => {
  it("writes decimals short and plain", () => {
    const shown: [number, string][] = [
      [0, "0"],
      [1, "1"],
      [0.5, "0.5"],
      [12.345678, "12.346"],
      [99.9999, "100"],
      [-2.5, "-2.5"],
      [100_000, "100000"],
      [123_456_789, "123460000"],
      [1.7e17, "170000000000000000"],
      [0.00012345, "0.0001235"],
      [1e-9, "0"],
    ];
    for (const [value, text] of shown) {
      assert.equal(written((buffer) => buffer.decimal(value)), text);
    }
  });

  it("keeps five significant digits of any number, or seven decimals", () => {
    fc.assert(fc.property(anyNumber, (value) => {
      const text = written((buffer) => buffer.decimal(value));
      assert.match(text, /^-?\d+(\.\d*[1-9])?$/);
      const error = Math.abs(Number(text) - value);
      assert.ok(error <= Math.max(0.51e-7, 0.51e-4 * Math.abs(value)), `${value} as ${text}`);
      const digits = text.replace(/\D/g, "").replace(/^0+/, "").replace(/0+$/, "");
      assert.ok(digits.length <= 5, text);
    }));
  });

  it("writes whole numbers with all their digits", () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => {
      assert.equal(written((buffer) => buffer.whole(value)), String(value));
    }));
    assert.equal(written((buffer) => buffer.whole(2.6)), "3");
  });

  it("grows as needed and begins anew once taken", () => {
    const buffer = new TextBuffer(2);
    buffer.text("incident");
    buffer.byte(44);
    buffer.whole(7);
    assert.equal(new TextDecoder().decode(buffer.take()), "incident,7");
    buffer.text("x");
    assert.equal(new TextDecoder().decode(buffer.take()), "x");
  });
});
