import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { quietContext } from "@/pipeline/run_context.ts";
import { borderlineSmote } from "@/pipeline/steps/borderline_smote.ts";
import { kMeansSmote } from "@/pipeline/steps/k_means_smote.ts";
import { parseStepParams } from "@/pipeline/steps/registry.ts";
import type { LabelledRows, RowStep } from "@/pipeline/steps/row_step.ts";
import { smote } from "@/pipeline/steps/smote.ts";
import { neighboursByDefinition, rowOf, sizesOf, unevenRows } from "./uneven_rows.ts";

function apply<Params>(
  step: RowStep<Params>,
  rows: LabelledRows,
  params: Record<string, unknown> = {},
  seed = 3,
): LabelledRows {
  return step.apply(rows, parseStepParams(step, params), quietContext(seed));
}

/** A row that was made up, and the two rows it may lie between: `between` holds indices of raw rows. */
interface MadeRow {
  readonly origin: number;
  readonly partner: number;
}

/**
 * The pair of rows that each made-up row lies between, found by trying all pairs of the class: the last
 * column tells rows apart, and the others must lie at the same point of the line, with holes where either
 * end has one.
 */
function findPairs(before: LabelledRows, after: LabelledRows, allowed: number[][]): MadeRow[] {
  const made = Array.from(
    { length: after.matrix.rows - before.matrix.rows },
    (_, index) => before.matrix.rows + index,
  );
  return made.map((row) => {
    const values = rowOf(after, row);
    const code = after.labels.codes[row]!;
    const group = after.labels.groups?.[row];
    for (let origin = 0; origin < before.matrix.rows; origin++) {
      if (before.labels.codes[origin] !== code || before.labels.groups?.[origin] !== group) {
        continue;
      }
      const start = rowOf(before, origin);
      for (const partner of allowed[origin]!) {
        const end = rowOf(before, partner);
        const gap = (values.at(-1)! - start.at(-1)!) / (end.at(-1)! - start.at(-1)!);
        if (gap < -1e-6 || gap > 1 + 1e-6) continue;
        const fits = values.every((value, column) => {
          const expected = start[column]! + gap * (end[column]! - start[column]!);
          if (Number.isNaN(expected)) return Number.isNaN(value);
          const reach = Math.abs(end[column]! - start[column]!);
          return Math.abs(value - expected) <= 1e-4 * reach + 1e-6 * Math.abs(expected);
        });
        if (fits) return { origin, partner };
      }
    }
    throw new Error(`row ${row} lies between no two rows that it may lie between`);
  });
}

/** The nearest `count` rows of the same class. */
function nearestOfClass({ labels }: LabelledRows, neighbours: number[][], count: number) {
  return neighbours.map((others, row) =>
    others.filter((other) => labels.codes[other] === labels.codes[row]).slice(0, count)
  );
}

for (const holes of [0, 0.25]) {
  describe(`smote where ${holes * 100} % of the values are holes`, () => {
    const rows = unevenRows([40, 12, 5], { holes });
    const after = apply(smote, rows, { neighbours: 4 });
    const allowed = nearestOfClass(rows, neighboursByDefinition(rows), 4);

    it("brings every class up to the largest and leaves the given rows in front", () => {
      assert.deepEqual(sizesOf(after), [40, 40, 40]);
      const given = after.matrix.values.subarray(0, rows.matrix.values.length);
      assert.deepEqual(given, rows.matrix.values);
      assert.deepEqual(after.labels.codes.subarray(0, rows.matrix.rows), rows.labels.codes);
    });

    it("puts every new row between a row and one of its k nearest of the class, in its group", () => {
      const made = findPairs(rows, after, allowed);
      assert.equal(made.length, 28 + 35);
      const partners = new Set(made.map(({ origin, partner }) => `${origin}-${partner}`));
      assert.ok(partners.size > 30, "it draws among neighbours");
    });

    it("begins at every row of a class as often as at any other, but once", () => {
      const counts = new Map<number, number>();
      for (const { origin } of findPairs(rows, after, allowed)) {
        counts.set(origin, (counts.get(origin) ?? 0) + 1);
      }
      rows.labels.codes.forEach((code, row) => {
        const count = counts.get(row) ?? 0;
        if (code === 1) assert.ok(count === 2 || count === 3, `${count}`);
        if (code === 2) assert.equal(count, 7);
      });
    });
  });
}

describe("smote", () => {
  it("heeds the ratio and the greatest growth", () => {
    const rows = unevenRows([40, 12, 2]);
    assert.deepEqual(sizesOf(apply(smote, rows, { ratio: 0.5 })), [40, 20, 20]);
    assert.deepEqual(sizesOf(apply(smote, rows, { growth: 2.5 })), [40, 30, 5]);
    assert.deepEqual(sizesOf(apply(smote, rows, { ratio: 0.2 })), [40, 12, 8]);
  });

  it("copies the only row of a class", () => {
    const rows = unevenRows([6, 1]);
    const after = apply(smote, rows);
    assert.deepEqual(sizesOf(after), [6, 6]);
    const only = rows.labels.codes.indexOf(1);
    for (let row = 7; row < 12; row++) assert.deepEqual(rowOf(after, row), rowOf(rows, only));
  });

  it("gives other rows for another seed", () => {
    const rows = unevenRows([20, 5]);
    assert.notDeepEqual(apply(smote, rows, {}, 1).matrix, apply(smote, rows, {}, 2).matrix);
  });
});

describe("borderline-smote", () => {
  const rows = unevenRows([60, 20], { holes: 0.1, seed: 5 });
  const neighbours = neighboursByDefinition(rows);
  const isOnBorder = (row: number): boolean => {
    const others = neighbours[row]!.slice(0, 10)
      .filter((other) => rows.labels.codes[other] !== rows.labels.codes[row]).length;
    return others >= 5 && others < 10;
  };

  it("begins at rows on the border only, and goes towards any near row of the class", () => {
    const after = apply(borderlineSmote, rows, { neighbours: 3 });
    assert.deepEqual(sizesOf(after), [60, 60]);
    const made = findPairs(rows, after, nearestOfClass(rows, neighbours, 3));
    const origins = new Set(made.map(({ origin }) => origin));
    const border = [...rows.labels.codes.keys()].filter((row) =>
      rows.labels.codes[row] === 1 && isOnBorder(row)
    );
    assert.deepEqual([...origins].sort((a, b) => a - b), border);
    assert.ok(border.length > 2 && border.length < 20);
  });

  it("leaves a class alone that borders on no other, or is nothing but noise", () => {
    const apart = unevenRows([30, 12]);
    for (const [row, code] of apart.labels.codes.entries()) {
      apart.matrix.values.set([code * 1e3, code * 1e6, code * 1e9], row * 4);
    }
    assert.deepEqual(sizesOf(apply(borderlineSmote, apart, { surroundings: 5 })), [30, 12]);
    assert.deepEqual(sizesOf(apply(borderlineSmote, unevenRows([30, 1]))), [30, 1]);
  });
});

describe("k-means-smote", () => {
  /** Each class has a dense heap and a sparse one, all far apart, and a third that both share. */
  function heaps(): LabelledRows {
    const rows = unevenRows([70, 24]);
    const counts = [0, 0];
    const centres = [[[9, 0, 0], [0, 9, 0], [0, 0, 0]], [[0, 0, 9], [9, 9, 9], [0, 0, 0]]];
    for (const [row, code] of rows.labels.codes.entries()) {
      const heap = counts[code]!++ % 3;
      const spread = heap === 0 ? 0.1 : 1;
      const cells = centres[code]![heap]!.map((centre, column) =>
        centre + spread * Math.sin(row * (column + 3))
      );
      rows.matrix.values.set([...cells, 0], row * 4);
    }
    return rows;
  }

  it("makes rows only inside clusters where the class prevails, more where it is sparse", () => {
    const rows = heaps();
    const countIn = (params: Record<string, unknown>, centre: number[]) => {
      const after = apply(kMeansSmote, rows, { clusters: 5, ...params });
      assert.deepEqual(sizesOf(after), [70, 70]);
      const made = Array.from({ length: 46 }, (_, index) => rowOf(after, 94 + index));
      return made.filter((row) =>
        centre.every((value, column) => Math.abs(row[column]! - value) <= 1)
      ).length;
    };
    const [dense, sparse] = [[0, 0, 9], [9, 9, 9]];
    assert.equal(countIn({}, dense) + countIn({}, sparse), 46);
    assert.ok(countIn({}, dense) < 5, `${countIn({}, dense)} of 46 in the dense heap`);
    assert.equal(countIn({ density: 0 }, dense), 23);
  });

  it("gives what smote gives where the class prevails in no cluster", () => {
    const rows = unevenRows([60, 6], { holes: 0.2 });
    const after = apply(kMeansSmote, rows, { clusters: 1 });
    assert.deepEqual(sizesOf(after), [60, 60]);
    findPairs(rows, after, nearestOfClass(rows, neighboursByDefinition(rows), 5));
  });
});
