import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { drawableOf } from "@/components/figures/drawable_of.ts";
import type { Figure } from "@/pipeline/cells/figure.ts";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import { plotViolation } from "@/pipeline/code/plot_check.ts";
import { drawn } from "../../components/figures/drawn.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { csvOf, incidentsCsv } from "./tables.ts";

let runner: CellRunner;
let table: Prepared;
before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 12 }));
  table = await runner.prepare("import", { file, group: "incident" });
});
after(async () => await runner[Symbol.asyncDispose]());

async function draw<Type extends Figure["type"]>(
  type: Type,
  params: Record<string, unknown>,
  rows = table,
): Promise<Extract<Figure, { type: Type }>> {
  const { result: { figures: [figure] } } = await runner.run("chart", params, {
    inputs: { table: rows },
  });
  assert.equal(figure?.type, type);
  return figure as Extract<Figure, { type: Type }>;
}

describe("the chart cell", () => {
  it("draws the two features that tell most where none are named", async () => {
    const { x, y, points } = await draw("dots", { colour: "fault" });
    assert.deepEqual(new Set([x.label.en, y.label.en]), new Set(["load", "wait"]));
    assert.equal(points.x.length, 96);
    assert.deepEqual(new Set(points.category), new Set(["normal", "cpu", "disk"]));
  });

  it("leaves out what cannot be drawn: holes, and values that have no logarithm", async () => {
    const holed = await draw("dots", { x: "load", y: "holed" });
    assert.ok(holed.points.x.length < 96 && holed.points.x.length > 60);
    const run = await runner.run("chart", { x: "holed", y: "load", xScale: "log" }, {
      inputs: { table },
    });
    assert.ok(run.notices.some(({ code }) => code === "cells/not-positive"));
    const [figure] = run.result.figures;
    assert.ok(figure?.type === "dots" && figure.x.scale === "log");
    assert.ok(figure.points.x.every((value) => value !== null && value > 0));
  });

  it("draws lines in the order of x, one for each colour, times as times", async () => {
    const { x, series } = await draw("lines", {
      mark: "line",
      x: "time",
      y: "load",
      colour: "fault",
    });
    assert.equal(x.scale, "time");
    assert.deepEqual(series.map(({ name }) => name.en).sort(), ["cpu", "disk", "normal"]);
    for (const { x, y } of series) {
      assert.equal(x.length, 32);
      assert.equal(y.length, 32);
      assert.deepEqual(x, x.toSorted((a, b) => a! - b!));
    }
    assert.equal(Math.min(...series.flatMap(({ x }) => x.map(Number))), Date.UTC(2026, 0, 1));
  });

  it("counts rows in bars, or takes the mean of a column", async () => {
    const counts = await draw("bars", { mark: "bar" });
    assert.deepEqual(
      Object.fromEntries(counts.bars.map(({ name, value }) => [name, value])),
      { normal: 32, cpu: 32, disk: 32 },
    );
    const means = await draw("bars", { mark: "bar", x: "fault", y: "same" });
    assert.deepEqual(means.bars.map(({ value }) => value), [7, 7, 7]);
  });

  it("draws histograms, one over the other by colour", async () => {
    const { series, edges, x } = await draw("histogram", {
      mark: "histogram",
      x: "load",
      colour: "fault",
    });
    assert.equal(x.label.en, "load");
    for (const { counts } of series) {
      assert.equal(counts.length, edges.length - 1);
      assert.equal(counts.reduce((sum, count) => sum + count, 0), 32);
    }
  });

  it("draws at most 5,000 points, and says that it left some out", async () => {
    const rows = Array.from({ length: 6000 }, (_, row) => [row, row % 7]);
    const file = await runner.add("many.csv", csvOf(["count_of", "rest"], rows));
    const many = await runner.prepare("import", { file, features: ["count_of", "rest"] });
    const { points, caption } = await draw("dots", { x: "count_of", y: "rest" }, many);
    assert.equal(points.x.length, 5000);
    assert.equal(new Set(points.x).size, 5000);
    assert.match(caption?.en ?? "", /^5,000 of 6,000 rows/);
  });

  it("draws what the steps so far have made of the columns", async () => {
    const scaled = await runner.prepare("scale", { method: "min-max" }, table);
    const { points } = await draw("dots", { x: "load", y: "wait" }, scaled);
    assert.ok([...points.x, ...points.y].every((value) => value! >= 0 && value! <= 1));
  });

  it("joins all categories but the most frequent", async () => {
    const rows = Array.from({ length: 60 }, (_, row) => [row / 3, `c${row % 20}`]);
    const file = await runner.add("colours.csv", csvOf(["kpi", "fault"], rows));
    const colours = await runner.prepare("import", { file, label: "fault" });
    const { points } = await draw("dots", { x: "kpi", y: "kpi", colour: "fault" }, colours);
    assert.equal(new Set(points.category).size, 8);
    assert.ok(points.category?.includes("…"));
  });

  it("names the param of a column that is absent, or that is text where a number is needed", async () => {
    const refusal = (params: Record<string, unknown>, rows = table) =>
      problemOf(runner.run("chart", params, { inputs: { table: rows } }));
    const absent = await refusal({ x: "laod" });
    assert.deepEqual([absent.code, absent.place.param], ["role/absent-column", "x"]);
    assert.match(absent.hint.en, /"load"/);
    const text = await refusal({ y: "fault" });
    assert.deepEqual([text.code, text.place.param], ["cells/not-numeric", "y"]);
    const file = await runner.add("plain.csv", "kpi,other\n1.5,2\n2.5,3\n");
    const unlabelled = await runner.prepare("import", { file });
    const nothing = await refusal({ mark: "bar" }, unlabelled);
    assert.deepEqual([nothing.code, nothing.place.param], ["cells/nothing-to-draw", "x"]);
  });
});

describe("the chart cell in panels and with all its marks", () => {
  const marks = ["dot", "line", "area", "bar", "histogram", "box", "heat"] as const;

  it("divides every mark into a panel for each value of a column, and says so in the title", async () => {
    for (const mark of marks) {
      const figure = await draw("plot", { mark, facet: "fault", x: null, y: null });
      assert.deepEqual(figure.scales["fx"]?.["domain"]?.toString().split(",").sort(), [
        "cpu",
        "disk",
        "normal",
      ]);
      assert.match(figure.title.en, /, by fault$/, mark);
      assert.match(figure.title.zh, /按 fault 分面/, mark);
      assert.ok(
        figure.marks.every((each) =>
          each.rows === 0 || each.channels["fx"] || each.mark === "ruleX"
        ),
      );
      assert.equal(plotViolation(figure), undefined, mark);
      const { points } = drawn(figure, { width: 640 });
      assert.ok(points.length > 1, mark);
    }
  });

  it("shows the 12 most frequent values of a column as panels and names the others", async () => {
    const lines = Array.from(
      { length: 15 },
      (_, host) =>
        Array.from({ length: 30 - host }, (_, row) => [row + 0.5, 2 * row, `host-${host}`]),
    ).flat();
    const file = await runner.add("hosts.csv", csvOf(["kpi", "load", "host"], lines));
    const hosts = await runner.prepare("import", { file });
    const figure = await draw("plot", { facet: "host", x: "kpi", y: "load" }, hosts);
    assert.deepEqual(
      figure.scales["fx"]?.["domain"],
      Array.from({ length: 12 }, (_, host) => `host-${host}`),
    );
    assert.match(figure.caption?.en ?? "", /Not shown of host: "host-12", "host-13", "host-14"/);
    assert.match(figure.caption?.zh ?? "", /host 中未显示/);
    assert.ok(figure.marks[0]?.channels["fx"]?.values.every((name) => name !== "host-14"));
  });

  it("stacks bars by colour where parts add up, and sets dots beside one another where not", async () => {
    const stacked = await draw("plot", { mark: "bar", x: "incident", colour: "fault" });
    assert.equal(stacked.marks[0]?.mark, "barX");
    const sum = stacked.marks[0]?.channels["x"]?.values.reduce(
      (all, rows) => Number(all) + Number(rows),
      0,
    );
    assert.equal(sum, 96);
    const beside = await draw("plot", {
      mark: "bar",
      x: "incident",
      y: "load",
      colour: "fault",
      aggregate: "median",
    });
    assert.equal(beside.marks[0]?.mark, "dot");
  });

  it("takes the mean, the median, the sum, the least, the greatest or the number of values", async () => {
    const lines = [["a", 1], ["a", 2], ["a", 9], ["b", 4], ["b", null]];
    const file = await runner.add("small.csv", csvOf(["name", "value"], lines));
    const small = await runner.prepare("import", { file, features: ["value"] });
    const expected = {
      mean: [4, 4],
      median: [2, 4],
      sum: [12, 4],
      min: [1, 4],
      max: [9, 4],
      count: [3, 1],
    };
    for (const [aggregate, values] of Object.entries(expected)) {
      const params = { mark: "bar", x: "name", y: "value", aggregate };
      const { bars } = await draw("bars", params, small);
      assert.deepEqual(bars.map(({ value }) => value), values, aggregate);
    }
  });

  it("draws the quartiles of each category, and what lies beyond the whiskers", async () => {
    const values = [...Array.from({ length: 101 }, (_, row) => row), 1000];
    const file = await runner.add("spread.csv", csvOf(["kpi"], values.map((value) => [value])));
    const spread = await runner.prepare("import", { file });
    const { marks: [rule, bar, tick, dot] } = await draw("plot", { mark: "box", y: "kpi" }, spread);
    const valueOf = (mark: typeof rule, channel: string) => mark?.channels[channel]?.values;
    assert.deepEqual([valueOf(bar, "x1"), valueOf(bar, "x2")], [[25.25], [75.75]]);
    assert.deepEqual(valueOf(tick, "x"), [50.5]);
    assert.deepEqual([valueOf(rule, "x1"), valueOf(rule, "x2")], [[0], [100]]);
    assert.deepEqual(valueOf(dot, "x"), [1000]);
  });

  it("shades fields of numbers or categories by their rows, each row in one of them", async () => {
    for (
      const [x, y] of [["load", "wait"], ["fault", "load"], ["load", "fault"], [
        "fault",
        "incident",
      ]]
    ) {
      const { marks: [mark] } = await draw("plot", { mark: "heat", x, y });
      const rows = mark?.channels["fill"]?.values.map(Number) ?? [];
      assert.equal(rows.reduce((all, each) => all + each, 0), 96, `${x} ${y}`);
    }
    const shaded = await draw("plot", { mark: "heat", x: "fault", y: "incident", colour: "same" });
    assert.ok(shaded.marks[0]?.channels["fill"]?.values.every((value) => value === 7));
  });

  it("puts times on an axis of times whatever the mark", async () => {
    const area = await draw("plot", { mark: "area", colour: "fault" });
    assert.equal(area.marks[0]?.channels["x"]?.isTime, true);
    const histogram = await draw("histogram", { mark: "histogram", x: "time" });
    assert.equal(histogram.x.scale, "time");
    const heat = await draw("plot", { mark: "heat", x: "time", y: "fault" });
    assert.equal(heat.marks[0]?.channels["x1"]?.isTime, true);
    const dots = await draw("plot", { x: "time", y: "load", facet: "fault" });
    assert.equal(dots.marks[0]?.channels["x"]?.isTime, true);
  });

  it("keeps to the number of bins that is asked for", async () => {
    for (const bins of [2, 7, 100]) {
      const { edges } = await draw("histogram", { mark: "histogram", x: "load", bins });
      assert.equal(edges.length, bins + 1);
    }
  });

  it("says in words that there is nothing to draw, or draws what there is, of columns of any kind", async () => {
    const lines = Array.from({ length: 300 }, (_, row) => [
      row % 97,
      `c${row % 250}`,
      "",
      row % 3 ? row : "inf",
      5,
      row,
      `<img src=x onerror=alert(${row % 3})>`,
    ]);
    const header = ["kpi", "many", "empty", "endless", "same", "<b>x</b>", "markup"];
    const file = await runner.add("odd.csv", csvOf(header, lines));
    const odd = await runner.prepare("import", { file });
    for (const mark of marks) {
      for (const x of header) {
        for (const facet of [null, "many", "empty", "markup"]) {
          const run = runner.run("chart", { mark, x, y: "kpi", facet }, { inputs: { table: odd } });
          const { figures: [figure] } = await run.then(({ result }) => result, (error) => {
            assert.equal(error.problem?.code, "cells/not-numeric", `${mark} ${x}`);
            return { figures: [] };
          });
          if (figure === undefined || figure.type === "markdown" || figure.type === "map") continue;
          const { svg } = drawn(figure, { width: 300 });
          assert.equal(svg.querySelector("img, script"), null);
          assert.doesNotMatch(
            svg.outerHTML,
            /NaN|undefined|cannot be drawn/,
            `${mark} ${x} ${facet}`,
          );
          assert.doesNotMatch(drawableOf(figure).sentence("zh"), /NaN|undefined/);
        }
      }
    }
  });
});
