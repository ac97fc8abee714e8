import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { GiniSplit } from "@/pipeline/learners/gini_split.ts";
import { binMatrix, type BinnedMatrix, missingBin } from "@/pipeline/learners/histogram_bins.ts";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";

/** A node of a tree: binned rows, each with a class and the times it was drawn. */
interface NodeCase {
  readonly binned: BinnedMatrix;
  readonly codes: Int32Array;
  readonly draws: Int32Array;
  readonly classWeights: Float64Array;
  readonly minSamplesLeaf: number;
}

const classCount = 4;

/** Nodes of 2 to 200 rows, so that both ways to look at a feature, sorted rows and histogram, are taken. */
const nodeCases: fc.Arbitrary<NodeCase> = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  rows: fc.oneof(fc.integer({ min: 2, max: 64 }), fc.integer({ min: 65, max: 200 })),
  width: fc.integer({ min: 1, max: 4 }),
  holes: fc.constantFrom(0, 0.1, 0.5),
  weighted: fc.boolean(),
  minSamplesLeaf: fc.constantFrom(1, 2, 7),
}).map(({ seed, rows, width, holes, weighted, minSamplesLeaf }) => {
  const random = new Random(seed);
  const levels = Array.from({ length: width }, () => [2, 7, 1000][random.below(3)]!);
  const values = Float32Array.from(
    { length: rows * width },
    (_, cell) => random.next() < holes ? NaN : random.below(levels[cell % width]!),
  );
  const names = levels.map((_, column) => `kpi ${column}`);
  const codes = Int32Array.from({ length: rows }, () => Math.min(random.below(6), classCount - 1));
  return {
    binned: binMatrix({ names, rows, values }, quietContext()),
    codes,
    draws: Int32Array.from({ length: rows }, () => 1 + random.below(3)),
    classWeights: Float64Array.from(
      { length: classCount },
      () => weighted ? random.next() + 0.1 : 1,
    ),
    minSamplesLeaf,
  };
});

/** The weight of each class among the rows that `takes` takes. */
function weigh(node: NodeCase, takes: (row: number) => boolean): { sums: number[]; rows: number } {
  const sums = new Array<number>(classCount).fill(0);
  let rows = 0;
  node.codes.forEach((code, row) => {
    if (!takes(row)) return;
    sums[code]! += node.classWeights[code]! * node.draws[row]!;
    rows++;
  });
  return { sums, rows };
}

/** The Gini impurity of both sides, each times its weight; undefined where a side is too small. */
function impurity(node: NodeCase, goesLeft: (row: number) => boolean): number | undefined {
  const sides = [weigh(node, goesLeft), weigh(node, (row) => !goesLeft(row))];
  if (sides.some(({ rows }) => rows < node.minSamplesLeaf)) return undefined;
  return sides.reduce((sum, { sums }) => {
    const weight = sums.reduce((total, part) => total + part);
    return sum + weight - sums.reduce((total, part) => total + part * part, 0) / weight;
  }, 0);
}

function sideOf(node: NodeCase, feature: number, bin: number, missingLeft: boolean) {
  return (row: number): boolean => {
    const rowBin = node.binned.bins[feature * node.binned.rows + row]!;
    return rowBin === missingBin ? missingLeft : rowBin <= bin;
  };
}

/** The least impurity of all splits there are, tried one by one; undefined where there is none. */
function leastImpurity(node: NodeCase): number | undefined {
  const found: number[] = [];
  node.binned.thresholds.forEach((thresholds, feature) => {
    for (let bin = 0; bin <= thresholds.length; bin++) {
      for (const missingLeft of [false, true]) {
        const value = impurity(node, sideOf(node, feature, bin, missingLeft));
        if (value !== undefined) found.push(value);
      }
    }
  });
  return found.length === 0 ? undefined : Math.min(...found);
}

function search(node: NodeCase): GiniSplit {
  const { rows } = node.binned;
  const samples = node.codes.map((code, row) => code << 8 | node.draws[row]!);
  const split = new GiniSplit(
    node.binned,
    { rows: Int32Array.from({ length: rows }, (_, row) => row), samples },
    classCount,
    node.minSamplesLeaf,
  );
  const totals = Float64Array.from(weigh(node, () => true).sums);
  split.enter(0, rows, totals, node.classWeights);
  node.binned.thresholds.forEach((_, feature) => split.scan(feature));
  return split;
}

describe("GiniSplit", () => {
  it("finds a split as good as the best of all there are", () => {
    fc.assert(
      fc.property(nodeCases, (node) => {
        const split = search(node);
        const { sums } = weigh(node, () => true);
        const weight = sums.reduce((total, part) => total + part);
        const before = weight - sums.reduce((total, part) => total + part * part, 0) / weight;
        const least = leastImpurity(node) ?? before;
        if (split.feature < 0) {
          assert.ok(least >= before - 1e-6 * weight, `${before} could become ${least}`);
          return;
        }
        const found = impurity(node, sideOf(node, split.feature, split.bin, split.missingLeft));
        assert.ok(found !== undefined, "a side is too small");
        assert.ok(found < before);
        assert.ok(Math.abs(found - least) <= 1e-6 * weight, `${found} where ${least} was possible`);
      }),
      { numRuns: 300 },
    );
  });

  // With each row 30 times over, the node is large enough for the histogram.
  for (const copies of [1, 30]) {
    const repeat = (values: readonly number[]): number[] =>
      values.flatMap((value) => new Array<number>(copies).fill(value));

    it(`sends holes to the heavier side where it has seen none, rows × ${copies}`, () => {
      const values = Float32Array.from(repeat([0, 1, 2, 3, 4, 5, 6, 100, 101]));
      const binned = binMatrix({ names: ["kpi"], rows: values.length, values }, quietContext());
      const split = (draws: number[]) =>
        search({
          binned,
          codes: Int32Array.from(repeat([0, 0, 0, 0, 1, 1, 1, 1, 1])),
          draws: Int32Array.from(repeat(draws)),
          classWeights: new Float64Array(classCount).fill(1),
          minSamplesLeaf: 1,
        });
      const leftHeavy = split([2, 2, 2, 2, 1, 1, 1, 1, 1]);
      assert.deepEqual([leftHeavy.bin, leftHeavy.missingLeft], [3, true]);
      const rightHeavy = split([1, 1, 1, 1, 1, 1, 1, 1, 1]);
      assert.deepEqual([rightHeavy.bin, rightHeavy.missingLeft], [3, false]);
    });

    it(`takes the last threshold up to the middle of a gap between the sides, rows × ${copies}`, () => {
      const values = Float32Array.from(repeat([0, 1, 40, 50, 60, 99, 100, 101]));
      const binned = binMatrix({ names: ["kpi"], rows: values.length, values }, quietContext());
      const outside = [...values.keys()].filter((row) => values[row]! < 40 || values[row]! > 99);
      const samples = Int32Array.from(outside, (row) => (values[row]! < 40 ? 0 : 1) << 8 | 1);
      const split = new GiniSplit(binned, { rows: Int32Array.from(outside), samples }, 2, 1);
      const totals = Float64Array.of(2 * copies, 2 * copies);
      split.enter(0, outside.length, totals, Float64Array.of(1, 1));
      assert.ok(split.scan(0));
      assert.equal(binned.thresholds[0]![split.bin], 55);
    });
  }

  it("says where a feature has no choice and where all rows are of one class", () => {
    const binned = binMatrix(
      { names: ["constant", "empty"], rows: 2, values: Float32Array.of(5, NaN, 5, NaN) },
      quietContext(),
    );
    const node = { rows: Int32Array.of(0, 1), samples: Int32Array.of(0 << 8 | 1, 1 << 8 | 1) };
    const split = new GiniSplit(binned, node, 2, 1);
    split.enter(0, 2, Float64Array.of(1, 1), Float64Array.of(1, 1));
    assert.ok(!split.scan(0));
    assert.ok(!split.scan(1));
    assert.equal(split.feature, -1);
    assert.ok(!split.isPure);
    split.enter(0, 1, Float64Array.of(1, 0), Float64Array.of(1, 1));
    assert.ok(split.isPure);
  });
});
