import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fitSlopes } from "@/pipeline/learners/sigmoid_calibration.ts";

describe("fitSlopes", () => {
  it("is scikit-learn's logistic regression without intercept on Platt's targets, side by side", () => {
    // i = np.arange(120); f = (i*53 % 97)/20 - 2.4; y = f + (i*29 % 89)/30 - 1.5 > 0
    // t = np.where(y, (y.sum() + 1)/(y.sum() + 2), 1/((~y).sum() + 2))
    // For s = f > 0 and s = f < 0: LogisticRegression(penalty="none", fit_intercept=False, tol=1e-12).fit(
    //     np.r_[f[s], f[s]][:, None], np.r_[np.ones(s.sum()), np.zeros(s.sum())],
    //     sample_weight=np.r_[t[s], 1 - t[s]]).coef_, scikit-learn 1.2.1
    const decisions = Array.from({ length: 120 }, (_, i) => (i * 53 % 97) / 20 - 2.4);
    const isFirst = decisions.map((decision, i) => decision + (i * 29 % 89) / 30 - 1.5 > 0);
    const slopes = fitSlopes(decisions, isFirst);
    assert.ok(slopes !== undefined);
    assert.ok(Math.abs(slopes.above - 1.79329224) < 1e-5, `${slopes.above}`);
    assert.ok(Math.abs(slopes.below - 1.76917802) < 1e-5, `${slopes.below}`);
  });

  it("stays finite where the decision values separate the classes", () => {
    const slopes = fitSlopes([3, 2, -2, -4], [true, true, false, false]);
    assert.ok(slopes !== undefined);
    for (const slope of [slopes.above, slopes.below]) assert.ok(slope > 0 && slope < 10);
  });

  it("trusts a side little that is wrong more often than right", () => {
    const slopes = fitSlopes([1, 1, 1, -1, -1, -1, -1], [
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    assert.ok(slopes !== undefined && slopes.above > 0 && slopes.above < slopes.below / 5);
  });

  it("says where the decision values speak for the other class", () => {
    assert.equal(fitSlopes([-3, -2, 2, 1], [true, true, false, false]), undefined);
  });
});
