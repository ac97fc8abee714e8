import { describe, it } from "node:test";
import { quietContext } from "@/pipeline/run_context.ts";
import { clipOutliers } from "@/pipeline/steps/clip_outliers.ts";
import { parseStepParams } from "@/pipeline/steps/registry.ts";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";
import { assertClose } from "./assert_close.ts";
import { matrixOf, referenceRows, referenceTable } from "./reference_values.ts";

function clipped(
  params: Record<string, unknown>,
  train: FeatureMatrix,
  rows = train,
): Float32Array {
  const fitted = clipOutliers.fit(train, parseStepParams(clipOutliers, params), quietContext());
  return clipOutliers.apply(fitted, rows).values;
}

describe("clip-outliers", () => {
  it("clips to NumPy's quantiles", () => {
    const values = clipped({ low: 0.2, high: 0.9 }, referenceTable());
    assertClose(values, referenceRows("clip-outliers quantile").flat(), 1e-6);
  });

  it("clips to the quartiles widened by a multiple of their distance", () => {
    const values = clipped({ method: "iqr", factor: 0.5 }, referenceTable());
    assertClose(values, referenceRows("clip-outliers iqr").flat(), 1e-6);
  });

  it("leaves a column alone whose interquartile range is 0, and an empty one", () => {
    const train = matrixOf([[0, NaN], [0, NaN], [0, NaN], [0, NaN], [9, NaN]]);
    const rows = matrixOf([[1e17, -1e17], [NaN, 3]]);
    assertClose(clipped({ method: "iqr" }, train, rows), [1e17, -1e17, NaN, 3]);
  });

  it("clips fresh rows to the limits of the training rows", () => {
    const train = matrixOf(Array.from({ length: 101 }, (_, row) => [row]));
    const rows = matrixOf([[-5], [1], [50], [99.5], [1e17], [NaN]]);
    assertClose(clipped({}, train, rows), [1, 1, 50, 99, 99, NaN]);
  });
});
