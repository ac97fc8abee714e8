import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fitSigmoid } from "@/pipeline/learners/sigmoid_calibration.ts";

describe("fitSigmoid", () => {
  it("equals scikit-learn's Platt scaling", () => {
    // i = np.arange(120); f = (i*53 % 97)/20 - 2.4; y = (f + (i*29 % 89)/30 - 1.5 > 0).astype(int);
    // -a, -b of sklearn.calibration._sigmoid_calibration(f, y), scikit-learn 1.2.1
    const decisions = Array.from({ length: 120 }, (_, i) => (i * 53 % 97) / 20 - 2.4);
    const isFirst = decisions.map((decision, i) => decision + (i * 29 % 89) / 30 - 1.5 > 0);
    const { slope, offset } = fitSigmoid(decisions, isFirst);
    assert.ok(Math.abs(slope - 1.7817952327453523) < 1e-4, `${slope}`);
    assert.ok(Math.abs(offset - -0.06488806819275209) < 1e-4, `${offset}`);
  });

  it("stays finite where the decision values separate the classes", () => {
    const { slope, offset } = fitSigmoid([3, 2, -2, -4], [true, true, false, false]);
    assert.ok(slope > 0 && slope < 10 && Number.isFinite(offset));
  });
});
