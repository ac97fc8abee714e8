import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { drawableOf } from "@/components/figures/drawable_of.ts";
import { linePoints } from "@/components/figures/line_points.ts";
import { nearestPoint, pointByKey } from "@/components/figures/nearest_point.ts";
import { figureSchema } from "@/pipeline/cells/figure.ts";
import { arbitraryFigure } from "./arbitrary_figure.ts";
import { drawn } from "./drawn.ts";
import { sampleFigures } from "./sample_figures.ts";

const variantsOf = (figure: (typeof sampleFigures)[number]) => {
  const names = drawableOf(figure).variants.map(({ name }) => name);
  return names.length === 0 ? [undefined] : names;
};

describe("the drawing of a figure", () => {
  it("takes any data of its schema, with odd names and numbers, without throwing", () => {
    fc.assert(
      fc.property(
        arbitraryFigure,
        fc.constantFrom("en" as const, "zh" as const),
        fc.constantFrom(200, 800),
        (figure, language, width) => {
          assert.doesNotThrow(() => figureSchema.parse(figure));
          for (const variant of variantsOf(figure)) {
            const { svg, points } = drawn(figure, {
              language,
              width,
              ...(variant === undefined ? {} : { variant }),
            });
            assert.equal(svg.getAttribute("width"), String(width));
            assert.equal(svg.querySelector("script, img"), null);
            assert.ok(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
            assert.ok(
              points.every(({ lines }) => lines().length > 0 && lines()[0]!.length <= 1000),
            );
          }
          const drawable = drawableOf(figure);
          assert.match(drawable.sentence(language), /[.。]$/);
          const { columns, rows } = drawable.data(language);
          assert.ok(rows.every((row) => row.length === columns.length));
        },
      ),
      { numRuns: 400, seed: 11 },
    );
  });

  it("is the same from the same data", () => {
    for (const figure of sampleFigures) {
      assert.equal(drawn(figure).svg.outerHTML, drawn(figure).svg.outerHTML, figure.type);
    }
  });

  it("lets the pointer and the arrow keys reach every point of every type", () => {
    for (const figure of sampleFigures) {
      const drawing = drawn(figure, { width: 640 });
      const { points, columns = 1 } = drawing;
      assert.ok(points.length > 1, figure.type);
      let at: number | undefined;
      const visited = new Set<number>();
      for (let step = 0; step < points.length; step++) {
        at = pointByKey(drawing, at, "ArrowRight");
        visited.add(at ?? -1);
      }
      assert.equal(visited.size, points.length, figure.type);
      assert.equal(pointByKey(drawing, 0, "ArrowDown"), columns === 1 ? 1 : columns);
      assert.equal(pointByKey(drawing, at, "Home"), 0);
      const first = points[0]!;
      assert.ok(nearestPoint(drawing, first.x, first.y) !== undefined, figure.type);
    }
  });

  it("stays readable with 60 classes, one class, one row and nothing at all", () => {
    for (const count of [0, 1, 60]) {
      const classes = Array.from({ length: count }, (_, index) => `class ${index}`);
      const figure = {
        type: "confusion" as const,
        title: { en: "Confusion", zh: "混淆矩阵" },
        classes,
        counts: classes.map((_, row) => classes.map((_, column) => Number(row === column))),
      };
      const { svg, points } = drawn(figure, { width: 900 });
      assert.equal(points.length, count ** 2);
      const words = svg.textContent;
      assert.ok(count === 0 ? words.includes("nothing to draw") : words.includes("class 0"));
    }
  });

  it("draws more dots than it can show one by one as fields, each with its number of rows", () => {
    const x = Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 1000);
    const y = x.map((place, index) => (place + index) % 997);
    const { svg, points } = drawn({
      type: "dots",
      title: { en: "many", zh: "很多" },
      x: { label: { en: "x", zh: "x" }, scale: "linear" },
      y: { label: { en: "y", zh: "y" }, scale: "linear" },
      points: { x, y },
    });
    assert.equal(svg.querySelectorAll("circle").length, 0);
    assert.ok(points.length < 10_000);
    const rows = points.map(({ lines }) =>
      Number(/\d[\d,]*/.exec(lines()[0]!)?.[0].replaceAll(",", ""))
    );
    assert.equal(rows.reduce((sum, count) => sum + count, 0), 50_000);
  });

  it("keeps every peak of a long line", () => {
    const points = Array.from({ length: 100_000 }, (_, x) => ({ x, y: x === 54_321 ? 99 : x % 7 }));
    const kept = linePoints(points, 400);
    assert.ok(kept.length <= 1600);
    assert.ok(kept.some(({ y }) => y === 99));
    assert.deepEqual([kept[0], kept.at(-1)], [points[0], points.at(-1)]);
  });
});

describe("the words of a figure", () => {
  it("tell the numbers that matter in both languages", () => {
    const told = (type: string, language: "en" | "zh") => {
      const figure = sampleFigures.find((each) => each.type === type);
      assert.ok(figure, type);
      return drawableOf(figure).sentence(language);
    };
    assert.match(
      told("confusion", "en"),
      /^[\d,]+ rows of 6 classes, 93 % of them diagnosed rightly\. Most confused: /,
    );
    assert.match(told("confusion", "zh"), /行、6 个类别，其中 93% 诊断正确；最易混淆：/);
    assert.match(told("scores", "en"), /Highest: normal 0\.950.*Lowest: slow_query 0\.800/);
    assert.match(told("reliability", "zh"), /期望校准误差 3\.4%/);
    assert.match(
      told("trials", "en"),
      /^40 trials; the best score, 0\.\d{3}, came with trial \d+\.$/,
    );
    assert.match(told("leaderboard", "zh"), /最佳：试验 1、4、7 的集成 0\.940/);
    assert.match(told("missing-map", "en"), /Emptiest: /);
    assert.match(told("correlation", "en"), /disk\.await_ms and db\.lock_waits 0\.96/);
    assert.match(told("shares", "zh"), /normal 4,200（41%）|normal 4,200 \(41%\)/);
  });

  it("tell every type in both languages, without a word of the other", () => {
    for (const figure of sampleFigures) {
      const drawable = drawableOf(figure);
      assert.doesNotMatch(drawable.sentence("en"), /[\u3000-\u9fff]|NaN|undefined/, figure.type);
      assert.match(drawable.sentence("zh"), /[\u4e00-\u9fff].*。$/, figure.type);
      assert.doesNotMatch(drawable.sentence("zh"), /NaN|undefined/, figure.type);
      for (const { name } of drawable.legend("zh")) {
        assert.doesNotMatch(name, /^(chance|before|rows)$/);
      }
    }
  });
});
