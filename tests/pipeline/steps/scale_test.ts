import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { quietContext } from "@/pipeline/run_context.ts";
import { scale } from "@/pipeline/steps/scale.ts";
import { parseStepParams } from "@/pipeline/steps/registry.ts";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";
import { assertClose } from "./assert_close.ts";
import { matrixOf, referenceRows, referenceTable } from "./reference_values.ts";

function scaled(method: string, train: FeatureMatrix, rows = train): number[] {
  const fitted = scale.fit(train, parseStepParams(scale, { method }), quietContext());
  return Array.from(scale.apply(fitted, rows).values);
}

describe("scale", () => {
  for (const method of ["standard", "robust", "min-max"]) {
    it(`gives what scikit-learn's ${method} scaler gives on a table with holes`, () => {
      assertClose(scaled(method, referenceTable()), referenceRows(`scale ${method}`).flat(), 1e-6);
    });
  }

  it("maps each training value to the normal quantile of its mid-rank", () => {
    const expected = referenceRows("scale quantile-normal").flat();
    assertClose(scaled("quantile-normal", referenceTable()), expected, 1e-6);
  });

  it("maps linearly between training values and to the ends' scores beyond them", () => {
    const train = matrixOf([[0], [10], [20]]);
    const [low, middle] = scaled("quantile-normal", train);
    assert.equal(middle, 0);
    assertClose(
      scaled("quantile-normal", train, matrixOf([[-1e17], [0], [5], [10], [15], [1e17]])),
      [low!, low!, low! / 2, 0, -low! / 2, -low!],
    );
  });

  it("keeps to the normal distribution with far more values than knots", () => {
    const train = matrixOf(Array.from({ length: 5000 }, (_, row) => [Math.exp(row / 500)]));
    const values = scaled("quantile-normal", train);
    const within = values.filter((value) => Math.abs(value) < 1).length / values.length;
    assert.ok(Math.abs(within - 0.6827) < 0.005, `${within} of the values lie within ±1`);
    assert.ok(values.every((value, row) => row === 0 || value >= values[row - 1]!));
  });

  it("scales a column to 0 that is constant or empty in training, and leaves holes holes", () => {
    const train = matrixOf([[0.1, NaN], [0.1, NaN], [0.1, NaN]]);
    const rows = matrixOf([[0.1, 0], [-1e17, 1e17], [NaN, NaN]]);
    for (const method of ["standard", "robust", "min-max", "quantile-normal"]) {
      assertClose(scaled(method, train, rows), [0, 0, 0, 0, NaN, NaN], 0);
    }
  });

  it("takes the standard deviation where a column varies but its interquartile range is 0", () => {
    const train = matrixOf([[0], [0], [0], [0], [0], [0], [0], [8e16]]);
    const deviation = 8e16 * Math.sqrt(7) / 8;
    assertClose(scaled("robust", train, matrixOf([[8e16]])), [8e16 / deviation], 1e-6);
  });

  it("gives no infinite value for a row that is far from tiny training values", () => {
    const train = matrixOf([[1e-30], [2e-30], [3e-30]]);
    for (const method of ["standard", "robust", "min-max"]) {
      assertClose(scaled(method, train, matrixOf([[1e17], [-1e17]])), [1e15, -1e15]);
    }
  });
});
