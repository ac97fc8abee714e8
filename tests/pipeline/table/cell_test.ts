import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { cut, float32Limit, isTime, parseNumber } from "@/pipeline/table/cell.ts";

describe("parseNumber", () => {
  it("reads what a KPI may look like and nothing else", () => {
    const numbers = [
      "1",
      "-1",
      "+1",
      "1.",
      ".5",
      "-.5",
      "1e5",
      "1E+5",
      "1.5e-3",
      "00012",
      "9007199254740993",
    ];
    for (const cell of numbers) assert.equal(parseNumber(cell, "."), Number(cell), cell);
    for (
      const cell of [
        "",
        ".",
        "-",
        "1e",
        "e5",
        "1,5",
        "1_000",
        "0x10",
        "1.5f",
        "--1",
        "1 000",
        "１",
        "NaN",
      ]
    ) {
      assert.ok(Number.isNaN(parseNumber(cell, ".")), cell);
    }
    for (const cell of ["inf", "Inf", "+Infinity", "1e400"]) {
      assert.equal(parseNumber(cell, "."), Infinity);
    }
    assert.equal(parseNumber("-inf", ","), -Infinity);
  });

  it("draws the line where float32 overflows", () => {
    assert.equal(Math.fround(float32Limit), Infinity);
    assert.ok(Number.isFinite(Math.fround(float32Limit - 2 ** 76)));
  });
});

describe("isTime", () => {
  it("knows ISO 8601 and its usual variants", () => {
    const times = [
      "2026-11-23",
      "2026/11/23 04:05",
      "2026-11-23T04:05:06Z",
      "2026-11-23 04:05:06.789",
      "2026-11-23T04:05:06+08:00",
    ];
    for (const cell of times) assert.ok(isTime(cell), cell);
    for (
      const cell of [
        "2026",
        "2026-13-01",
        "23.11.2026",
        "04:05",
        "2026-11-23T",
        "2026-11-23 25:00",
        "x",
      ]
    ) {
      assert.ok(!isTime(cell), cell);
    }
  });
});

describe("cut", () => {
  it("never leaves half a character", () => {
    assert.equal(cut("a😀b", 2), "a");
    assert.equal(cut("a😀b", 3), "a😀");
    assert.equal(cut("a😀b", 9), "a😀b");
  });
});
