import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  gradientBoosting,
  type GradientBoostingFitted,
} from "@/pipeline/learners/gradient_boosting.ts";
import type { TrainingContext } from "@/pipeline/learners/learner.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import type { Notice } from "@/pipeline/problem.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { Random } from "@/pipeline/random.ts";
import { cancelled, quietContext } from "@/pipeline/run_context.ts";
import { accuracyOf, type LabelledRows } from "./labelled_rows.ts";
import { bestFirstSplit } from "./boosting_reference.ts";

async function fit(
  { matrix, labels }: LabelledRows,
  params: Record<string, unknown> = {},
  context: Partial<TrainingContext> = {},
): Promise<GradientBoostingFitted> {
  const parsed = parseLearnerParams(gradientBoosting, params);
  const full = { ...quietContext(1), notice: () => {}, ...context };
  return await gradientBoosting.fit(matrix, labels, parsed, full);
}

/** Rows of normal noise; `classOf` gives each its class, and may change its cells. */
function noisyRows(
  shape: { seed: number; rows: number; width: number; classes: number },
  classOf: (cells: Float32Array, random: Random, row: number) => number,
): LabelledRows {
  const { seed, rows, width, classes } = shape;
  const random = new Random(seed);
  const values = Float32Array.from({ length: rows * width }, () => random.normal());
  const codes = Int32Array.from(
    { length: rows },
    (_, row) => classOf(values.subarray(row * width, (row + 1) * width), random, row),
  );
  const names = Array.from({ length: width }, (_, column) => `kpi ${column}`);
  const labels = { classes: Array.from({ length: classes }, (_, code) => `fault ${code}`), codes };
  return { matrix: { names, rows, values }, labels };
}

/** Two of 60 columns decide the class, with some noise. */
function fourFaults(rows = 1500): LabelledRows {
  return noisyRows({ seed: 5, rows, width: 60, classes: 4 }, (cells, random) => {
    if (random.next() < 0.2) cells[2] = NaN;
    return (cells[0]! > 0 ? 2 : 0) + (cells[1]! + random.normal() * 0.3 > 0 ? 1 : 0);
  });
}

describe("gradient boosting", () => {
  it("splits first where no other threshold, column or side for the holes gains more", async () => {
    const smallTables = fc.record({
      seed: fc.integer(),
      rows: fc.integer({ min: 4, max: 30 }),
      width: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(smallTables, async (shape) => {
        const data = noisyRows({ ...shape, classes: 2 }, (cells, random, row) => {
          for (let column = 0; column < cells.length; column++) {
            cells[column] = random.next() < 0.2 ? NaN : random.below(6);
          }
          return row < 2 ? row : random.below(2);
        });
        const params = { rounds: 1, maxLeaves: 2, columnSample: 1, l2: 0.5, minChildWeight: 0.3 };
        const { trees } = await fit(data, params);
        const { best, gainOf } = bestFirstSplit(data, { l2: 0.5, minChildWeight: 0.3 });
        if (trees.feature[0]! < 0) {
          assert.ok(best < 1e-6, `${best}`);
          return;
        }
        const gain = gainOf(trees.feature[0]!, trees.threshold[0]!, trees.missingLeft[0] === 1);
        assert.ok(gain >= best * (1 - 1e-6), `${gain} and ${best}`);
      }),
      { numRuns: 60 },
    );
  });

  it("learns on which side the holes belong", async () => {
    const data = noisyRows({ seed: 3, rows: 300, width: 2, classes: 2 }, (cells, _random, row) => {
      if (row % 3 === 0) cells[1] = NaN;
      return row % 3 === 0 || cells[1]! > 1 ? 1 : 0;
    });
    const probabilities = gradientBoosting.predict(await fit(data), data.matrix);
    assert.equal(accuracyOf(probabilities, data.labels), 1);
  });

  it("learns the same with one and with two threads, told by progress that never falls", async () => {
    // Enough rows for two threads to be worth it.
    const data = fourFaults(15_000);
    const fractions: number[] = [];
    const progress = (fraction: number): void => void fractions.push(fraction);
    const params = { rounds: 9, subsample: 0.8, earlyStopping: true };
    const one = await fit(data, params, { threads: 1, progress });
    assert.deepEqual(fractions, fractions.toSorted((a, b) => a - b));
    fractions.length = 0;
    const two = await fit(data, params, { threads: 2, progress });
    assert.deepEqual(fractions, fractions.toSorted((a, b) => a - b));
    assert.deepEqual(two, one);
  });

  it("stops inside a round once it is cancelled, with one and with two threads", async () => {
    const data = noisyRows(
      { seed: 2, rows: 40_000, width: 20, classes: 60 },
      (_, random) => random.below(60),
    );
    for (const threads of [1, 2]) {
      const fractions: number[] = [];
      const progress = (fraction: number): void => {
        fractions.push(fraction);
        // The one round lies between the bins and the end.
        if (fraction > 0.06) throw cancelled();
      };
      await assert.rejects(
        fit(data, { rounds: 1, columnSample: 1 }, { threads, progress }),
        (error) => error instanceof HealerError && error.problem.code === "run/cancelled",
      );
      assert.ok(fractions.at(-1)! < 0.9, `${fractions.at(-1)}`);
    }
  });

  it("keeps the losses of all rounds, and tells each as soon as it is known", async () => {
    const points: [string, number, number][] = [];
    const metric = (...point: [string, number, number]): void => void points.push(point);
    const { curve } = await fit(fourFaults(), { rounds: 8, earlyStopping: true }, { metric });
    assert.equal(curve.train.length, 9);
    assert.equal(curve.validation.length, 9);
    assert.deepEqual(curve.train, curve.train.toSorted((a, b) => b - a));
    assert.ok(Math.abs(curve.train[0]! - Math.log(4)) < 0.01);
    assert.deepEqual(
      points,
      curve.train.flatMap((loss, round) => [
        ["train loss", round, loss],
        ["validation loss", round, curve.validation[round]!],
      ]),
    );
  });

  it("keeps the rounds up to the one with the least validation loss", async () => {
    const noise = noisyRows(
      { seed: 4, rows: 400, width: 5, classes: 3 },
      (cells, random) => cells[0]! > 0.5 ? 0 : random.below(3),
    );
    const params = { rounds: 200, earlyStopping: true, patience: 7 };
    const { trees, curve } = await fit(noise, params);
    const best = curve.validation.indexOf(Math.min(...curve.validation));
    assert.ok(best > 0 && best < 200, `${best}`);
    assert.equal(curve.validation.length, best + 7 + 1);
    assert.equal(trees.roots.length - 1, 3 * best);
  });

  it("never divides a group between what it learns from and what it watches", async () => {
    // Rows of one group are copies with a class drawn for the group: only a divided group can be foretold.
    const copies = 8;
    const table = (groups: Int32Array | undefined): LabelledRows => {
      const { matrix, labels } = noisyRows(
        { seed: 6, rows: 80 * copies, width: 3, classes: 2 },
        (cells, _random, row) => {
          const own = new Random(Math.floor(row / copies) + 1);
          for (let column = 0; column < cells.length; column++) cells[column] = own.normal();
          return own.below(2);
        },
      );
      return { matrix, labels: groups ? { ...labels, groups } : labels };
    };
    const groups = Int32Array.from({ length: 80 * copies }, (_, row) => Math.floor(row / copies));
    const params = { rounds: 40, earlyStopping: true, patience: 40, validationShare: 0.25 };
    const divided = await fit(table(undefined), params);
    assert.ok(divided.curve.validation.at(-1)! < 0.2, `${divided.curve.validation.at(-1)}`);
    const whole = await fit(table(groups), params);
    assert.ok(whole.curve.validation.at(-1)! > 0.6, `${whole.curve.validation.at(-1)}`);
  });

  it("says so and learns from all rows where none can be held back", async () => {
    const { matrix, labels } = fourFaults();
    const groups = new Int32Array(matrix.rows);
    const notices: Notice[] = [];
    const { curve } = await fit(
      { matrix, labels: { ...labels, groups } },
      { rounds: 2, earlyStopping: true },
      { notice: (notice) => notices.push(notice) },
    );
    assert.deepEqual(notices.map(({ code }) => code), ["learners/none-held-back"]);
    assert.deepEqual(curve.validation, []);
  });

  it("keeps to the limits for leaves and depth, and to the columns drawn for each tree", async () => {
    const { trees } = await fit(fourFaults(), {
      rounds: 5,
      maxLeaves: 6,
      maxDepth: 3,
      columnSample: 0.05,
    });
    for (let tree = 0; tree < trees.roots.length - 1; tree++) {
      const nodes = Array.from(trees.feature.keys())
        .filter((node) => node >= trees.roots[tree]! && node < trees.roots[tree + 1]!);
      const columns = new Set(nodes.map((node) => trees.feature[node]!).filter((it) => it >= 0));
      assert.ok(columns.size <= 3, `${columns.size} columns`);
      assert.ok(nodes.length <= 2 * 6 - 1, `${nodes.length} nodes`);
      const depthOf = (node: number): number =>
        trees.feature[node]! < 0
          ? 0
          : 1 + Math.max(depthOf(trees.left[node]!), depthOf(trees.right[node]!));
      assert.ok(depthOf(trees.roots[tree]!) <= 3);
    }
  });

  it("covers each node with the hessians of its rows", async () => {
    const data = fourFaults();
    const { trees } = await fit(data, { rounds: 1 });
    const { codes, classes } = data.labels;
    for (const code of classes.keys()) {
      const share = codes.filter((each) => each === code).length / codes.length;
      const cover = trees.cover[trees.roots[code]!]!;
      assert.ok(Math.abs(cover / (codes.length * share * (1 - share)) - 1) < 1e-5, `${cover}`);
    }
    trees.feature.forEach((feature, node) => {
      if (feature < 0) return;
      const halves = trees.cover[trees.left[node]!]! + trees.cover[trees.right[node]!]!;
      assert.ok(Math.abs(halves / trees.cover[node]! - 1) < 1e-5);
    });
  });

  it("lets balanced classes count the same", async () => {
    const rare = noisyRows({ seed: 8, rows: 2000, width: 3, classes: 2 }, (cells, random) => {
      const isRare = random.next() < 0.05;
      if (isRare) cells[0]! += 1;
      return isRare ? 1 : 0;
    });
    const found = async (classWeight: string): Promise<number> => {
      const fitted = await fit(rare, { classWeight, rounds: 20 });
      const probabilities = gradientBoosting.predict(fitted, rare.matrix);
      return rare.labels.codes.filter((code, row) =>
        code === 1 && probabilities[2 * row + 1]! > 0.5
      )
        .length;
    };
    assert.ok(await found("balanced") > 2 * await found("none"));
  });

  it("takes 500 classes", async () => {
    const many = noisyRows(
      { seed: 9, rows: 1500, width: 4, classes: 500 },
      (cells, _random, row) => {
        cells[0] = row % 500 + 0.1 * cells[0]!;
        return row % 500;
      },
    );
    const fitted = await fit(many, { rounds: 5, columnSample: 1, minChildWeight: 0.001 });
    const probabilities = gradientBoosting.predict(fitted, many.matrix);
    assert.ok(accuracyOf(probabilities, many.labels) > 0.9);
  });

  it("refuses rows for which no memory is large enough", async () => {
    const width = 3000;
    const names = Array.from({ length: width }, (_, column) => `kpi ${column}`);
    const few = noisyRows({ seed: 1, rows: 900, width, classes: 2 }, (_, __, row) => row % 2);
    await assert.rejects(
      fit({ ...few, matrix: { ...few.matrix, names } }, { maxLeaves: 1024, columnSample: 1 }),
      (error) => error instanceof HealerError && error.problem.code === "learners/too-large",
    );
  });
});
