import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ranksOf, spreadOf } from "@/pipeline/cells/feature_ranks.ts";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import { findCellKind, parseCellParams } from "@/pipeline/cells/registry.ts";
import { findStep } from "@/pipeline/steps/registry.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { csvOf, incidentsCsv } from "./tables.ts";

let runner: CellRunner;
let table: Prepared;
before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 24 }));
  table = await runner.prepare("import", { file });
});
after(async () => await runner[Symbol.asyncDispose]());

describe("rank-features", () => {
  it("puts score and rank of every column side by side, the best on top", async () => {
    const params = { anova: true, permutation: true, resamples: 4, chosen: 2 };
    const off = { chiSquared: false, mutualInformation: false, l1: false, treeImportance: false };
    const run = await runner.run("rank-features", { ...params, ...off }, { inputs: { table } });
    const { frame } = await runner.tableNamed(run, "ranks");
    assert.deepEqual(frame.columns, [
      "column",
      "mean rank",
      "ANOVA F",
      "ANOVA F rank",
      "ANOVA F share of resamples",
      "Permutation importance",
      "Permutation importance rank",
      "Permutation importance score deviation",
      "Permutation importance share of resamples",
    ]);
    const cells = (name: string) => frame.getColumn(name).toArray();
    assert.deepEqual(new Set(cells("column").slice(0, 2)), new Set(["load", "wait"]));
    assert.deepEqual(
      cells("mean rank"),
      cells("mean rank").toSorted((a, b) => Number(a) - Number(b)),
    );
    const scores = cells("ANOVA F"), ranks = cells("ANOVA F rank");
    for (const [row, score] of scores.entries()) {
      const above = scores.filter((other) => other > score).length;
      const equal = scores.filter((other) => other === score).length;
      assert.equal(ranks[row], above + (equal + 1) / 2);
    }
    assert.deepEqual(cells("ANOVA F share of resamples").slice(0, 2), [1, 1]);
    assert.match(run.result.summary.en, /^"(load|wait)", "(load|wait)", .* by 2 scores; stability/);
    assert.deepEqual(run.result.figures.map(({ title }) => title.en), [
      "Ranks of the features",
      "Permutation importance",
      "Stability of the selection",
      "Stability of the scores",
    ]);
    const [list, ...others] = run.result.figures;
    assert.ok(list?.type === "ranks");
    for (const { rank, low, high, chosen } of list.rows) {
      assert.ok(low <= rank && rank <= high && chosen !== null && chosen >= 0 && chosen <= 1);
    }
    for (const figure of others.slice(0, 2)) {
      assert.ok(figure.type === "bars");
      for (const { value, low, high } of figure.bars) {
        assert.ok(low! <= value + 1e-12 && value <= high! + 1e-12, figure.title.en);
      }
    }
  });

  it("looks at the training rows after the steps so far, never at rows held out", async () => {
    // "early" tells the class a little in the first half only, "late" well in the second, which is held out.
    const rows = Array.from({ length: 80 }, (_, row) => [
      new Date(Date.UTC(2026, 0, 1, 0, row)).toISOString(),
      (row * 37) % 11 + (row < 40 ? (row % 2) * 6 : 0),
      row < 40 ? (row * 29) % 7 : (row % 2) * 100,
      row % 2 === 0 ? "a" : "b",
    ]);
    const file = await runner.add("late.csv", csvOf(["time", "early", "late", "fault"], rows));
    const whole = await runner.prepare("import", { file });
    const best = async (given: Prepared) => {
      const run = await runner.run("rank-features", { resamples: 0 }, { inputs: { table: given } });
      return (await runner.tableNamed(run, "ranks")).frame.getColumn("column").toArray()[0];
    };
    assert.equal(await best(whole), "late");
    const split = await runner.prepare("split", { by: "time", testShare: 0.5 }, whole);
    assert.equal(await best(split), "early");
    const kept = await runner.prepare("select-anova", { count: 1 }, split);
    const run = await runner.run("rank-features", { resamples: 0 }, { inputs: { table: kept } });
    assert.equal(run.result.tables[0]?.rows, 1);
  });

  it("takes no score as an error, and a table without labels too", async () => {
    const none = {
      anova: false,
      chiSquared: false,
      mutualInformation: false,
      l1: false,
      treeImportance: false,
      permutation: false,
    };
    const noScore = await problemOf(runner.run("rank-features", none, { inputs: { table } }));
    assert.equal(noScore.code, "cells/no-score");
    const file = await runner.add("plain.csv", "kpi,other\n1.5,2\n2.5,3\n3.5,9\n");
    const plain = await runner.prepare("import", { file });
    const noLabel = await problemOf(
      runner.run("rank-features", {}, { inputs: { table: plain } }),
    );
    assert.equal(noLabel.code, "cells/no-label");
  });

  it("depends on the versions of the steps whose scores it shows", () => {
    const kind = findCellKind("rank-features");
    const versions = kind.versionsUsed?.(parseCellParams(kind, { elimination: true })) ?? {};
    assert.equal(Object.keys(versions).length, 7);
    for (const [name, version] of Object.entries(versions)) {
      assert.equal(version, findStep(name).version);
    }
  });
});

describe("ranksOf", () => {
  it("gives equal scores the mean of their ranks", () => {
    assert.deepEqual([...ranksOf(Float64Array.of(5, 0, Infinity, 5, 0))], [2.5, 4.5, 1, 2.5, 4.5]);
    assert.deepEqual([...ranksOf(new Float64Array())], []);
  });
});

describe("spreadOf", () => {
  it("takes the numbers of each column together", () => {
    const { mean, low, high } = spreadOf([Float64Array.of(1, 4), Float64Array.of(3, 2)]);
    assert.deepEqual([[...mean], [...low], [...high]], [[2, 3], [1, 2], [3, 4]]);
  });
});
