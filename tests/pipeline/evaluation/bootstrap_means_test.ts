import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bootstrapMeans } from "@/pipeline/evaluation/bootstrap_means.ts";
import { Random } from "@/pipeline/random.ts";

describe("bootstrapMeans", () => {
  const random = new Random(4);
  const rows = 400;
  const values = Float64Array.from(
    { length: 2 * rows },
    (_, cell) => cell % 2 === 0 ? random.normal() : 7,
  );

  it("gives the mean, and a standard error near to that of the textbook", () => {
    const [varying, constant] = bootstrapMeans(values, 2, { seed: 1, resamples: 500 });
    const column = values.filter((_, cell) => cell % 2 === 0);
    const mean = column.reduce((sum, value) => sum + value, 0) / rows;
    assert.ok(Math.abs(varying!.mean - mean) < 1e-12);
    assert.ok(Math.abs(varying!.standardError * Math.sqrt(rows) - 1) < 0.15);
    assert.ok(varying!.low < mean && mean < varying!.high);
    assert.ok(Math.abs((varying!.high - varying!.low) / varying!.standardError - 3.92) < 0.5);
    assert.deepEqual(constant, { mean: 7, standardError: 0, low: 7, high: 7 });
  });

  it("draws the rows of a group together, which makes it less sure", () => {
    // Every value comes four times.
    const repeated = Float64Array.from({ length: 4 * 50 }, (_, row) => values[2 * (row >> 2)]!);
    const groups = Int32Array.from(repeated, (_, row) => row >> 2);
    const [alone] = bootstrapMeans(repeated, 1, { seed: 2 });
    const [together] = bootstrapMeans(repeated, 1, { seed: 2, groups });
    assert.ok(Math.abs(together!.mean - alone!.mean) < 1e-12);
    const ratio = together!.standardError / alone!.standardError;
    assert.ok(ratio > 1.6 && ratio < 2.4, `ratio ${ratio}`);
  });

  it("is the same for the same seed", () => {
    assert.deepEqual(
      bootstrapMeans(values, 2, { seed: 3 }),
      bootstrapMeans(values, 2, { seed: 3 }),
    );
  });
});
