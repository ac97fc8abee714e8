import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import type { ColumnSelection } from "@/pipeline/steps/column_selection.ts";
import type { ColumnStep } from "@/pipeline/steps/column_step.ts";
import type { LabelledRows } from "@/pipeline/steps/row_step.ts";
import { columnSteps, parseStepParams } from "@/pipeline/steps/registry.ts";
import { selectAnova } from "@/pipeline/steps/select_anova.ts";
import { selectChiSquared } from "@/pipeline/steps/select_chi_squared.ts";
import { selectCorrelation } from "@/pipeline/steps/select_correlation.ts";
import { selectFisher } from "@/pipeline/steps/select_fisher.ts";
import { selectMutualInformation } from "@/pipeline/steps/select_mutual_information.ts";
import { selectVariance } from "@/pipeline/steps/select_variance.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { scoredRows } from "./scored_rows.ts";

/** Fits `step` on `rows` and gives the names of the columns it keeps. */
function keptNames<Params>(
  step: ColumnStep<Params, ColumnSelection>,
  params: Record<string, unknown>,
  { matrix, labels }: LabelledRows = scoredRows(),
): readonly string[] {
  const fitted = step.fit(matrix, step.params.parse(params), { ...quietContext(), labels });
  return step.apply(fitted, matrix).names;
}

/** 60 constant rows of two columns. */
function constantRows(): LabelledRows {
  const values = new Float32Array(120).fill(7);
  const codes = Int32Array.from({ length: 60 }, (_, row) => row % 2);
  return {
    matrix: { names: ["a", "b"], rows: 60, values },
    labels: { classes: ["x", "y"], codes },
  };
}

describe("select-variance", () => {
  it("keeps the columns whose variance over [0, 1] exceeds the threshold, whatever their unit", () => {
    // sklearn: MinMaxScaler().fit_transform(X).var(0) is 0.0711, 0.0843, 0.0601, 0.0713, 0.1400, 0.
    assert.deepEqual(keptNames(selectVariance, { threshold: 0 }), [
      "shifted",
      "noise",
      "second",
      "discrete",
      "class",
    ]);
    assert.deepEqual(keptNames(selectVariance, { threshold: 0.0712 }), [
      "noise",
      "discrete",
      "class",
    ]);
  });

  it("keeps the column that varies most where none exceeds the threshold", () => {
    assert.deepEqual(keptNames(selectVariance, { threshold: 0.25 }), ["class"]);
    assert.deepEqual(keptNames(selectVariance, {}, constantRows()), ["a"]);
  });
});

describe("select-anova", () => {
  it("keeps the columns with the highest F, in table order", () => {
    assert.deepEqual(keptNames(selectAnova, { count: 3 }), ["shifted", "second", "class"]);
  });

  it("keeps all columns where there are fewer, and the first on ties", () => {
    assert.equal(keptNames(selectAnova, { count: 50 }).length, 6);
    assert.deepEqual(keptNames(selectAnova, { count: 1 }, constantRows()), ["a"]);
  });
});

describe("select-fisher", () => {
  it("keeps the columns with the highest scores", () => {
    assert.deepEqual(keptNames(selectFisher, { count: 2 }), ["shifted", "class"]);
  });
});

describe("select-chi-squared", () => {
  it("keeps the columns that depend most on the class, by bins or by sums", () => {
    assert.deepEqual(keptNames(selectChiSquared, { count: 2 }), ["shifted", "class"]);
    assert.deepEqual(keptNames(selectChiSquared, { count: 3, values: "min-max" }), [
      "shifted",
      "second",
      "class",
    ]);
  });
});

describe("select-mutual-information", () => {
  it("sees what ANOVA cannot: a dependence that leaves the means alone", () => {
    const { matrix, labels } = scoredRows();
    const values = Float32Array.from({ length: 600 }, (_, cell) => {
      const row = cell >> 1;
      const noise = row * 7919 % 1009 / 1009 - 0.5;
      return cell % 2 === 0 ? noise : noise * (labels.codes[row] === 0 ? 1 : 100);
    });
    const rows = { matrix: { names: ["same", "spread"], rows: matrix.rows, values }, labels };
    assert.deepEqual(keptNames(selectMutualInformation, { count: 1 }, rows), ["spread"]);
    assert.deepEqual(keptNames(selectAnova, { count: 1 }, rows), ["same"]);
  });
});

describe("select-correlation", () => {
  it("drops the later of two columns that move together, in either direction", () => {
    const values = Float32Array.from({ length: 400 }, (_, cell) => {
      const row = cell >> 2;
      const wave = Math.sin(row), other = Math.cos(row * 3);
      return [wave, 5 - 1e6 * wave, other, other + 0.5 * wave][cell % 4]!;
    });
    const rows = {
      matrix: { names: ["a", "minus a", "b", "near b"], rows: 100, values },
      labels: { classes: ["x"], codes: new Int32Array(100) },
    };
    assert.deepEqual(keptNames(selectCorrelation, {}, rows), ["a", "b", "near b"]);
    assert.deepEqual(keptNames(selectCorrelation, { threshold: 0.8 }, rows), ["a", "b"]);
    assert.deepEqual(keptNames(selectCorrelation, { threshold: 0 }, constantRows()), ["a", "b"]);
  });
});

describe("steps that select columns", () => {
  it("give in ONNX the columns they keep, holes included", async () => {
    const { matrix, labels } = scoredRows();
    matrix.values[4] = NaN;
    const params = selectAnova.params.parse({ count: 2 });
    const fitted = selectAnova.fit(matrix, params, { ...quietContext(), labels });
    const graph = new GraphBuilder();
    const output = selectAnova.lower(fitted, graph, graph.input);
    const expected = selectAnova.apply(fitted, matrix);
    assert.ok(expected.values.some(Number.isNaN));
    assert.deepEqual(await runGraph(graph, output, matrix), expected.values);
  });

  it("say that they need labels", () => {
    const { matrix } = scoredRows();
    for (const step of columnSteps.filter(({ usesLabels }) => usesLabels)) {
      assert.throws(
        () => step.fit(matrix, parseStepParams(step, {}), quietContext()),
        (error) => error instanceof HealerError && error.problem.code === "steps/no-labels",
      );
    }
  });
});
