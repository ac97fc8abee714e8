import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { binomial } from "@/pipeline/evaluation/binomial.ts";
import { Random } from "@/pipeline/random.ts";

/** The probabilities of 0 … trials successes, by the recurrence from the mode outwards. */
function masses(trials: number, probability: number): Float64Array {
  const mass = new Float64Array(trials + 1);
  const mode = Math.floor((trials + 1) * probability);
  const odds = probability / (1 - probability);
  mass[mode] = 1;
  for (let k = mode; k < trials; k++) mass[k + 1] = mass[k]! * odds * (trials - k) / (k + 1);
  for (let k = mode; k > 0; k--) mass[k - 1] = mass[k]! * k / (odds * (trials - k + 1));
  const sum = mass.reduce((a, b) => a + b, 0);
  return mass.map((value) => value / sum);
}

describe("binomial", () => {
  const cases: [number, number][] = [
    [1, 0.3],
    [12, 0.5],
    [40, 0.05],
    [1000, 0.004],
    [30, 0.4],
    [60, 0.8],
    [500, 0.35],
    [2000, 0.98],
  ];
  for (const [trials, probability] of cases) {
    it(`has the frequencies of B(${trials}, ${probability})`, () => {
      const draws = 40_000;
      const random = new Random(trials);
      const counts = new Float64Array(trials + 1);
      for (let draw = 0; draw < draws; draw++) counts[binomial(trials, probability, random)]!++;
      let squares = 0, bins = 0, expected = 0, seen = 0;
      for (const [k, mass] of masses(trials, probability).entries()) {
        expected += mass * draws;
        seen += counts[k]!;
        if (expected < 10 && k < trials) continue;
        if (expected > 0) squares += (seen - expected) ** 2 / expected;
        bins++;
        expected = 0;
        seen = 0;
      }
      // χ² has mean bins − 1 and variance 2 (bins − 1): five deviations never happen by chance.
      assert.ok(squares < bins + 5 * Math.sqrt(2 * bins), `χ² ${squares} of ${bins} bins`);
    });
  }

  it("has the mean and deviation of a million trials", () => {
    const random = new Random(9);
    let sum = 0, squares = 0;
    for (let draw = 0; draw < 20_000; draw++) {
      const difference = binomial(1_000_000, 0.3, random) - 300_000;
      sum += difference;
      squares += difference ** 2;
    }
    const deviation = Math.sqrt(1_000_000 * 0.3 * 0.7);
    assert.ok(Math.abs(sum / 20_000) < 0.04 * deviation);
    assert.ok(Math.abs(Math.sqrt(squares / 20_000) / deviation - 1) < 0.03);
  });

  it("is certain at both ends", () => {
    const random = new Random(1);
    assert.equal(binomial(0, 0.5, random), 0);
    assert.equal(binomial(77, 0, random), 0);
    assert.equal(binomial(77, 1, random), 77);
  });
});
