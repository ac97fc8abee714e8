import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mlSvmPair, type MlSvmProblem } from "@/pipeline/learners/ml_svm_pair.ts";
import { Random } from "@/pipeline/random.ts";
import { cyclicRows, rowsWhere } from "./cyclic_rows.ts";
import { kernelRowsOf } from "./pair_rows.ts";

/**
 * SVC(kernel="precomputed", C=1e8, tol=1e-9).fit(K + np.eye(80)/3, s) of scikit-learn 1.2.1 on the first two
 * classes (Z = X[y < 2] less its mean, s = 1 for the first, gamma = 1/(4·Z.var()) = 1.54415917869,
 * K = exp(−gamma·|z − z'|²) or gamma·z·z'); K @ (dual coefficients) + intercept of the first six rows.
 */
const references = [
  {
    kind: "rbf",
    decisions: [
      0.9044591490895479,
      -0.2563677488025227,
      0.9000817778983885,
      -0.4466252262279267,
      0.7883890675009559,
      -0.8405629991696162,
    ],
  },
  {
    kind: "linear",
    decisions: [
      1.6160332568194178,
      -0.043127942053053855,
      1.2372680852033233,
      -0.40042130044144736,
      0.8799746427956282,
      -0.43708129645810406,
    ],
  },
] as const;

function pairProblem(kind: "rbf" | "linear"): MlSvmProblem {
  const table = rowsWhere(cyclicRows(), (_, code) => code < 2);
  const rows = kernelRowsOf(table, { kind, gamma: 1.5441591786908606 });
  return {
    count: 80,
    firstCount: 40,
    firstCost: 3,
    secondCost: 3,
    isLeftOut: new Uint8Array(80),
    kernel: (a, b) => rows.valueAt(rows.pointerTo(a, Math.floor(b / 40)), b % 40),
  };
}

describe("mlSvmPair", () => {
  for (const { kind, decisions } of references) {
    it(`decides with the ${kind} kernel as scikit-learn does`, () => {
      const machine = mlSvmPair(pairProblem(kind), new Random(1), () => {});
      assert.ok(machine.converged);
      for (const [row, expected] of decisions.entries()) {
        // The rows of the table alternate between the classes.
        const actual = machine.decisions[Math.floor(row / 2) + 40 * (row % 2)]!;
        // The package stops at optimality conditions met within 0.01.
        assert.ok(
          Math.abs(actual - expected) < 0.03,
          `row ${row}: ${actual}, ${expected} expected`,
        );
      }
    });
  }

  it("repeats itself for a seed", () => {
    const problem = pairProblem("rbf");
    const train = () => mlSvmPair(problem, new Random(5), () => {});
    const machine = train();
    assert.deepEqual(train(), machine);
    assert.notDeepEqual(mlSvmPair(problem, new Random(6), () => {}), machine);
  });

  it("learns nothing from rows left out", () => {
    const isLeftOut = Uint8Array.from({ length: 80 }, (_, row) => row % 3 === 0 ? 1 : 0);
    const { coefficients } = mlSvmPair(
      { ...pairProblem("rbf"), isLeftOut },
      new Random(1),
      () => {},
    );
    assert.ok(coefficients.some((coefficient) => coefficient !== 0));
    assert.ok(coefficients.every((coefficient, row) => isLeftOut[row] === 0 || coefficient === 0));
  });

  it("can be stopped at any step", () => {
    let steps = 0;
    const stop = () => {
      if (++steps === 100) throw new Error("enough");
    };
    assert.throws(() => mlSvmPair(pairProblem("rbf"), new Random(1), stop), /enough/);
    assert.equal(steps, 100);
  });
});
