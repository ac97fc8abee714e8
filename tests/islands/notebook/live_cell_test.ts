import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  after,
  keyOf,
  type LiveCell,
  liveCell,
  missesPoints,
  unknownCell,
} from "@/islands/notebook/live_cell.ts";

const time = "2026-11-21T14:31:00.000Z";
const event = { run: "r", time, cell: "train" } as const;

describe("a cell that is looked at", () => {
  it("shows progress with the last message until another one comes", () => {
    const said = after(unknownCell("train"), {
      type: "progress",
      ...event,
      fraction: 0.2,
      message: { en: "fold 1 of 5", zh: "第 1/5 折" },
    });
    const later = after(said, { type: "progress", ...event, fraction: 0.3 });
    assert.deepEqual(later.progress, {
      fraction: 0.3,
      message: { en: "fold 1 of 5", zh: "第 1/5 折" },
    });
  });

  it("begins its curves anew when it starts", () => {
    const points = [{ name: "loss", step: 1, value: 0.5, fold: 2 }];
    const measured = after(unknownCell("train"), { type: "metrics", ...event, from: 0, points });
    assert.deepEqual(measured.metrics, points);
    assert.equal(measured.metricCount, 1);
    const started = after(measured, { type: "started", ...event, key: "k" });
    assert.deepEqual(started.metrics, []);
    assert.deepEqual([started.metricCount, started.progress], [0, undefined]);
  });

  it("keeps whole curves within bounds, and all points of the short ones", () => {
    let cell = unknownCell("train");
    for (let from = 0; from < 13_000; from += 100) {
      const points = Array.from({ length: 100 }, (_, step) => ({
        name: (from + step) % 1000 === 0 ? "score" : "loss",
        step: from + step,
        value: step,
      }));
      cell = after(cell, { type: "metrics", ...event, from, points });
    }
    assert.ok(cell.metrics.length <= 5000 && cell.metrics.length > 2000, `${cell.metrics.length}`);
    assert.deepEqual(
      cell.metrics.filter(({ name }) => name === "score").map(({ step }) => step),
      Array.from({ length: 13 }, (_, index) => 1000 * index),
    );
    assert.ok(cell.metrics.filter(({ name }) => name === "loss")[0]!.step < 10);
    assert.equal(cell.metricCount, 13_000);
  });

  it("draws no point twice, however the stream and the notebook overlap, and knows what it misses", () => {
    const all = Array.from({ length: 50 }, (_, step) => ({ name: "loss", step, value: step }));
    const part = fc.tuple(fc.nat(50), fc.nat(50)).map(([one, other]) =>
      [Math.min(one, other), Math.max(one, other)] as const
    );
    fc.assert(fc.property(fc.nat(50), fc.array(part, { maxLength: 20 }), (known, parts) => {
      let cell: LiveCell = {
        ...unknownCell("train"),
        metrics: all.slice(0, known),
        metricCount: known,
      };
      for (const [from, to] of parts) {
        const heard = { type: "metrics", ...event, from, points: all.slice(from, to) } as const;
        if (missesPoints(cell, heard)) assert.ok(from > cell.metrics.length);
        else cell = after(cell, heard);
        assert.deepEqual(cell.metrics, all.slice(0, cell.metricCount));
      }
    }));
  });

  it("knows which result it shows: its own, or an older one", () => {
    assert.equal(keyOf({ state: "cached", key: "a", finished: time, seconds: 1 }), "a");
    assert.equal(keyOf({ state: "stale", last: "b" }), "b");
    assert.equal(keyOf({ state: "waiting", for: [] }), undefined);
    const view = { id: "train", state: { state: "stale", last: "b" }, metricCount: 0 } as const;
    assert.equal(liveCell({ ...view, metrics: [] }).resultKey, undefined);
  });
});
