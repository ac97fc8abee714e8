import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fitNovelty } from "@/pipeline/model/fit_novelty.ts";
import { rowEntropies } from "@/pipeline/model/novelty_entropy.ts";
import { noveltyGrid, NoveltyQuantiles } from "@/pipeline/model/novelty_grid.ts";
import { NoveltyProjection } from "@/pipeline/model/novelty_projection.ts";
import type { OutOfFold } from "@/pipeline/model/out_of_fold.ts";
import { readNovelty, storedNoveltySchema, storeNovelty } from "@/pipeline/model/stored_novelty.ts";
import { Random } from "@/pipeline/random.ts";
import type { FeatureMatrix, Labels } from "@/pipeline/table/feature_matrix.ts";
import { sampleTable } from "./sample_tables.ts";

/** What a model would say that guesses with little knowledge of the rows. */
function guessed(labels: Labels, folds = 3): OutOfFold {
  const { classes, codes } = labels;
  const random = new Random(1);
  const probabilities = new Float32Array(codes.length * classes.length);
  for (const [row, code] of codes.entries()) {
    const own = Array.from(classes, (_, each) => random.next() + (each === code ? 3 : 0.1));
    const sum = own.reduce((total, each) => total + each, 0);
    probabilities.set(own.map((each) => each / sum), row * classes.length);
  }
  const rows = Int32Array.from(codes.keys());
  return {
    rows,
    labels,
    foldOf: rows.map((row) => row % folds),
    probabilities,
    predictions: codes,
  };
}

describe("what training keeps to tell strange rows", () => {
  it("survives being written to the summary, and gives the same distances", () => {
    const { matrix, labels } = sampleTable({ rows: 200, width: 9, classes: 3 });
    const fitted = fitNovelty(matrix, labels, guessed(labels), 1);
    assert.ok(fitted);
    const json = JSON.stringify(storeNovelty(fitted));
    const read = readNovelty(storedNoveltySchema.parse(JSON.parse(json)));
    assert.deepEqual(read.together, fitted.together);
    const before = new NoveltyProjection(fitted.space).project(matrix.values, 9, 200);
    const after = new NoveltyProjection(read.space).project(matrix.values, 9, 200);
    for (const [row, distance] of after.distances.entries()) {
      assert.ok(Math.abs(distance - before.distances[row]!) <= 1e-3 * Math.max(1, distance));
    }
  });

  it("looks at the columns that tell classes apart, and lets those that drift go", () => {
    const { matrix, labels } = sampleTable({ rows: 3000, width: 6, classes: 4 });
    const fitted = fitNovelty(matrix, labels, guessed(labels), 1);
    assert.deepEqual([...fitted?.space.columns ?? []], [0, 1]);
  });

  it("copes with few rows, many classes, empty, constant and wild columns", () => {
    const shapes = [
      { rows: 3, width: 5, classes: 2 },
      { rows: 400, width: 3, classes: 200 },
      { rows: 40, width: 300, classes: 2 },
      { rows: 20, width: 1, classes: 2 },
    ];
    for (const shape of shapes) {
      const { matrix, labels } = sampleTable(shape);
      const values = matrix.values.map((value, cell) => {
        const column = cell % shape.width;
        return column === 2 ? NaN : column === 3 ? 7 : column === 4 ? value * 1e15 : value;
      });
      const fitted = fitNovelty({ ...matrix, values }, labels, guessed(labels), 1);
      assert.ok(fitted, JSON.stringify(shape));
      const { distances, likelihoods } = new NoveltyProjection(fitted.space).project(
        values,
        shape.width,
        shape.rows,
      );
      assert.ok(distances.every((distance) => Number.isFinite(distance) && distance >= 0));
      assert.ok(likelihoods.every((likelihood) => !Number.isNaN(likelihood)));
      assert.ok(fitted.together.count >= 1);
    }
  });

  it("is nothing where no column varies", () => {
    const { matrix, labels } = sampleTable({ rows: 20, width: 2, classes: 2 });
    const still: FeatureMatrix = { ...matrix, values: matrix.values.map(() => 1) };
    assert.equal(fitNovelty(still, labels, guessed(labels), 1), null);
  });
});

describe("the grid of scores", () => {
  const scores = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 400 });

  it("never gives a smaller p-value than all scores would, nor one that is much greater", () => {
    fc.assert(fc.property(scores, fc.integer({ min: -1, max: 61 }), (drawn, score) => {
      const quantiles = new NoveltyQuantiles(noveltyGrid(Float32Array.from(drawn)));
      const exact = (1 + drawn.filter((each) => each >= score).length) / (drawn.length + 1);
      const p = quantiles.pValue(score);
      assert.ok(p >= exact - 1e-12, `${p} < ${exact}`);
      assert.ok(p <= 1.03 * exact + 1e-12, `${p} > ${exact}`);
    }));
  });

  it("keeps few of many scores", () => {
    const grid = noveltyGrid(Float32Array.from({ length: 10_000 }, (_, index) => index));
    assert.ok(grid.scores.length < 400);
    assert.equal(new NoveltyQuantiles(grid).pValue(20_000), 1 / 10_001);
  });
});

describe("the entropy of rows", () => {
  it("lies between none and that of an even guess", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 9 });
    fc.assert(fc.property(weights, (drawn) => {
      const sum = drawn.reduce((total, each) => total + each, 0);
      fc.pre(sum > 0);
      const [entropy] = rowEntropies(Float32Array.from(drawn, (each) => each / sum), drawn.length);
      assert.ok(entropy! >= -1e-6 && entropy! <= Math.log(drawn.length) + 1e-6);
    }));
  });
});
