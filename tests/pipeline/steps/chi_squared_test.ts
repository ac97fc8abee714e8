import { describe, it } from "node:test";
import { quietContext } from "@/pipeline/run_context.ts";
import { chiSquaredOfBins, chiSquaredOfSums } from "@/pipeline/steps/chi_squared.ts";
import { assertClose } from "./assert_close.ts";
import { scoredRows, withEmptyRows } from "./scored_rows.ts";

/** sklearn.feature_selection.chi2(MinMaxScaler().fit_transform(X), y)[0] of scikit-learn 1.2.1; 0 for NaN. */
const ofSums = [
  17.734963022753302,
  0.020873610857364347,
  15.213836402943874,
  5.5953095595362665,
  116.15437788018454,
  0,
];

/**
 * scipy.stats.chi2_contingency(counts, correction=False)[0], the counts of the bins between
 * np.unique(np.quantile(x, np.arange(1, 10) / 10)) by class.
 */
const ofBins = [
  200.3810352909663,
  2.956514406323554,
  178.18505373383837,
  72.21332367699318,
  600,
  0,
];

describe("chiSquaredOfSums", () => {
  it("equals scikit-learn's chi2 on columns scaled to [0, 1]", () => {
    const { matrix, labels } = scoredRows();
    // Scaled from float32 both times, but scikit-learn's has rounded the range.
    assertClose(chiSquaredOfSums(matrix, labels), ofSums, 1e-6);
  });

  it("judges a column on its known values", () => {
    const { matrix, labels } = withEmptyRows(scoredRows(), 60);
    assertClose(chiSquaredOfSums(matrix, labels), ofSums, 1e-6);
  });
});

describe("chiSquaredOfBins", () => {
  it("equals SciPy's statistic of the contingency table of bins and classes", () => {
    const { matrix, labels } = scoredRows();
    assertClose(chiSquaredOfBins(matrix, labels, quietContext()), ofBins, 1e-9);
  });

  it("judges a column on its known values, and is 0 for one without any", () => {
    const { matrix, labels } = withEmptyRows(scoredRows(), 60);
    assertClose(chiSquaredOfBins(matrix, labels, quietContext()), ofBins, 1e-9);
    const empty = { names: ["x"], rows: 360, values: new Float32Array(360).fill(NaN) };
    assertClose(chiSquaredOfBins(empty, labels, quietContext()), [0]);
  });

  it("is moved by no outlier", () => {
    const { matrix, labels } = scoredRows();
    const top = matrix.values.slice();
    let highest = 0;
    for (let row = 1; row < 300; row++) if (top[row * 6]! > top[highest * 6]!) highest = row;
    top[highest * 6] = 1e30;
    const moved = { ...matrix, values: top };
    assertClose(chiSquaredOfBins(moved, labels, quietContext()), ofBins, 1e-9);
  });
});
