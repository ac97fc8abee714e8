import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { logLoss } from "@/pipeline/evaluation/log_loss.ts";
import { binMatrix } from "@/pipeline/learners/histogram_bins.ts";
import { sumTrees } from "@/pipeline/learners/tree_ensemble.ts";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { ColumnShuffler } from "@/pipeline/steps/column_shuffler.ts";
import { growJudges } from "@/pipeline/steps/judging_forest.ts";
import { permutationImportance } from "@/pipeline/steps/permutation_importance.ts";
import { columnOf } from "@/pipeline/table/feature_matrix.ts";
import { assertClose } from "./assert_close.ts";
import { judgedTable } from "./judged_table.ts";
import { tablePairs } from "./random_tables.ts";

const trees = 6;

describe("ColumnShuffler", () => {
  it("says what the forest says of rows with another column, holes included", () => {
    fc.assert(fc.property(tablePairs, fc.nat(), ({ train, labels, seed }, pick) => {
      const forest = growJudges(binMatrix(train, quietContext()), labels, trees, quietContext());
      const shuffler = new ColumnShuffler(forest, train);
      const column = pick % train.names.length;
      const values = new Random(seed).shuffle(columnOf(train, column));
      const changed = { ...train, values: train.values.slice() };
      values.forEach((value, row) => changed.values[row * train.names.length + column] = value);
      const expected = sumTrees(forest, changed).map((sum) => sum / trees);
      assertClose(shuffler.means(column, values), expected, 1e-6);
      assert.equal(shuffler.uses(column), forest.feature.includes(column));
    }));
  });
});

describe("permutationImportance", () => {
  it("is the growth of the log loss over shuffles, by the definition", () => {
    const rows = judgedTable(12);
    const { matrix, labels } = rows;
    const forest = growJudges(binMatrix(matrix, quietContext()), labels, trees, quietContext());
    const repeats = 4;
    const { scores, deviations } = permutationImportance(forest, rows, repeats, quietContext(9));
    const lossOf = (values: Float32Array) =>
      logLoss(labels, sumTrees(forest, { ...matrix, values }).map((sum) => sum / trees));
    const random = new Random(9);
    for (const column of matrix.names.keys()) {
      const growths = Array.from({ length: repeats }, () => {
        const shuffled = random.shuffle(columnOf(matrix, column));
        const values = matrix.values.map((value, cell) =>
          cell % 7 === column ? shuffled[Math.floor(cell / 7)]! : value
        );
        return lossOf(values) - lossOf(matrix.values);
      });
      const mean = growths.reduce((sum, growth) => sum + growth, 0) / repeats;
      const variance = growths.reduce((sum, growth) => sum + (growth - mean) ** 2, 0) / repeats;
      assertClose([scores[column]!, deviations[column]!], [mean, Math.sqrt(variance)], 1e-5);
    }
  });
});
