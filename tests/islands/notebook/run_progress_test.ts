import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import { runProgress } from "@/islands/notebook/run_progress.ts";

type State = LiveCell["state"];

const time = "2026-11-21T14:31:00.000Z";
const states: Record<string, State> = {
  fresh: { state: "fresh", key: "k", finished: time, seconds: 1 },
  waiting: { state: "waiting", for: [] },
  running: { state: "running", started: time },
};

function cell(
  state: string,
  { seconds, fraction }: { seconds?: number; fraction?: number } = {},
): LiveCell {
  const result = { summary: { en: "", zh: "" }, figures: [], tables: [], notices: [], values: {} };
  return {
    id: state,
    state: states[state] ?? { state: "stale" },
    metrics: [],
    metricCount: 0,
    resultKey: undefined,
    ...(seconds === undefined ? {} : { result: { result, finished: time, seconds } }),
    ...(fraction === undefined ? {} : { progress: { fraction } }),
  };
}

describe("the progress of a run", () => {
  it("weighs cells by the time they took before", () => {
    const { fraction, done, total } = runProgress([
      cell("fresh", { seconds: 10 }),
      cell("running", { seconds: 30, fraction: 0.5 }),
      cell("waiting", { seconds: 60 }),
    ]);
    assert.equal(fraction, 0.25);
    assert.deepEqual([done, total], [1, 3]);
  });

  it("lies between nothing and all, and is all where every cell has ended", () => {
    const some = fc.constantFrom("fresh", "waiting", "running");
    const seconds = fc.double({ min: 0, max: 1000, noNaN: true });
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    const cells = fc.array(
      fc.tuple(some, seconds, fraction).map(([state, seconds, fraction]) =>
        cell(state, { seconds, fraction })
      ),
      { maxLength: 9 },
    );
    fc.assert(fc.property(cells, (cells) => {
      const { fraction, done, total } = runProgress(cells);
      assert.ok(fraction >= 0 && fraction <= 1);
      assert.ok(done <= total);
      if (done < total) assert.ok(fraction < 1);
      else if (total > 0) assert.ok(Math.abs(fraction - 1) < 1e-9);
    }));
  });
});
