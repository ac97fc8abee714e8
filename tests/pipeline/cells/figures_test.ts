import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { beforeAfterFigure, histogramFigure, rowsName } from "@/pipeline/cells/histogram_figure.ts";

const title = { en: "kpi", zh: "kpi" };

describe("histogramFigure", () => {
  it("counts every finite value once, whatever the values are", () => {
    const value = fc.oneof(fc.float(), fc.constantFrom(0, NaN, 1e17, -1e17, 3.4e38));
    fc.assert(fc.property(fc.float32Array({ minLength: 1 }), fc.array(value), (one, more) => {
      const other = Float32Array.from(more);
      const figure = histogramFigure(title, "kpi", [
        { name: rowsName, values: one },
        { name: rowsName, values: other },
      ]);
      const finite = [one, other].map((values) => values.filter(Number.isFinite).length);
      if (finite[0]! + finite[1]! === 0) return assert.equal(figure, undefined);
      assert.ok(figure?.type === "histogram");
      const totals = figure.series.map(({ counts }) =>
        counts.reduce((sum, count) => sum + count, 0)
      );
      assert.deepEqual(totals, finite);
      assert.ok(figure.edges.every(Number.isFinite));
    }));
  });

  it("takes a logarithmic scale where positive values span powers of ten", () => {
    const values = Float32Array.from({ length: 100 }, (_, index) => 10 ** (index / 10));
    const figure = histogramFigure(title, "kpi", [{ name: rowsName, values }]);
    assert.ok(figure?.type === "histogram");
    assert.equal(figure.x.scale, "log");
    const widths = figure.edges.slice(1).map((edge, index) => edge / figure.edges[index]!);
    assert.ok(widths.every((width) => Math.abs(width / widths[0]! - 1) < 1e-9));
    const withZero = histogramFigure(title, "kpi", [{
      name: rowsName,
      values: values.map((v, i) => i ? v : 0),
    }]);
    assert.ok(withZero?.type === "histogram" && withZero.x.scale === "linear");
  });
});

describe("beforeAfterFigure", () => {
  it("lays both over the same bins where the range stays, else puts them side by side", () => {
    const before = Float32Array.from({ length: 50 }, (_, index) => index);
    const clipped = before.map((value) => Math.min(value, 40));
    const scaled = before.map((value) => value / 1000);
    assert.equal(beforeAfterFigure("kpi", before, clipped)?.type, "histogram");
    assert.equal(beforeAfterFigure("kpi", before, scaled)?.type, "before-after");
    assert.equal(beforeAfterFigure("kpi", before.fill(NaN), scaled), undefined);
  });
});
