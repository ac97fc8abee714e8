import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { drawableOf } from "@/components/figures/drawable_of.ts";
import * as allMarks from "@/components/figures/all_plot_marks.ts";
import type { PlotFigure, PlotMark } from "@/pipeline/cells/plot_figure.ts";
import { plotMarks, plotTransforms } from "@/pipeline/code/plot_words.ts";
import { drawn } from "./drawn.ts";
import { samplePlots } from "./sample_plots.ts";

const values = [1, 2, 3, 4, 5, 6];
const dots: PlotMark = {
  mark: "dot",
  rows: 6,
  channels: { x: { values, label: "load" }, y: { values, label: "wait" } },
  options: {},
};

function plotWith(mark: Partial<PlotMark>, more: Partial<PlotFigure> = {}): PlotFigure {
  return {
    type: "plot",
    title: { en: "Plot", zh: "图形" },
    marks: [{ ...dots, ...mark }],
    scales: {},
    layout: {},
    ...more,
  };
}

function withChannel(
  name: string,
  cells: PlotMark["channels"][string]["values"],
  mark = "dot",
): PlotFigure {
  return plotWith({ mark, channels: { ...dots.channels, [name]: { values: cells, label: name } } });
}

describe("the drawing of a plot", () => {
  it("has every mark and transform that a plot may name", () => {
    for (const name of [...Object.keys(plotMarks), ...Object.keys(plotTransforms)]) {
      assert.equal(typeof Reflect.get(allMarks, name), "function", name);
    }
  });

  it("shows something of every sample in both widths, and no words of a refusal", () => {
    for (const figure of samplePlots) {
      for (const width of [240, 900]) {
        const { svg } = drawn(figure, { width });
        assert.ok(svg.querySelectorAll("path, rect, circle, line").length > 3, figure.title.en);
        assert.doesNotMatch(svg.textContent, /cannot be drawn|nothing to draw/, figure.title.en);
      }
    }
  });

  it("names what it does not know in words, in place of drawing it", () => {
    const told = (figure: PlotFigure) => drawn(figure).svg.textContent;
    assert.match(told(plotWith({ mark: "image" })), /cannot be drawn.*Plot\.image/s);
    assert.match(told(plotWith({ options: { href: "http://example.org" } })), /option "href"/);
    assert.match(told(plotWith({ options: { fill: "url(#a)" } })), /option "fill"/);
    assert.match(told(plotWith({ transforms: [{ name: "pointer", with: {} }] })), /Plot\.pointer/);
    assert.match(told(plotWith({ channels: { href: { values } } })), /option "href"/);
    assert.match(told(plotWith({}, { layout: { style: "color:red" } })), /option "style"/);
    assert.match(
      told(plotWith({}, { scales: { x: { type: "log", transform: "x" } } })),
      /"transform"/,
    );
    assert.match(told(plotWith({ rows: 7 })), /7 rows, but 6/);
    assert.match(
      told(plotWith({}, { scales: { x: { type: "no-such-scale" } } })),
      /unknown scale type/,
    );
    assert.match(
      drawn(plotWith({ mark: "image" }), { language: "zh" }).svg.textContent,
      /无法绘制该图。/,
    );
  });

  it("takes no text of the data for a paint, an address or markup", () => {
    const hostile = [
      "url(http://example.org/a.svg#b)",
      " URL(#c)",
      "<img src=x>",
      "javascript:1",
      "a",
      "b",
    ];
    for (const name of ["fill", "stroke", "title", "symbol", "fx", "z", "text"]) {
      const { svg, points } = drawn(withChannel(name, hostile, name === "text" ? "text" : "dot"));
      for (const element of svg.querySelectorAll("*")) {
        for (const { name: attribute, value } of element.attributes) {
          assert.doesNotMatch(value, /url\(\s*(http|#c)|example\.org/i, `${name} ${attribute}`);
          assert.doesNotMatch(attribute, /^(on|href|xlink|style$)/, name);
        }
      }
      assert.equal(svg.querySelector("img, a, script, foreignObject, image"), null);
      for (const { lines } of points) lines();
    }
  });

  it("leaves out intervals that would cut its values into millions of pieces", () => {
    const times = { values: [0, 1e12], label: "at", isTime: true };
    const line: PlotMark = {
      ...dots,
      mark: "lineY",
      rows: 2,
      channels: { x: times, y: { values: [1, 2] } },
    };
    const figures = [
      plotWith({ ...line, options: { interval: "second" } }),
      plotWith({
        ...line,
        mark: "rectY",
        transforms: [{ name: "binX", with: { y: "count", interval: "second" } }],
      }),
      plotWith({
        mark: "rectY",
        channels: { x: { values: [0, 1, 2, 3, 4, 1e15], settings: { interval: 0.001 } } },
        transforms: [{ name: "binX", with: { y: "count" } }],
      }),
      plotWith(line, { scales: { x: { ticks: "second" } } }),
      plotWith(line, { scales: { x: { interval: "1 minute" } } }),
    ];
    for (const figure of figures) {
      assert.ok(drawn(figure).svg.querySelectorAll("*").length < 2000);
    }
  });

  it("puts as many panels side by side as there is room for", () => {
    const figure = withChannel("fx", ["a", "b", "c", "a", "b", "c"]);
    const rowsOf = (width: number) =>
      new Set(
        drawn(figure, { width }).points.map(({ x, y }) =>
          `${x < width / 2} ${Math.round(y / 140)}`
        ),
      ).size;
    const names = drawn(figure, { width: 700 }).svg.textContent;
    for (const name of ["a", "b", "c"]) assert.ok(names.includes(name));
    const [wide, narrow] = [drawn(figure, { width: 700 }), drawn(figure, { width: 200 })];
    const height = (svg: Element) => Number(svg.getAttribute("height"));
    assert.ok(height(narrow.svg) > 2 * height(wide.svg));
    assert.ok(rowsOf(200) >= 3);
  });

  it("says what stands at its points: the category first, then each value under its name", () => {
    const { points } = drawn(withChannel("fill", ["cpu", "disk", "cpu", "disk", "cpu", "disk"]));
    assert.deepEqual(points[1]?.lines(), ["disk", "load 2", "wait 2"]);
    const bars = drawn(plotWith({
      mark: "rectY",
      channels: { x: { values, label: "load" } },
      transforms: [{ name: "binX", with: { y: "count" } }],
    }));
    assert.match(bars.points[0]?.lines().join("; ") ?? "", /^load 0 to 2; rows 1$/);
    assert.match(
      drawableOf(withChannel("fill", ["cpu", "disk", "cpu", "disk", "cpu", null])).sentence("zh"),
      /图形包含：点 6 个；load从 1 到 6；wait从 1 到 6；颜色：cpu、disk。/,
    );
  });
});
