import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { selectionStability } from "@/pipeline/evaluation/selection_stability.ts";
import { Random } from "@/pipeline/random.ts";

describe("selectionStability", () => {
  it("is 1 where every selection is the same", () => {
    assert.equal(selectionStability([1, 0, 0, 1], 5), 1);
  });

  it("equals Nogueira's definition from the selections themselves", () => {
    // Z = [[1, 1, 0, 0, 0], [1, 0, 1, 0, 0], [1, 1, 1, 0, 0]]: the unbiased variances of the columns are
    // 0, 1/3, 1/3, 0, 0 and the mean number of columns is 7/3.
    const expected = 1 - ((1 / 3 + 1 / 3) / 5) / ((7 / 15) * (1 - 7 / 15));
    const stability = selectionStability([1, 2 / 3, 2 / 3, 0, 0], 3);
    assert.ok(Math.abs(stability! - expected) < 1e-12);
  });

  it("is about 0 for selections by chance", () => {
    const random = new Random(1);
    const times = new Float64Array(200);
    for (let selection = 0; selection < 50; selection++) {
      const order = random.shuffle(Int32Array.from(times.keys()));
      for (const column of order.subarray(0, 30)) times[column]!++;
    }
    assert.ok(Math.abs(selectionStability(times.map((count) => count / 50), 50)!) < 0.01);
  });

  it("says nothing of one selection, or where all or no columns are chosen", () => {
    assert.equal(selectionStability([1, 0], 1), null);
    assert.equal(selectionStability([1, 1], 4), null);
    assert.equal(selectionStability([0, 0], 4), null);
  });
});
