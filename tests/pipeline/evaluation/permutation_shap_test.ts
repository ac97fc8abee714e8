import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { permutationShap, type Predict } from "@/pipeline/evaluation/permutation_shap.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";
import { assertClose } from "../steps/assert_close.ts";
import { shapleyValues } from "./shapley.ts";

const width = 4;

/** Two outputs in which the features act together; a hole counts as 2. */
const together = rowwise((row) => {
  const [a, b, c, d] = row.map((value) => Number.isNaN(value) ? 2 : value);
  return [Math.tanh(a! * b! + c!) + Math.max(c!, d!), a! * b! * c! * d! / 10];
});

describe("permutationShap", () => {
  it("gives w·(x − mean) for a linear model", async () => {
    const weights = [2, -1, 0.5, 0];
    const linear = rowwise((row) => [row.reduce((sum, value, i) => sum + value * weights[i]!, 3)]);
    const [rows, background] = [matrixOf([[1, 2, 3, 4], [0, 0, 0, 0]]), matrixOf(noHoles)];
    const options = { background, rounds: 1 };
    const { contributions, base } = await permutationShap(linear, rows, options, quietContext());
    const mean = weights.map((_, i) => average(noHoles.map((row) => row[i]!)));
    const expected = [...rows.values].map((value, cell) =>
      weights[cell % width]! * (value - mean[cell % width]!)
    );
    assertClose(contributions, expected, 1e-5);
    const atMean = weights.reduce((sum, weight, i) => sum + weight * mean[i]!, 3);
    assertClose(base, [atMean], 1e-5);
  });

  it("comes near to the Shapley values of all coalitions, as near as it says", async () => {
    const [rows, background] = [matrixOf([[1, NaN, -1, 0.5]]), matrixOf(withHoles)];
    const options = { background, rounds: 500 };
    const { contributions, standardErrors } = await permutationShap(
      together,
      rows,
      options,
      quietContext(3),
    );
    const expected = await byDefinition(together, rows, background);
    for (const [place, value] of expected.entries()) {
      const error = Math.abs(contributions[place]! - value);
      assert.ok(standardErrors[place]! < 0.05);
      assert.ok(error <= 4 * standardErrors[place]!, `place ${place}: off by ${error}`);
    }
  });

  it("always adds up to what the model says", async () => {
    const value = fc.oneof(fc.constantFrom(-1, 0, 1, NaN), fc.double({ min: -3, max: 3 }));
    const table = fc.array(fc.array(value, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(table, table, fc.nat(), async (some, others, seed) => {
        const [rows, background] = [matrixOf(some), matrixOf(others)];
        const options = { background, rounds: 1 };
        const found = await permutationShap(together, rows, options, quietContext(seed));
        const said = await together(rows.values, rows.rows);
        const sums = said.map((_, place) =>
          found.contributions.subarray(place * width, (place + 1) * width)
            .reduce((sum, each) => sum + each, found.base[place % 2]!)
        );
        assertClose(sums, said, 1e-5);
      }),
    );
  });

  it("gives for one output a row what it gives for all, and the same for the same seed", async () => {
    const [rows, background] = [matrixOf(withHoles), matrixOf(noHoles)];
    const explain = async (outputOf?: Int32Array) =>
      await permutationShap(
        together,
        rows,
        { background, rounds: 2, ...(outputOf ? { outputOf } : {}) },
        quietContext(7),
      );
    const all = await explain();
    assert.deepEqual(await explain(), all);
    const one = await explain(Int32Array.of(1, 0, 1));
    const expected = [1, 0, 1].flatMap((output, row) => {
      const start = (row * 2 + output) * width;
      return [...all.contributions.subarray(start, start + width)];
    });
    assert.deepEqual([...one.contributions], expected);
    assert.deepEqual(one.base, all.base);
  });

  it("asks the model for many rows at once", async () => {
    const sizes: number[] = [];
    const counting: Predict = async (values, rows) => {
      sizes.push(rows);
      return await together(values, rows);
    };
    const rows = matrixOf(Array.from({ length: 100 }, (_, row) => [row, 1 - row, row / 3, 9]));
    const options = { background: matrixOf(noHoles), rounds: 4 };
    await permutationShap(counting, rows, options, quietContext());
    const asked = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(asked > 5000 && sizes.length < 10, `${asked} rows in ${sizes.length} calls`);
  });
});

const noHoles = [[0, 1, 2, -1], [3, -2, 0.5, 1], [1, 1, 1, 1]];
const withHoles = [[0, NaN, 2, -1], [3, -2, NaN, 1], [NaN, NaN, NaN, NaN]];

function matrixOf(rows: readonly (readonly number[])[]): FeatureMatrix {
  return {
    names: ["a", "b", "c", "d"],
    rows: rows.length,
    values: Float32Array.from(rows.flat()),
  };
}

function rowwise(say: (row: number[]) => number[]): Predict {
  return (values, rows) => {
    const said = Array.from(
      { length: rows },
      (_, row) => say([...values.subarray(row * width, (row + 1) * width)]),
    );
    return Promise.resolve(Float32Array.from(said.flat()));
  };
}

/** k×d Shapley values of the first row, the worth of a coalition being the mean over the background. */
async function byDefinition(
  predict: Predict,
  rows: FeatureMatrix,
  background: FeatureMatrix,
): Promise<number[]> {
  const worths = await Promise.all(Array.from({ length: 2 ** width }, async (_, coalition) => {
    const values = background.values.map((value, cell) =>
      (coalition >> (cell % width) & 1) === 1 ? rows.values[cell % width]! : value
    );
    return await predict(values, background.rows);
  }));
  return [0, 1].flatMap((output) =>
    shapleyValues(
      width,
      (coalition) => average([...worths[coalition]!].filter((_, place) => place % 2 === output)),
    )
  );
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
