import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { z } from "zod";
import type { PairSolution } from "@/pipeline/learners/calibrated_pair.ts";
import type { Kernel } from "@/pipeline/learners/kernel.ts";
import { solvePair } from "@/pipeline/learners/sequential_minimal_optimization.ts";
import type { LabelledRows } from "@/pipeline/steps/row_step.ts";
import { assertClose } from "../steps/assert_close.ts";
import { cyclicRows, rowsWhere } from "./cyclic_rows.ts";
import { kernelRowsOf } from "./pair_rows.ts";

const references = z.object({
  gamma: z.number(),
  cases: z.array(z.object({
    kernel: z.enum(["rbf", "linear", "polynomial"]),
    C: z.number(),
    firstWeight: z.number(),
    pairs: z.array(z.object({
      first: z.number(),
      second: z.number(),
      objective: z.number(),
      decisions: z.array(z.number()),
    })),
  })),
}).parse(
  JSON.parse(Deno.readTextFileSync(new URL("support_vector_references.json", import.meta.url))),
);

const ignore = (): void => {};

/** coefficients·kernel·coefficients/2 − Σ |coefficient| */
function objectiveOf({ coefficients, decisions, bias }: PairSolution): number {
  return coefficients.reduce(
    (sum, coefficient, row) =>
      sum + coefficient * (decisions[row]! - bias) / 2 - Math.abs(coefficient),
    0,
  );
}

const tables: fc.Arbitrary<LabelledRows> = fc.tuple(
  fc.integer({ min: 1, max: 6 }),
  fc.array(fc.boolean(), { minLength: 0, maxLength: 40 }),
  fc.infiniteStream(fc.double({ min: -3, max: 3, noNaN: true })),
).map(([width, signs, numbers]) => {
  const codes = Int32Array.from([true, false, ...signs], (sign) => sign ? 0 : 1);
  const values = new Float32Array(codes.length * width);
  for (let cell = 0; cell < values.length; cell++) values[cell] = numbers.next().value ?? 0;
  const names = Array.from({ length: width }, (_, column) => `${column}`);
  return {
    matrix: { names, rows: codes.length, values },
    labels: { classes: ["a", "b"], codes },
  };
});

const kernels: fc.Arbitrary<Kernel> = fc.constantFrom<Kernel>(
  { kind: "rbf", gamma: 0.3 },
  { kind: "linear", gamma: 0.5 },
  { kind: "polynomial", gamma: 0.5, constant: 1, degree: 3 },
);

describe("solvePair", () => {
  for (const { kernel, C, firstWeight, pairs } of references.cases) {
    it(`finds scikit-learn's machines: ${kernel}, C = ${C}, weight ${firstWeight}`, () => {
      const shape: Kernel = kernel === "polynomial"
        ? { kind: kernel, gamma: references.gamma, constant: 1, degree: 3 }
        : { kind: kernel, gamma: references.gamma };
      const rows = kernelRowsOf(cyclicRows(), shape);
      for (const { first, second, objective, decisions } of pairs) {
        const costs = { firstCost: C * firstWeight, secondCost: C };
        const solution = solvePair(
          rows,
          { first, second, ...costs, tolerance: 1e-5 },
          ignore,
        );
        assert.ok(solution.converged);
        assertClose(solution.decisions, decisions, 1e-4);
        assertClose([objectiveOf(solution)], [objective], 1e-5);
      }
    });
  }

  it("meets the optimality conditions", () => {
    const costs = fc.double({ min: 0.05, max: 50, noNaN: true });
    fc.assert(
      fc.property(tables, kernels, costs, costs, (table, kernel, firstCost, secondCost) => {
        const tolerance = 1e-3;
        const rows = kernelRowsOf(table, kernel);
        const solution = solvePair(
          rows,
          { first: 0, second: 1, firstCost, secondCost, tolerance },
          ignore,
        );
        if (!solution.converged) return;
        const firstCount = table.labels.codes.filter((code) => code === 0).length;
        let sum = 0;
        for (const [row, coefficient] of solution.coefficients.entries()) {
          sum += coefficient;
          const sign = row < firstCount ? 1 : -1;
          const multiplier = sign * coefficient;
          const cost = row < firstCount ? firstCost : secondCost;
          assert.ok(multiplier >= 0 && multiplier <= cost, `${multiplier} in [0, ${cost}]`);
          const margin = sign * solution.decisions[row]! - 1;
          if (multiplier === 0) assert.ok(margin >= -tolerance * 1.01, `${margin} without pull`);
          else if (multiplier === cost) assert.ok(margin <= tolerance * 1.01, `${margin} at cost`);
          else assert.ok(Math.abs(margin) <= tolerance * 1.01, `${margin} on the margin`);
        }
        assert.ok(Math.abs(sum) <= 1e-9 * (firstCost + secondCost), `${sum}`);
      }),
    );
  });

  it("learns nothing from rows left out, and decides on them all the same", () => {
    const table = cyclicRows();
    const kernel: Kernel = { kind: "rbf", gamma: references.gamma };
    const problem = { first: 0, second: 1, firstCost: 10, secondCost: 10, tolerance: 1e-6 };
    const isLeftOut = Uint8Array.from({ length: 80 }, (_, row) => row % 4 === 1 ? 1 : 0);
    const { coefficients, decisions } = solvePair(
      kernelRowsOf(table, kernel),
      { ...problem, isLeftOut },
      ignore,
    );
    assert.ok(coefficients.every((coefficient, row) => isLeftOut[row] === 0 || coefficient === 0));
    // Row r of class c is the row 3·r + c of the table.
    const fewer = rowsWhere(table, (row, code) => isLeftOut[(row - code) / 3 + 40 * code] === 0);
    const alone = solvePair(kernelRowsOf(fewer, kernel), problem, ignore);
    assertClose(decisions.filter((_, row) => isLeftOut[row] === 0), alone.decisions, 1e-4);
    const whole = solvePair(kernelRowsOf(table, kernel), problem, ignore);
    const largest = decisions.reduce(
      (most, decision, row) => Math.max(most, Math.abs(decision - whole.decisions[row]!)),
      0,
    );
    assert.ok(largest > 0.1, `${largest}`);
  });

  it("can be stopped while it works", () => {
    const rows = kernelRowsOf(cyclicRows(), { kind: "linear", gamma: 1 });
    let calls = 0;
    const stop = (): void => {
      if (++calls === 2) throw new Error("enough");
    };
    const problem = { first: 0, second: 1, firstCost: 1e4, secondCost: 1e4, tolerance: 1e-9 };
    assert.throws(() => solvePair(rows, problem, stop), /enough/);
    assert.equal(calls, 2);
  });
});
