import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { rankingMetrics } from "@/pipeline/evaluation/ranking_metrics.ts";
import {
  agree,
  inputOf,
  labelsOf,
  predictionsArbitrary,
  sklearnCases,
} from "./evaluation_cases.ts";

describe("rankingMetrics", () => {
  for (const reference of sklearnCases) {
    it(`equals scikit-learn: ${reference.name}`, () => {
      const { labels, probabilities } = inputOf(reference);
      const { perClass, macroRocAuc, macroPrAuc } = rankingMetrics(labels, probabilities);
      for (const [code, expected] of reference.per_class.entries()) {
        const { rocAuc, prAuc } = perClass[code]!;
        assert.ok(agree(rocAuc, expected.roc_auc), `class ${code}: ${rocAuc}, ${expected.roc_auc}`);
        assert.ok(agree(prAuc, expected.pr_auc), `class ${code}: ${prAuc}, ${expected.pr_auc}`);
      }
      const mean = (values: (number | null)[]): number | null => {
        const defined = values.filter((value) => value !== null);
        return defined.length === 0 ? null : defined.reduce((a, b) => a + b) / defined.length;
      };
      assert.ok(agree(macroRocAuc, mean(reference.per_class.map((one) => one.roc_auc))));
      assert.ok(agree(macroPrAuc, mean(reference.per_class.map((one) => one.pr_auc))));
    });
  }

  it("is null for an absent class and leaves it out of the means", () => {
    const labels = labelsOf([0, 1, 0], 3);
    const probabilities = Float32Array.of(0.7, 0.2, 0.1, 0.1, 0.8, 0.1, 0.3, 0.3, 0.4);
    const ranking = rankingMetrics(labels, probabilities);
    assert.deepEqual(ranking.perClass[2], { rocAuc: null, prAuc: null });
    assert.equal(ranking.macroRocAuc, 1);
    assert.equal(ranking.macroPrAuc, 1);
  });

  it("has a PR-AUC but no ROC-AUC where every row is of one class", () => {
    const ranking = rankingMetrics(labelsOf([0, 0], 2), Float32Array.of(0.5, 0.5, 1, 0));
    assert.deepEqual(ranking.perClass, [
      { rocAuc: null, prAuc: 1 },
      { rocAuc: null, prAuc: null },
    ]);
    assert.equal(ranking.macroRocAuc, null);
  });

  it("has as ROC-AUC the share of pairs ranked rightly, a tie counting one half", () => {
    fc.assert(fc.property(predictionsArbitrary, ({ labels, probabilities }) => {
      const width = labels.classes.length;
      const { perClass } = rankingMetrics(labels, probabilities);
      for (let code = 0; code < width; code++) {
        let right = 0, pairs = 0;
        for (const [row, own] of labels.codes.entries()) {
          if (own !== code) continue;
          for (const [other, truth] of labels.codes.entries()) {
            if (truth === code) continue;
            const difference = probabilities[row * width + code]! -
              probabilities[other * width + code]!;
            right += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
            pairs++;
          }
        }
        assert.ok(agree(perClass[code]!.rocAuc, pairs > 0 ? right / pairs : null));
      }
    }));
  });

  it("has as PR-AUC the precision averaged over the rows of the class", () => {
    fc.assert(fc.property(predictionsArbitrary, ({ labels, probabilities }) => {
      const width = labels.classes.length;
      const { perClass } = rankingMetrics(labels, probabilities);
      for (let code = 0; code < width; code++) {
        const score = (row: number): number => probabilities[row * width + code]!;
        const rows = [...labels.codes.keys()];
        const positives = rows.filter((row) => labels.codes[row] === code);
        const precisions = positives.map((row) => {
          const above = rows.filter((other) => score(other) >= score(row));
          return above.filter((other) => labels.codes[other] === code).length / above.length;
        });
        const expected = precisions.length === 0
          ? null
          : precisions.reduce((a, b) => a + b) / precisions.length;
        assert.ok(agree(perClass[code]!.prAuc, expected));
      }
    }));
  });
});
