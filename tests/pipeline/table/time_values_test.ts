import assert from "node:assert/strict";
import { describe, it } from "node:test";
import pl from "nodejs-polars";
import { timesOf } from "@/pipeline/table/time_values.ts";

describe("timesOf", () => {
  it("reads every form of time that tables know, as UTC where no zone is named", () => {
    const texts = [
      "2026-11-23",
      "2026/1/2 3:04",
      "2026-11-23T04:05:06.5Z",
      "2026-11-23 04:05:06,25",
      "2026-11-23T04:05+08:00",
      "2026-11-23T04:05-0330",
      "yesterday",
      null,
    ];
    const frame = pl.DataFrame([pl.Series("at", texts, pl.Utf8)]);
    assert.deepEqual([...timesOf(frame, { name: "at", type: "time" })], [
      Date.UTC(2026, 10, 23),
      Date.UTC(2026, 0, 2, 3, 4),
      Date.UTC(2026, 10, 23, 4, 5, 6, 500),
      Date.UTC(2026, 10, 23, 4, 5, 6, 250),
      Date.UTC(2026, 10, 22, 20, 5),
      Date.UTC(2026, 10, 23, 7, 35),
      NaN,
      NaN,
    ]);
  });

  it("takes numbers as they are", () => {
    const frame = pl.DataFrame([pl.Series("at", [3, null, 1.5], pl.Float64)]);
    assert.deepEqual([...timesOf(frame, { name: "at", type: "number" })], [3, NaN, 1.5]);
  });
});
