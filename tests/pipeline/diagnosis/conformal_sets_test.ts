import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { conformalSets } from "@/pipeline/diagnosis/conformal_sets.ts";
import { predictedRows } from "../model/predicted_rows.ts";

const shares = [0.5, 0.3, 0.2];

/** The share of the rows of each class whose sets hold it, and how often that was looked at. */
function coverageOf(
  options: { errorRate: number; seeds: number; calibration: number; overconfidence?: number },
): { covered: number; rows: number; calibration: number }[] {
  const { errorRate, seeds, calibration, overconfidence = 1 } = options;
  const totals = shares.map(() => ({ covered: 0, rows: 0, calibration: 0 }));
  for (let seed = 0; seed < seeds; seed++) {
    const known = predictedRows({ rows: calibration, seed, shares, overconfidence });
    const asked = predictedRows({ rows: 1000, seed: 1000 + seed, shares, overconfidence });
    const sets = conformalSets(known, { errorRate }).setsOf(asked.probabilities);
    for (const [row, code] of asked.labels.codes.entries()) {
      totals[code]!.covered += sets[row * shares.length + code]!;
      totals[code]!.rows++;
    }
    for (const code of known.labels.codes) totals[code]!.calibration += 1 / seeds;
  }
  return totals;
}

describe("conformal sets", () => {
  it("hold the true class of all but the promised share of the rows of every class", () => {
    const seeds = 40;
    for (const errorRate of [0.01, 0.05, 0.1, 0.2]) {
      for (const overconfidence of [1, 3]) {
        const classes = coverageOf({ errorRate, seeds, calibration: 700, overconfidence });
        for (const [code, { covered, rows, calibration }] of classes.entries()) {
          // Coverage varies with the calibration rows as a beta variable does, and with the rows asked for.
          const variance = errorRate * (1 - errorRate) * (1 / (seeds * calibration) + 1 / rows);
          const slack = 4 * Math.sqrt(variance);
          const share = covered / rows;
          const what = `class ${code} at ${errorRate}, overconfidence ${overconfidence}: ${share}`;
          assert.ok(share >= 1 - errorRate - slack, what);
          assert.ok(share <= 1 - errorRate + 1.5 / calibration + slack, what);
        }
      }
    }
  });

  it("hold the diagnosis alone where no class fits well, and nothing where none fits at all", () => {
    // Rows of each class were told with 0.51 to 0.99.
    const codes = Int32Array.from({ length: 147 }, (_, row) => row % 3);
    const probabilities = Float32Array.from({ length: 441 }, (_, cell) => {
      const row = Math.floor(cell / 3);
      const own = 0.51 + Math.floor(row / 3) / 100;
      return cell % 3 === codes[row] ? own : (1 - own) / 2;
    });
    const conformal = conformalSets(
      { labels: { classes: ["a", "b", "c"], codes }, probabilities },
      { errorRate: 0.2 },
    );
    const asked = Float32Array.of(0.95, 0.05, 0, 0.26, 0.54, 0.2, 0.2, 0.4, 0.4);
    assert.deepEqual([...conformal.setsOf(asked)], [1, 0, 0, 0, 1, 0, 0, 0, 0]);
  });

  it("are empty for fewer than one in twenty rows, whatever is accepted", () => {
    const shares = [0.5, 0.5];
    for (const errorRate of [0.05, 0.1, 0.3]) {
      const known = predictedRows({ rows: 2000, seed: 14, shares, overconfidence: 3 });
      const asked = predictedRows({ rows: 2000, seed: 15, shares, overconfidence: 3 });
      const sets = conformalSets(known, { errorRate }).setsOf(asked.probabilities);
      let empty = 0;
      for (let row = 0; row < 2000; row++) if (sets[2 * row]! + sets[2 * row + 1]! === 0) empty++;
      assert.ok(empty <= 0.05 * 2000, `${empty} at ${errorRate}`);
    }
  });

  it("grow as fewer errors are accepted", () => {
    const known = predictedRows({ rows: 900, seed: 3 });
    const asked = predictedRows({ rows: 300, seed: 4 });
    const sizes = [0.01, 0.03, 0.1, 0.3].map((errorRate) =>
      conformalSets(known, { errorRate }).setsOf(asked.probabilities).reduce((a, b) => a + b, 0)
    );
    assert.deepEqual(sizes, sizes.toSorted((a, b) => b - a));
    assert.ok(sizes[0]! > sizes[3]!);
  });

  it("count every group of a class alike, however many rows it has", () => {
    const known = predictedRows({ rows: 600, seed: 5 });
    const asked = predictedRows({ rows: 300, seed: 6 }).probabilities;
    const ofFirst = [...known.labels.codes.keys()].filter((row) => known.labels.codes[row] === 0);
    const worst = ofFirst.reduce((a, b) =>
      known.probabilities[3 * a]! < known.probabilities[3 * b]! ? a : b
    );
    // One incident, missed all along, that went on for long.
    const rows = [...known.labels.codes.keys(), ...new Array<number>(600).fill(worst)];
    const codes = Int32Array.from(rows, (row) => known.labels.codes[row]!);
    const probabilities = Float32Array.from(
      rows.flatMap((row) => [...known.probabilities.subarray(3 * row, 3 * row + 3)]),
    );
    const { classes } = known.labels;
    const sizeWith = (groups: { groups?: Int32Array }): number =>
      conformalSets({ labels: { classes, codes, ...groups }, probabilities }, { errorRate: 0.1 })
        .setsOf(asked).filter((inSet, cell) => cell % 3 === 0 && inSet === 1).length;
    const before = conformalSets(known, { errorRate: 0.1 })
      .setsOf(asked).filter((inSet, cell) => cell % 3 === 0 && inSet === 1).length;
    assert.ok(sizeWith({}) > 1.2 * before, `${sizeWith({})} of ${before}`);
    const grouped = sizeWith({ groups: Int32Array.from(rows) });
    assert.ok(Math.abs(grouped - before) <= 0.05 * before, `${grouped} of ${before}`);
  });

  it("judge a class of few rows like all rows together, and say which one it is", () => {
    const known = predictedRows({ rows: 400, seed: 7, shares: [0.6, 0.39, 0.01] });
    const conformal = conformalSets(known, { errorRate: 0.05 });
    assert.deepEqual(conformal.sharing, ["fault 2"]);
    const asked = predictedRows({ rows: 500, seed: 8, shares: [0.6, 0.39, 0.01] }).probabilities;
    const sets = conformal.setsOf(asked);
    const withRare = sets.filter((inSet, cell) => cell % 3 === 2 && inSet === 1).length;
    assert.ok(withRare < 250, `${withRare} sets hold the class of four rows`);
  });

  it("are all classes where there are not even enough rows together", () => {
    const known = predictedRows({ rows: 12, seed: 9 });
    const conformal = conformalSets(known, { errorRate: 0.05 });
    assert.equal(conformal.sharing.length, 3);
    assert.ok(conformal.setsOf(known.probabilities).every((inSet) => inSet === 1));
  });

  it("take the probabilities as a model that weighs its classes does", () => {
    const weights = [1, 0.25, 0.5];
    const weighed = <Rows extends { probabilities: Float32Array }>(rows: Rows): Rows => {
      const probabilities = rows.probabilities.map((each, cell) => each * weights[cell % 3]!);
      for (let start = 0; start < probabilities.length; start += 3) {
        const own = probabilities.subarray(start, start + 3);
        const sum = own.reduce((total, each) => total + each, 0);
        own.forEach((each, code) => own[code] = each / sum);
      }
      return { ...rows, probabilities };
    };
    const known = predictedRows({ rows: 300, seed: 10 });
    const asked = predictedRows({ rows: 300, seed: 11 });
    const sets = conformalSets(known, { errorRate: 0.1, weights }).setsOf(asked.probabilities);
    const plain = conformalSets(weighed(known), { errorRate: 0.1 })
      .setsOf(weighed(asked).probabilities);
    const differing = sets.filter((inSet, cell) => inSet !== plain[cell]).length;
    assert.ok(differing <= 2, `${differing} cells differ by more than rounding explains`);
    const unweighted = conformalSets(known, { errorRate: 0.1 }).setsOf(asked.probabilities);
    assert.notDeepEqual(sets, unweighted);
  });

  it("work for two classes and for two hundred", () => {
    for (const count of [2, 200]) {
      const even = new Array<number>(count).fill(1 / count);
      const known = predictedRows({ rows: 20 * count, seed: 12, shares: even });
      const asked = predictedRows({ rows: 2000, seed: 13, shares: even });
      const sets = conformalSets(known, { errorRate: 0.1 }).setsOf(asked.probabilities);
      const covered = asked.labels.codes.filter((code, row) => sets[row * count + code] === 1);
      const share = covered.length / 2000;
      assert.ok(share > 0.87 && share < 0.96, `${share} of ${count} classes`);
    }
  });
});
