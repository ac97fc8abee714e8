import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { impute } from "@/pipeline/steps/impute.ts";
import { parseStepParams } from "@/pipeline/steps/registry.ts";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";
import { assertClose } from "./assert_close.ts";
import { matrixOf, referenceRows, referenceTable } from "./reference_values.ts";

function imputed(
  params: Record<string, unknown>,
  train: FeatureMatrix,
  rows = train,
  seed = 0,
): FeatureMatrix {
  const fitted = impute.fit(train, parseStepParams(impute, params), quietContext(seed));
  return impute.apply(fitted, rows);
}

describe("impute", () => {
  for (const strategy of ["mean", "median", "most-frequent"]) {
    it(`fills as scikit-learn's SimpleImputer does by ${strategy}`, () => {
      const expected = referenceRows(`impute ${strategy}`).flat();
      assertClose(imputed({ strategy }, referenceTable()).values, expected, 1e-6);
    });
  }

  it("fills as scikit-learn's KNNImputer does on standard scores", () => {
    const filled = imputed({ strategy: "nearest", neighbours: 2 }, referenceTable());
    assertClose(filled.values, referenceRows("impute nearest").flat(), 1e-6);
  });

  it("fills as scikit-learn's Ridge predicts from the other columns' standard scores", () => {
    const filled = imputed({ strategy: "regression", ridge: 0.01 }, referenceTable());
    assertClose(filled.values, referenceRows("impute regression").flat(), 1e-3);
  });

  it("fills with a fixed value", () => {
    const filled = imputed({ strategy: "constant", value: -1 }, matrixOf([[1, NaN], [NaN, 2]]));
    assertClose(filled.values, [1, -1, -1, 2]);
  });

  it("fills a column without training values with 0, by every strategy that looks at the rows", () => {
    const train = matrixOf([[1, NaN], [2, NaN]]);
    for (const strategy of ["mean", "median", "most-frequent", "nearest", "regression"]) {
      assertClose(imputed({ strategy }, train, matrixOf([[1, NaN]])).values, [1, 0], 0);
    }
  });

  it("gives a row without any value the means", () => {
    const train = matrixOf([[1, 10], [2, 40], [6, 10]]);
    for (const strategy of ["mean", "nearest", "regression"]) {
      assertClose(imputed({ strategy }, train, matrixOf([[NaN, NaN]])).values, [3, 20], 1e-6);
    }
  });

  it("takes the first of equally near rows, and all donors where there are fewer than asked for", () => {
    const train = matrixOf([[0, 1], [0, 2], [0, NaN], [5, 6]]);
    const row = matrixOf([[0, NaN]]);
    const fill = (neighbours: number) =>
      imputed({ strategy: "nearest", neighbours }, train, row).values[1]!;
    assert.deepEqual([1, 2, 3, 20].map(fill), [1, 1.5, 3, 3]);
  });

  it("draws at most 512 reference rows, by the seed", () => {
    const train = matrixOf(Array.from({ length: 2000 }, (_, row) => [row % 7, row]));
    const fittedBy = (seed: number) =>
      impute.fit(train, parseStepParams(impute, { strategy: "nearest" }), quietContext(seed));
    const { fill } = fittedBy(1);
    assert.ok(fill.by === "nearest" && fill.rows.references.length === 512 * 2);
    assert.deepEqual(fittedBy(1), fittedBy(1));
    assert.notDeepEqual(fittedBy(1), fittedBy(2));
  });

  it("recovers by regression and by neighbours what the other columns tell, far better than the mean", () => {
    const random = new Random(5);
    const complete = matrixOf(Array.from({ length: 400 }, () => {
      const load = random.normal(), disk = random.normal();
      return [load, 1e6 * disk, 1e17 * (load + disk), load - disk].map((value) =>
        value * (1 + 0.01 * random.normal())
      );
    }));
    const width = complete.names.length;
    const holed = {
      ...complete,
      values: complete.values.map((value, cell) =>
        cell % width === Math.floor(cell / width) % 8 ? NaN : value
      ),
    };
    const errorOf = (strategy: string): number => {
      const { values } = imputed({ strategy }, holed);
      let sum = 0;
      for (let cell = 2; cell < values.length; cell += width) {
        sum += ((values[cell]! - complete.values[cell]!) / 1e17) ** 2;
      }
      return Math.sqrt(sum / complete.rows);
    };
    assert.ok(errorOf("regression") < 0.05 * errorOf("mean"));
    assert.ok(errorOf("nearest") < 0.3 * errorOf("mean"));
  });

  it("appends an indicator for each column that had holes in training", () => {
    const train = matrixOf([[1, NaN, 3], [NaN, 2, 3], [1, 2, 3]]);
    const filled = imputed({ indicators: true }, train, matrixOf([[NaN, 5, NaN]]));
    assert.deepEqual(filled.names, ["a", "b", "c", "a is missing", "b is missing"]);
    assertClose(filled.values, [1, 5, 3, 1, 0]);
  });
});
