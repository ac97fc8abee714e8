import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  classScores,
  commonCurves,
  confusionChange,
} from "@/components/comparison/compared_figures.ts";
import {
  differencesAmong,
  firstChoice,
  headline,
  lettered,
} from "@/components/comparison/compared_runs.ts";
import { axisOf, type Figure } from "@/pipeline/cells/figure.ts";
import type { PastRun } from "@/web/run_schema.ts";

const score = (kind: string, key: string): PastRun["scores"][number] => ({
  cell: kind,
  kind,
  key,
  params: {},
  seconds: 1,
  scores: [{ name: "macro_f1", value: 0.5, low: 0.4, high: 0.6 }],
});

const run = (id: string, ...scores: PastRun["scores"]): PastRun => ({
  id,
  revision: 1,
  state: "finished",
  cells: [],
  started: "2026-01-01T00:00:00.000Z",
  ended: null,
  scores,
});

const name = (en: string) => ({ en, zh: en });

describe("the choice of runs", () => {
  it("begins with the newest that scored and the newest before it whose results were others", () => {
    const same = score("train", "one");
    const runs = [run("d"), run("c", same), run("b", same), run("a", score("train", "two"))];
    assert.deepEqual(firstChoice(runs), [3, 1]);
    assert.deepEqual(firstChoice(runs.slice(0, 3)), [1]);
    assert.deepEqual(firstChoice([run("d")]), []);
  });

  it("letters the baseline A and the others from old to new", () => {
    const runs = ["d", "c", "b", "a"].map((id) => run(id));
    const letters = lettered(runs, [0, 1, 3], 1).map(({ letter, run }) => `${letter} ${run.id}`);
    assert.deepEqual(letters, ["A c", "B a", "C d"]);
  });

  it("lets the last evaluation speak for a run, else its last model", () => {
    const [train, evaluate] = [score("train", "1"), score("evaluate", "2")];
    assert.equal(headline(run("a", evaluate, train))?.kind, "evaluate");
    assert.equal(headline(run("a", train))?.kind, "train");
    assert.equal(headline(run("a")), undefined);
  });
});

describe("what differs", () => {
  it("is only what differs among the chosen runs, and of a file its name", () => {
    const setting = (param: string, ...values: unknown[]) => ({
      cell: "import",
      kind: "import",
      param,
      values,
    });
    const differences = [
      setting("trees", 1, 1, 2),
      setting("file.name", "a.csv", "b.csv", "b.csv"),
      setting("file.content.sha256", "x", "y", "y"),
      setting("file.content.bytes", 1, 2, 2),
      setting("other.content.sha256", "x", "y", "y"),
    ];
    const runs = ["c", "b", "a"].map((id) => run(id));
    const compared = (...places: number[]) => lettered(runs, places, places[0]);
    const found = differencesAmong({ differences }, compared(1, 0));
    assert.deepEqual(found.map(({ param, values }) => [param, ...values]), [
      ["file.name", "b.csv", "a.csv"],
      ["other.content.sha256", "y", "x"],
    ]);
    assert.deepEqual(differencesAmong({ differences }, compared(2, 1)).map(({ param }) => param), [
      "trees",
    ]);
  });
});

describe("the figures of several runs", () => {
  const confusion = (classes: string[], counts: number[][]): Figure => ({
    type: "confusion",
    title: name("Confusion"),
    classes,
    counts,
  });

  it("tell how many hundredths of a class moved, among the classes that both know", () => {
    const change = confusionChange(
      [confusion(["a", "b"], [[8, 2], [1, 1]])],
      [confusion(["b", "c", "a"], [[4, 0, 0], [0, 1, 0], [5, 0, 15]])],
    );
    assert.deepEqual(change?.classes, ["a", "b"]);
    const rounded = change?.points.map((row) => row.map((value) => Math.round(value)));
    assert.deepEqual(rounded, [[-5, 5], [-50, 50]]);
    assert.equal(confusionChange([confusion(["a"], [[1]])], [confusion(["b"], [[1]])]), undefined);
  });

  it("put the F1 of each class side by side, whichever run has the class", () => {
    const scores = (...rows: [string, number][]): Figure => ({
      type: "scores",
      title: name("Scores"),
      value: axisOf("F1"),
      measures: [name("recall"), name("F1")],
      rows: rows.map(([name, value]) => ({ name, scores: [{ value: 0 }, { value }] })),
    });
    const figure = classScores([
      { letter: "A", figures: [scores(["a", 0.5], ["b", 0.6])] },
      { letter: "B", figures: [scores(["b", 0.7], ["c", 0.8])] },
    ], name("F1"));
    assert.deepEqual(figure?.measures.map(({ en }) => en), ["A", "B"]);
    assert.deepEqual(figure?.rows.map((row) => row.scores.map(({ value }) => value)), [
      [0.5, null],
      [0.6, 0.7],
      [null, 0.8],
    ]);
  });

  it("draw the curves that runs have in common over one another", () => {
    const lines = (...names: string[]): Figure => ({
      type: "lines",
      title: name("ROC"),
      x: axisOf("x"),
      y: axisOf("y"),
      series: [
        ...names.map((en) => ({ name: name(en), x: [0, 1], y: [0, 1] })),
        { name: name("chance"), x: [0, 1], y: [0, 1], isReference: true },
      ],
    });
    const [curves, ...others] = commonCurves([
      { letter: "A", figures: [lines("a", "b")] },
      { letter: "B", figures: [lines("b", "c")] },
    ]);
    assert.deepEqual(others, []);
    assert.deepEqual(curves?.series.map(({ en }) => en), ["b"]);
    assert.deepEqual(curves?.draw(0).series.map(({ name }) => name.en), ["A", "B", "chance"]);
    assert.deepEqual(commonCurves([{ letter: "A", figures: [lines("a")] }]), []);
  });
});
