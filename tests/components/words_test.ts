import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  alignedNumberWords,
  bytesWords,
  numberWords,
  percentWords,
  secondsWords,
  shortNumberWords,
} from "@/components/number_words.ts";
import { momentWords } from "@/components/time_words.ts";

describe("numbers in words", () => {
  it("are short whatever their size", () => {
    assert.equal(numberWords(0.3010299957), "0.30103");
    assert.equal(numberWords(12480), "12,480");
    assert.equal(numberWords(1.7e17), "1.7e17");
    assert.equal(numberWords(-0.000012), "-1.2e-5");
    assert.equal(numberWords(0), "0");
    assert.equal(shortNumberWords(1500), "1.5K");
    assert.equal(shortNumberWords(3e10), "3e10");
  });

  it("have as many decimals below one another", () => {
    assert.deepEqual([0.8045, 1, 0.871].map(alignedNumberWords([0.8045, 1, 0.871])), [
      "0.805",
      "1.000",
      "0.871",
    ]);
    assert.deepEqual([2608, 305.04].map(alignedNumberWords([2608, 305.04])), ["2,608", "305"]);
    assert.deepEqual([277, 79].map(alignedNumberWords([277, 79])), ["277", "79"]);
  });

  it("carry their unit in the language of the page", () => {
    assert.equal(percentWords(0.412, "en"), "41 %");
    assert.equal(percentWords(0.026, "zh"), "2.6%");
    assert.equal(bytesWords(1_840_000), "1.8 MB");
    assert.equal(bytesWords(999), "999 B");
    assert.equal(bytesWords(999_600), "1.0 MB");
    assert.equal(secondsWords(0.31, "en"), "0.3 s");
    assert.equal(secondsWords(200, "zh"), "3 分 20 秒");
    assert.equal(secondsWords(7500, "en"), "2 h 5 min");
  });
});

describe("moments in words", () => {
  const now = new Date(2026, 10, 21, 14, 31);

  it("are a time today, a day before", () => {
    assert.equal(momentWords(new Date(2026, 10, 21, 9, 5), now, "en"), "09:05");
    assert.equal(momentWords(new Date(2026, 10, 20, 23, 59), now, "zh"), "昨天");
    assert.equal(momentWords(new Date(2026, 10, 12), now, "en"), "12 Nov");
    assert.match(momentWords(new Date(2025, 10, 12), now, "en"), /2025/);
  });
});
