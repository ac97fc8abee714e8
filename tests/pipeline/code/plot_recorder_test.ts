import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { table as arqueroTable } from "arquero";
import fc from "fast-check";
import { figureSchema } from "@/pipeline/cells/figure.ts";
import { type PlotFigure, plotFigure } from "@/pipeline/cells/plot_figure.ts";
import { plotViolation } from "@/pipeline/code/plot_check.ts";
import { PlotError } from "@/pipeline/code/plot_problems.ts";
import { plotted, recordedPlot as Plot } from "@/pipeline/code/plot_recorder.ts";
import { plotLimits, plotMarks } from "@/pipeline/code/plot_words.ts";

const rows = [
  { load: 1, wait: 10, fault: "cpu", at: new Date(0) },
  { load: 2, wait: NaN, fault: "disk", at: new Date(1000) },
  { load: 3, wait: 30, fault: "cpu", at: new Date(2000) },
];

function sent(figure: object): PlotFigure {
  const parsed = figureSchema.parse(JSON.parse(JSON.stringify(figure)));
  assert.ok(parsed.type === "plot");
  assert.equal(plotViolation(parsed), undefined);
  return parsed;
}

function refused(record: () => unknown): PlotError {
  try {
    record();
  } catch (error) {
    assert.ok(error instanceof PlotError, String(error));
    assert.notEqual(error.text.zh, "");
    assert.match(error.text.zh + error.hint.zh, /[\u4e00-\u9fff]/);
    return error;
  }
  assert.fail("It was recorded.");
}

describe("recordedPlot", () => {
  it("evaluates channels into plain data: columns, functions, lists, constants, times", () => {
    const { marks: [mark] } = sent(
      Plot.dot(rows, {
        x: "load",
        y: (row: { wait: number }) => row.wait / 10,
        fill: "fault",
        r: [1, 2, 3],
        stroke: "black",
        title: (_: unknown, index: number) => `row ${index}`,
        z: null,
      }).plot(),
    );
    assert.deepEqual(mark, {
      mark: "dot",
      rows: 3,
      channels: {
        x: { values: [1, 2, 3], label: "load" },
        y: { values: [1, null, 3] },
        fill: { values: ["cpu", "disk", "cpu"], label: "fault" },
        r: { values: [1, 2, 3] },
        title: { values: ["row 0", "row 1", "row 2"] },
      },
      options: { stroke: "black", z: null },
    });
    const timed = sent(Plot.lineY(rows, { x: "at", y: "load" }).plot()).marks[0];
    assert.deepEqual(timed?.channels["x"], { values: [0, 1000, 2000], label: "at", isTime: true });
  });

  it("records the same of a table of arquero, a list of objects and a generator", () => {
    const table = arqueroTable({ load: [1, 2, 3], fault: ["a", "b", "a"] });
    const objects = table.objects();
    const expected = sent(Plot.barX(objects, { x: "load", y: "fault" }).plot());
    function* generated() {
      yield* objects;
    }
    for (const data of [table, generated(), new Set(objects)]) {
      assert.deepEqual(sent(Plot.barX(data, { x: "load", y: "fault" }).plot()), expected);
    }
  });

  it("draws plain numbers, pairs and texts without being told how, as Plot does", () => {
    const channels = (figure: object) => sent(figure).marks[0]?.channels;
    assert.deepEqual(channels(Plot.lineY([3, 1, 2]).plot()), {
      x: { values: [0, 1, 2] },
      y: { values: [3, 1, 2] },
    });
    assert.deepEqual(channels(Plot.dot([[1, 2], [3, 4]]).plot()), {
      x: { values: [1, 3] },
      y: { values: [2, 4] },
    });
    assert.deepEqual(channels(Plot.ruleX([5]).plot()), { x: { values: [5] } });
    assert.deepEqual(channels(Plot.text(["note"], { frameAnchor: "top" }).plot()), {
      text: { values: ["note"] },
    });
    assert.deepEqual(
      channels(Plot.rectY([1, 2], Plot.binX({ y: "count" }, { x: Plot.identity })).plot()),
      {
        x: { values: [1, 2] },
      },
    );
  });

  it("writes transforms down in the order in which they apply", () => {
    const inner = Plot.groupX({ y: { reduce: "sum" } }, { x: "fault", y: "load", fill: "fault" });
    const figure = sent(Plot.barY(rows, Plot.stackY({ offset: "normalize" }, inner)).plot());
    assert.deepEqual(figure.marks[0]?.transforms, [
      { name: "groupX", with: { y: { reduce: "sum" } } },
      { name: "stackY", with: { offset: "normalize" } },
    ]);
    const window = sent(Plot.lineY(rows, Plot.windowY(7, { x: "at", y: "load" })).plot());
    assert.deepEqual(window.marks[0]?.transforms, [{ name: "windowY", with: { k: 7 } }]);
  });

  it("filters, sorts and turns rows around before they are drawn", () => {
    const xs = (options: object) =>
      sent(Plot.dot(rows, { x: "load", y: "load", ...options }).plot()).marks[0]
        ?.channels["x"]?.values;
    assert.deepEqual(xs({ filter: (row: { fault: string }) => row.fault === "cpu" }), [1, 3]);
    assert.deepEqual(xs({ sort: "-load" }), [3, 2, 1]);
    const byLoad = (a: { load: number }, b: { load: number }) => b.load - a.load;
    assert.deepEqual(xs({ sort: byLoad }), [3, 2, 1]);
    assert.deepEqual(xs({ reverse: true }), [3, 2, 1]);
  });

  it("divides marks of the same data into panels", () => {
    const figure = sent(Plot.plot({
      facet: { data: rows, x: "fault" },
      marks: [Plot.dot(rows, { x: "load", y: "wait" }), Plot.ruleY([0])],
    }));
    assert.deepEqual(figure.marks[0]?.channels["fx"]?.values, ["cpu", "disk", "cpu"]);
    assert.equal(figure.marks[1]?.channels["fx"], undefined);
  });

  it("draws at most 5,000 points of a mark, the same ones each time, and says so", () => {
    const many = Array.from({ length: 20_000 }, (_, row) => ({ x: row, y: row % 7 }));
    const figure = sent(Plot.dot(many, { x: "x", y: "y" }).plot());
    const values = figure.marks[0]?.channels["x"]?.values.map(Number) ?? [];
    assert.equal(new Set(values).size, plotLimits.points);
    assert.deepEqual(values, values.toSorted((a, b) => a - b));
    assert.match(figure.caption?.en ?? "", /^5,000 of 20,000 rows/);
    assert.deepEqual(sent(Plot.dot(many, { x: "x", y: "y" }).plot()), figure);
    const summed = sent(Plot.rectY(many, Plot.binX({ y: "count" }, { x: "x" })).plot());
    assert.equal(summed.marks[0]?.rows, 20_000);
    assert.match(refused(() => Plot.barY(many, { x: "x", y: "y" }).plot()).hint.en, /groupX/);
  });

  it("says in words what there is not, with the nearest name", () => {
    const told = (record: () => unknown) => {
      const { text, hint } = refused(record);
      return `${text.en} ${hint.en}`;
    };
    const part = (name: string) => () => Reflect.get(Plot, name);
    assert.match(told(part("dott")), /Plot\.dott is not there\. Did you mean dot\b/);
    assert.match(told(part("legend")), /There are: /);
    assert.match(
      told(() => Plot.dot(rows, { fil: "fault" })),
      /no option "fil" of Plot\.dot.*fill/,
    );
    assert.match(
      told(() => Plot.dot(rows, { x: "lod", y: "wait" }).plot()),
      /"lod".*Did you mean load/,
    );
    assert.match(
      told(() => Plot.dot(rows, { x: "load", y: "wait", fill: "falt" }).plot()),
      /fault/,
    );
    assert.match(told(() => Plot.dot(rows).plot()), /needs the channel x/);
    assert.match(told(() => Plot.dot(rows, { x: "load", y: [1] }).plot()), /3 rows, but 1 values/);
    assert.match(told(() => Plot.dot(7, { x: "load" }).plot()), /no data/);
    assert.match(told(() => Plot.plot({ marks: [] })), /no marks/);
    assert.match(told(() => Plot.plot({ marks: [() => null] })), /is none/);
    assert.match(told(() => Plot.plot({ mark: [] })), /Did you mean marks/);
    assert.match(
      told(() => Plot.plot({ x: { lable: "a" }, marks: [Plot.frame()] })),
      /the scale x.*Did you mean label/,
    );
    assert.match(
      told(() => Plot.plot({ marks: Array.from({ length: 51 }, () => Plot.frame()) })),
      /51 marks/,
    );
    const wide = Array.from({ length: 120_000 }, (_, row) => row);
    assert.match(
      told(() =>
        Plot.rectY(wide, Plot.binX({ y: "count" }, { x: Plot.identity, fill: (d: number) => d }))
          .plot()
      ),
      /more than 200,000 values/,
    );
  });

  it("takes no function, element, style or address where it would reach the drawing", () => {
    const dots = { x: "load", y: "wait" };
    for (
      const options of [
        { href: "fault" },
        { html: "fault" },
        { render: () => null },
        { style: "color:red" },
        { className: "x" },
        { mixBlendMode: "multiply" },
        { imageFilter: "url(#a)" },
        { stroke: "url(http://example.org/a)" },
        { fill: "url('#a')" },
        { curve: () => null },
        { symbol: { draw: () => null } },
        { strokeDasharray: "1;fill:url(#a)" },
        { r: Infinity },
        { fontSize: 1e9 },
      ]
    ) {
      refused(() => Plot.dot(rows, { ...dots, ...options }).plot());
    }
    for (
      const options of [{ style: "a" }, { className: "a" }, { document: {} }, {
        projection: "mercator",
      }]
    ) {
      refused(() => Plot.plot({ ...options, marks: [Plot.dot(rows, dots)] }));
    }
    for (const scale of [{ tickFormat: () => "a" }, { transform: Math.log }, { ticks: 1e9 }]) {
      refused(() => Plot.plot({ x: scale, marks: [Plot.dot(rows, dots)] }));
    }
    refused(() => Plot.plot({ color: { range: ["url(#a)"] }, marks: [Plot.dot(rows, dots)] }));
    refused(() => Plot.lineY(rows, Plot.mapY(() => [], dots)));
    refused(() => Plot.rectY(rows, Plot.binX({ href: "first" }, dots)));
  });

  it("cannot be changed by the code that has it", () => {
    assert.equal(Reflect.set(Plot, "dot", () => 1), false);
    assert.equal(Reflect.deleteProperty(Plot, "dot"), false);
    assert.equal(Reflect.defineProperty(Plot, "other", { value: 1 }), false);
  });

  it("turns a mark that was never plotted into its figure, and leaves all else as it is", () => {
    assert.deepEqual(plotted(Plot.ruleX([1])), Plot.ruleX([1]).plot());
    for (const value of [undefined, 7, rows, "text"]) assert.equal(plotted(value), value);
  });

  it("gives what its schema and its words allow, or says why not, whatever the data", () => {
    const cell = fc.oneof(
      fc.double(),
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom<unknown>(
        null,
        undefined,
        true,
        10n,
        new Date(0),
        new Date(NaN),
        {},
        [],
        "url(#a)",
      ),
    );
    const names = fc.constantFrom("a", "b", "c", "missing");
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(plotMarks)),
        fc.array(fc.record({ a: cell, b: cell, c: cell }), { maxLength: 6 }),
        fc.dictionary(
          fc.constantFrom("x", "y", "x1", "y2", "fill", "stroke", "fx", "text", "r"),
          names,
        ),
        (name, data, options) => {
          const make: unknown = Reflect.get(Plot, name);
          assert.ok(typeof make === "function");
          try {
            const figure: unknown = plotted(Reflect.apply(make, undefined, [data, { ...options }]));
            const parsed = plotFigure.parse(JSON.parse(JSON.stringify(figure)));
            assert.equal(plotViolation(parsed), undefined);
          } catch (error) {
            assert.ok(error instanceof PlotError, String(error));
          }
        },
      ),
      { numRuns: 200, seed: 21 },
    );
  });
});
