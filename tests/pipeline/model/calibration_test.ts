import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { expectedCalibrationError, reliabilityOf } from "@/pipeline/evaluation/reliability.ts";
import { logLoss } from "@/pipeline/evaluation/log_loss.ts";
import { predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import { calibrate, type Calibration, fitCalibration } from "@/pipeline/model/calibration.ts";
import { isotonicRegression, withoutCliffs } from "@/pipeline/model/isotonic_regression.ts";
import { pythonHas, runPython } from "../../python.ts";
import { predictedRows } from "./predicted_rows.ts";

const quietly = (): void => {};

const methods = ["temperature", "isotonic"] as const;

describe("calibration", () => {
  for (const method of methods) {
    it(`by ${method} makes a model that is too sure as good as one that is not`, () => {
      for (const overconfidence of [0.4, 3]) {
        const seen = predictedRows({ rows: 3000, seed: 1, overconfidence });
        const unseen = predictedRows({ rows: 3000, seed: 2, overconfidence });
        const truthful = predictedRows({ rows: 3000, seed: 2 });
        const calibration = fitCalibration(method, seen.labels, seen.probabilities, quietly);
        const calibrated = calibrate(calibration, unseen.probabilities, 3);
        const [raw, corrected, best] = [unseen.probabilities, calibrated, truthful.probabilities]
          .map((probabilities) => logLoss(unseen.labels, probabilities));
        assert.ok(corrected! < raw! - 0.01, `${raw} → ${corrected}`);
        assert.ok(corrected! < best! + 0.03, `${corrected}, at best ${best}`);
        const error = (probabilities: Float32Array): number =>
          expectedCalibrationError(
            reliabilityOf(unseen.labels, probabilities, predictedClasses(probabilities, 3))
              .predicted,
          );
        assert.ok(error(calibrated) < 0.05, `${error(calibrated)}`);
        assert.ok(error(unseen.probabilities) > 0.07, `${error(unseen.probabilities)}`);
      }
    });

    it(`by ${method} gives probabilities that sum to 1 and keep their order`, () => {
      const { labels, probabilities } = predictedRows({ rows: 400, seed: 3, overconfidence: 2 });
      const calibration = fitCalibration(method, labels, probabilities, quietly);
      const any = fc.array(fc.float({ min: 0, max: 1, noNaN: true }), {
        minLength: 3,
        maxLength: 3,
      });
      fc.assert(fc.property(any, (row) => {
        const calibrated = calibrate(calibration, Float32Array.from(row), 3);
        assert.ok(Math.abs(calibrated.reduce((sum, each) => sum + each, 0) - 1) < 1e-6);
        assert.ok(calibrated.every((each) => each >= 0 && each <= 1));
      }));
    });
  }

  it("by temperature finds the factor that was laid on the log-odds", () => {
    for (const overconfidence of [0.5, 1, 2.5]) {
      const { labels, probabilities } = predictedRows({ rows: 20_000, seed: 4, overconfidence });
      const calibration = fitCalibration("temperature", labels, probabilities, quietly);
      assert.ok(calibration.method === "temperature");
      const found = calibration.temperature / overconfidence;
      assert.ok(Math.abs(found - 1) < 0.05, `${calibration.temperature}, ${overconfidence}`);
    }
  });

  it("by temperature stays within its bounds where every row is right, or every row is wrong", () => {
    const labels = { classes: ["a", "b"], codes: Int32Array.of(0, 1, 0, 1) };
    const right = Float32Array.of(0.9, 0.1, 0.2, 0.8, 0.7, 0.3, 0.4, 0.6);
    const temperatureOf = (calibration: Calibration): number =>
      calibration.method === "temperature" ? calibration.temperature : NaN;
    const wrong = right.map((probability) => 1 - probability);
    const surest = temperatureOf(fitCalibration("temperature", labels, right, quietly));
    const least = temperatureOf(fitCalibration("temperature", labels, wrong, quietly));
    assert.ok(Math.abs(surest - 0.05) < 1e-6, `${surest}`);
    assert.ok(Math.abs(least - 20) < 1e-6, `${least}`);
    const ones = Float32Array.of(1, 0, 1, 0, 1, 0, 0, 1);
    const zeros = fitCalibration("temperature", labels, ones, quietly);
    assert.ok(Number.isFinite(temperatureOf(zeros)));
  });
});

const points = fc.array(
  fc.record({ x: fc.integer({ min: 0, max: 20 }), y: fc.boolean() }),
  { minLength: 1, maxLength: 60 },
);

describe("isotonicRegression", () => {
  it("equals scikit-learn's", {
    skip: pythonHas("sklearn") ? false : "scikit-learn is not on this machine",
  }, () => {
    const cases = fc.sample(points, { numRuns: 40, seed: 7 });
    const answers: unknown = JSON.parse(runPython(
      `
import json, sys
import numpy as np
from sklearn.isotonic import IsotonicRegression
answers = []
for case in json.loads(sys.argv[1]):
    x = np.array([point["x"] for point in case]) / 20
    y = np.array([point["y"] for point in case], dtype=float)
    fitted = IsotonicRegression().fit(x, y)
    answers.append([[a, b] for a, b in zip(x.tolist(), fitted.predict(x).tolist())])
print(json.dumps(answers))
`,
      JSON.stringify(cases),
    ));
    assert.ok(Array.isArray(answers));
    for (const [index, expected] of answers.entries()) {
      const given = cases[index]!;
      const blocks = isotonicRegression(
        Float32Array.from(given, ({ x }) => x / 20),
        Float64Array.from(given, ({ y }) => y ? 1 : 0),
      );
      // Each block holds its weight of the points, from the smallest x up.
      const values = blocks.flatMap(({ y, weight }) => Array<number>(weight).fill(y));
      const sorted = expected.toSorted((a: number[], b: number[]) => a[0]! - b[0]!);
      for (const [position, [, value]] of sorted.entries()) {
        assert.ok(Math.abs(values[position]! - value) < 1e-6, `${values[position]}, ${value}`);
      }
    }
  });

  it("rises, keeps every point and their mean, and has no cliff where none is wanted", () => {
    fc.assert(fc.property(points, (given) => {
      const y = Float64Array.from(given, (point) => point.y ? 1 : 0);
      const blocks = isotonicRegression(Float32Array.from(given, ({ x }) => x / 20), y);
      const gentle = withoutCliffs(blocks, 2);
      for (const each of [blocks, gentle]) {
        const weight = each.reduce((sum, block) => sum + block.weight, 0);
        const total = each.reduce((sum, block) => sum + block.weight * block.y, 0);
        assert.equal(weight, given.length);
        assert.ok(Math.abs(total - y.reduce((sum, value) => sum + value, 0)) < 1e-9);
        for (const [index, block] of each.slice(1).entries()) {
          assert.ok(block.x > each[index]!.x && block.y >= each[index]!.y);
        }
      }
      for (const [index, block] of gentle.slice(1).entries()) {
        const before = gentle[index]!;
        assert.ok(block.y - before.y <= 2 * (block.x - before.x) + 1e-12);
      }
    }));
  });
});
