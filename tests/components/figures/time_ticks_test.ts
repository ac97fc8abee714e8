import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { timeTicks } from "@/components/figures/axis_words.ts";
import type { Language } from "@/web/language.ts";

function told(language: Language, ...moments: string[]): string[] {
  return moments.map((text) => new Date(`${text}Z`)).map(timeTicks(language));
}

describe("the ticks of time", () => {
  it("are by a clock of 24 hours, with the date where it begins", () => {
    const moments = ["2026-01-01T18:00", "2026-01-02T00:00", "2026-01-02T06:00"];
    assert.deepEqual(told("en", ...moments), ["18:00\n1 Jan", "00:00\n2 Jan", "06:00"]);
    assert.deepEqual(told("zh", ...moments), ["18:00\n1月1日", "00:00\n1月2日", "06:00"]);
    assert.deepEqual(told("en", "2026-01-01T18:00:30"), ["18:00:30\n1 Jan"]);
  });

  it("are dates where all of them are at midnight, and years where those begin there", () => {
    const moments = ["2025-12-31T00:00", "2026-01-01T00:00", "2026-01-02T00:00"];
    assert.deepEqual(told("en", ...moments), ["31 Dec\n2025", "1 Jan\n2026", "2 Jan"]);
    assert.deepEqual(told("zh", "2025-01-01T00:00", "2026-01-01T00:00"), ["2025年", "2026年"]);
  });
});
