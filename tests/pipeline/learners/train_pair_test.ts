import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decisionOf, type PairProblem, trainPair } from "@/pipeline/learners/train_pair.ts";
import { Random } from "@/pipeline/random.ts";
import { cyclicRows, rowsWhere } from "./cyclic_rows.ts";

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

function pairProblem(kind: "rbf" | "linear"): PairProblem {
  const { matrix, labels } = rowsWhere(cyclicRows(), (_, code) => code < 2);
  const { rows, values } = matrix;
  const means = [0, 1, 2, 3].map((column) =>
    values.reduce((sum, value, cell) => cell % 4 === column ? sum + value : sum, 0) / rows
  );
  const kernel = new Float64Array(rows * rows);
  for (let cell = 0; cell < kernel.length; cell++) {
    const a = Math.floor(cell / rows), b = cell % rows;
    let product = 0, distance = 0;
    for (let column = 0; column < 4; column++) {
      const valueA = values[a * 4 + column]! - means[column]!;
      const valueB = values[b * 4 + column]! - means[column]!;
      product += valueA * valueB;
      distance += (valueA - valueB) ** 2;
    }
    const gamma = 1.5441591786908606;
    kernel[cell] = kind === "rbf" ? Math.exp(-gamma * distance) : gamma * product;
  }
  const rowsOf = (code: number) =>
    [...labels.codes.keys()].filter((row) => labels.codes[row] === code);
  return { kernel, rows, first: rowsOf(0), second: rowsOf(1), C: 3 };
}

describe("trainPair", () => {
  for (const { kind, decisions } of references) {
    it(`decides with the ${kind} kernel as scikit-learn does`, () => {
      const problem = pairProblem(kind);
      const machine = trainPair(problem, new Random(1), () => {});
      assert.ok(machine.converged);
      for (const [row, expected] of decisions.entries()) {
        const actual = decisionOf(machine, problem, row);
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
    const train = () => trainPair(problem, new Random(5), () => {});
    const machine = train();
    assert.deepEqual(train(), machine);
    assert.notDeepEqual(trainPair(problem, new Random(6), () => {}), machine);
  });

  it("can be stopped at any step", () => {
    let steps = 0;
    const stop = () => {
      if (++steps === 20) throw new Error("enough");
    };
    assert.throws(() => trainPair(pairProblem("rbf"), new Random(1), stop), /enough/);
    assert.equal(steps, 20);
  });
});
