import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { after, keyOf, liveCell, unknownCell } from "@/islands/notebook/live_cell.ts";

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
    const metric = { type: "metric", ...event, name: "loss", step: 1, value: 0.5 } as const;
    const measured = after(unknownCell("train"), metric);
    assert.deepEqual(measured.metrics, [{ name: "loss", step: 1, value: 0.5 }]);
    const started = after(measured, { type: "started", ...event, key: "k" });
    assert.deepEqual(started.metrics, []);
    assert.equal(started.progress, undefined);
  });

  it("keeps its curves within bounds", () => {
    let cell = unknownCell("train");
    for (let step = 0; step < 5010; step++) {
      cell = after(cell, { type: "metric", ...event, name: "loss", step, value: step });
    }
    assert.equal(cell.metrics.length, 5000);
    assert.equal(cell.metrics.at(-1)?.step, 5009);
  });

  it("knows which result it shows: its own, or an older one", () => {
    assert.equal(keyOf({ state: "cached", key: "a", finished: time, seconds: 1 }), "a");
    assert.equal(keyOf({ state: "stale", last: "b" }), "b");
    assert.equal(keyOf({ state: "waiting", for: [] }), undefined);
    const view = { id: "train", state: { state: "stale", last: "b" }, metrics: [] } as const;
    assert.equal(liveCell({ ...view, metrics: [] }).resultKey, undefined);
  });
});
