import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  affordableResamples,
  bootstrapProbabilities,
} from "@/pipeline/evaluation/bootstrap_probabilities.ts";
import { brierScore } from "@/pipeline/evaluation/brier_score.ts";
import { logLoss } from "@/pipeline/evaluation/log_loss.ts";
import type { Interval } from "@/pipeline/evaluation/percentile_interval.ts";
import { rankingMetrics } from "@/pipeline/evaluation/ranking_metrics.ts";
import { rankingOrder, weightedRanking } from "@/pipeline/evaluation/weighted_ranking.ts";
import { Random } from "@/pipeline/random.ts";
import { type Labels, takeLabels } from "@/pipeline/table/feature_matrix.ts";
import { agree, labelsOf, predictionsArbitrary } from "./evaluation_cases.ts";

/** Rows of three classes whose probabilities know something of the truth. */
function predicted(rows: number, seed: number): { labels: Labels; probabilities: Float32Array } {
  const random = new Random(seed);
  const labels = labelsOf(Array.from({ length: rows }, () => random.below(3)), 3);
  const probabilities = new Float32Array(rows * 3);
  for (const [row, truth] of labels.codes.entries()) {
    const odds = [0, 1, 2].map((code) => Math.exp(random.normal() + (code === truth ? 1 : 0)));
    const sum = odds.reduce((total, each) => total + each, 0);
    probabilities.set(odds.map((each) => each / sum), row * 3);
  }
  return { labels, probabilities };
}

/** The rows of `data` at `rows`, those drawn twice standing there twice. */
function taken(data: ReturnType<typeof predicted>, rows: readonly number[]) {
  const width = data.labels.classes.length;
  const cells = rows.flatMap((row) => [
    ...data.probabilities.subarray(row * width, (row + 1) * width),
  ]);
  return { labels: takeLabels(data.labels, rows), probabilities: Float32Array.from(cells) };
}

function metricsOf({ labels, probabilities }: ReturnType<typeof predicted>) {
  const { perClass, macroRocAuc, macroPrAuc } = rankingMetrics(labels, probabilities);
  return {
    log_loss: logLoss(labels, probabilities),
    brier_score: brierScore(labels, probabilities),
    roc_auc: macroRocAuc ?? NaN,
    pr_auc: macroPrAuc ?? NaN,
    perClass,
  };
}

const keys = ["log_loss", "brier_score", "roc_auc", "pr_auc"] as const;

describe("weightedRanking", () => {
  it("equals ranking the rows with each standing there as often as it counts", () => {
    const times = fc.infiniteStream(fc.nat(3));
    fc.assert(fc.property(predictionsArbitrary, times, (data, stream) => {
      const counts = Uint32Array.from(data.labels.codes, () => stream.next().value ?? 1);
      const rows = [...counts].flatMap((count, row) => Array<number>(count).fill(row));
      if (rows.length === 0) return;
      const { labels, probabilities } = taken(data, rows);
      const { perClass } = rankingMetrics(labels, probabilities);
      for (const [code, expected] of perClass.entries()) {
        const order = rankingOrder(data.labels, data.probabilities, code);
        const { rocAuc, prAuc } = weightedRanking(order, counts);
        assert.ok(agree(Number.isNaN(rocAuc) ? null : rocAuc, expected.rocAuc));
        assert.ok(agree(Number.isNaN(prAuc) ? null : prAuc, expected.prAuc));
      }
    }));
  });
});

describe("bootstrapProbabilities", () => {
  it("equals drawing groups one by one", () => {
    const data = predicted(300, 1);
    const random = new Random(2);
    const groups = data.labels.codes.keys().map((row) =>
      row % 3 === 0 ? `${row}` : `g${Math.floor(20 * random.next() ** 2)}`
    ).toArray();
    const members = [...Map.groupBy(groups.keys(), (row) => groups[row]!).values()];
    const drawn = Array.from(
      { length: 1500 },
      () => metricsOf(taken(data, members.flatMap(() => members[random.below(members.length)]!))),
    );
    const actual = bootstrapProbabilities(data.labels, data.probabilities, {
      seed: 3,
      resamples: 3000,
      groups: groups.map((group) => group.startsWith("g") ? group : null),
    });
    for (const key of keys) {
      const values = drawn.map((metrics) => metrics[key]).sort((a, b) => a - b);
      const [low, high] = [values[Math.round(0.025 * 1500)]!, values[Math.round(0.975 * 1500)]!];
      const tolerance = 0.08 * (high - low);
      assert.ok(Math.abs(actual[key].low - low) < tolerance, `${key} ${actual[key].low}, ${low}`);
      assert.ok(Math.abs(actual[key].high - high) < tolerance, `${key} ${actual[key].high}`);
      assert.ok(agree(actual[key].value, metricsOf(data)[key]));
    }
  });

  it("covers the value of the whole population about 95 times in 100", () => {
    const whole = metricsOf(predicted(50_000, 4));
    const covered = { log_loss: 0, brier_score: 0, roc_auc: 0, pr_auc: 0 };
    for (let seed = 100; seed < 200; seed++) {
      const { labels, probabilities } = predicted(200, seed);
      const intervals = bootstrapProbabilities(labels, probabilities, { seed, resamples: 200 });
      for (const key of keys) {
        const { low, high }: Interval = intervals[key];
        if (low <= whole[key] && whole[key] <= high) covered[key]++;
      }
    }
    for (const key of keys) assert.ok(covered[key] >= 86, `${key}: ${covered[key]} of 100`);
  });

  it("has no interval for a class that does not occur, and one for the others", () => {
    const probabilities = Float32Array.of(0.5, 0.25, 0.25, 0.25, 0.5, 0.25, 0.5, 0.25, 0.25);
    const { per_class, roc_auc } = bootstrapProbabilities(labelsOf([0, 1, 0], 3), probabilities, {
      seed: 1,
    });
    assert.ok(Number.isNaN(per_class[2]!.pr_auc.low));
    assert.ok(Number.isNaN(per_class[2]!.roc_auc.low));
    assert.ok(!Number.isNaN(per_class[0]!.roc_auc.low) && !Number.isNaN(roc_auc.low));
  });

  it("resamples large tables less often, but never less than 200 times", () => {
    assert.equal(affordableResamples(5_809, 6), 1000);
    assert.equal(affordableResamples(100_000, 6), 333);
    assert.equal(affordableResamples(2_000_000, 11), 200);
  });
});
