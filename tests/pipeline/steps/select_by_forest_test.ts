import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { quietContext } from "@/pipeline/run_context.ts";
import type { ColumnSelection } from "@/pipeline/steps/column_selection.ts";
import type { ColumnStep } from "@/pipeline/steps/column_step.ts";
import { innerSplits } from "@/pipeline/steps/inner_splits.ts";
import { eliminationSizes } from "@/pipeline/steps/recursive_elimination.ts";
import type { LabelledRows } from "@/pipeline/steps/row_step.ts";
import { selectPermutation } from "@/pipeline/steps/select_permutation.ts";
import { selectRecursiveElimination } from "@/pipeline/steps/select_recursive_elimination.ts";
import { selectTreeImportance } from "@/pipeline/steps/select_tree_importance.ts";
import { takeColumns } from "@/pipeline/table/feature_matrix.ts";
import { judgedTable } from "./judged_table.ts";

function fit<Params>(
  step: ColumnStep<Params, ColumnSelection>,
  { matrix, labels }: LabelledRows,
  params: Record<string, unknown> = {},
) {
  const fitted = step.fit(matrix, step.params.parse(params), { ...quietContext(2), labels });
  return { ...fitted, names: fitted.kept.map((column) => matrix.names[column]) };
}

describe("select-tree-importance", () => {
  it("finds columns that tell only together, which no filter can", () => {
    const rows = judgedTable();
    const { labels: { groups: _, ...labels } } = rows;
    const [noise, mean, first, , second] = fit(selectTreeImportance, { ...rows, labels }).scores;
    assert.ok(Math.min(mean!, first!, second!) > 2 * noise!);
  });

  it("gives scores that sum to 1, with their standard deviation over the trees", () => {
    const { scores, deviations } = fit(selectTreeImportance, judgedTable(12));
    assert.ok(Math.abs(scores.reduce((sum, score) => sum + score, 0) - 1) < 1e-6);
    assert.equal(deviations?.length, 7);
    assert.ok(deviations.every((deviation) => deviation > 0 && deviation < 0.5));
  });
});

describe("select-permutation", () => {
  it("keeps the columns that a forest misses", () => {
    const { names } = fit(selectPermutation, judgedTable(), { count: 3 });
    assert.deepEqual(names, ["mean", "pair 1", "pair 2"]);
  });

  it("judges on other groups: a column that only names the group is worth nothing", () => {
    const rows = judgedTable();
    const { scores, deviations } = fit(selectPermutation, rows);
    assert.ok(scores[3]! < 0.05, `${scores[3]}`);
    assert.ok(scores[1]! > 5 * deviations![1]!);
    const { labels: { groups: _, ...labels } } = rows;
    const ungrouped = fit(selectPermutation, { ...rows, labels });
    assert.ok(ungrouped.scores[3]! > scores[3]! + 0.05, `${ungrouped.scores[3]}`);
  });

  it("is exactly 0, without deviation, for a column that no tree uses", () => {
    const rows = judgedTable(12);
    for (let row = 0; row < rows.matrix.rows; row++) rows.matrix.values[row * 7] = 5;
    const { scores, deviations } = fit(selectPermutation, rows);
    assert.deepEqual([scores[0], deviations![0]], [0, 0]);
  });
});

describe("select-recursive-elimination", () => {
  const { matrix, labels } = judgedTable();
  const rows = { matrix: takeColumns(matrix, [0, 1, 2, 4, 5, 6]), labels };
  const selection = fit(selectRecursiveElimination, rows, { drop: 0.01 });

  it("keeps the columns that are needed, by cross-validation over whole groups", () => {
    assert.deepEqual(selection.names, ["mean", "pair 1", "pair 2"]);
  });

  it("scores each column by how many were dropped before it", () => {
    assert.deepEqual([...selection.scores].sort(), [0, 1, 2, 3, 4, 5]);
    assert.deepEqual(
      [...selection.scores.keys()].filter((column) => selection.scores[column]! > 2),
      selection.kept,
    );
  });

  it("tells how good each number of columns is, and takes the fewest of the best", () => {
    const { columns, means, deviations } = selection.curve!;
    assert.deepEqual(columns, [6, 5, 4, 3, 2, 1]);
    assert.equal(Math.max(...means), means[3]);
    assert.ok(means[3]! > means[5]! + 0.2);
    assert.ok(deviations.every((deviation) => deviation >= 0 && deviation < 0.5));
  });

  it("keeps no fewer than the least", () => {
    assert.equal(fit(selectRecursiveElimination, rows, { least: 5 }).kept.length, 5);
  });

  it("passes through sizes that end at one column, whatever share goes at a time", () => {
    assert.deepEqual(eliminationSizes(10, 0.3), [10, 7, 5, 4, 3, 2, 1]);
    assert.deepEqual(eliminationSizes(5, 0.01), [5, 4, 3, 2, 1]);
    assert.deepEqual(eliminationSizes(107, 0.9), [107, 11, 2, 1]);
    assert.deepEqual(eliminationSizes(1, 0.5), [1]);
  });
});

describe("innerSplits", () => {
  it("keeps groups whole", () => {
    const { labels } = judgedTable(20);
    const ways = [
      { kind: "k-fold", folds: 3, seed: 1 },
      { kind: "hold-out", testShare: 0.25, seed: 1 },
    ] as const;
    for (const options of ways) {
      for (const { train, test } of innerSplits(labels, options)) {
        const groupsOf = (rows: Int32Array) => new Set(rows.map((row) => labels.groups![row]!));
        assert.ok(groupsOf(train).isDisjointFrom(groupsOf(test)));
        assert.equal(train.length + test.length, 200);
      }
    }
  });

  it("judges the rows of a single group by themselves", () => {
    const codes = Int32Array.of(0, 1, 0, 1);
    const labels = { classes: ["a", "b"], codes, groups: new Int32Array(4) };
    const all = Int32Array.of(0, 1, 2, 3);
    assert.deepEqual(innerSplits(labels, { kind: "k-fold", folds: 3, seed: 1 }), [{
      train: all,
      test: all,
    }]);
  });
});
