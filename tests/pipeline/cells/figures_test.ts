import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Figure } from "@/pipeline/cells/figure.ts";
import { beforeAfterFigure, histogramFigure, rowsName } from "@/pipeline/cells/histogram_figure.ts";
import { rankingFigures } from "@/pipeline/cells/ranking_figures.ts";
import { rankingMetrics } from "@/pipeline/evaluation/ranking_metrics.ts";

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

describe("rankingFigures", () => {
  it("draws curves whose areas are the metrics", () => {
    // So few rows that no point is left out.
    const codes = Int32Array.from([0, 1, 2, 0, 1, 2, 0, 1, 2, 0]);
    const labels = { classes: ["a", "b", "c"], codes };
    const probabilities = Float32Array.from({ length: 30 }, (_, cell) => {
      const [row, code] = [Math.floor(cell / 3), cell % 3];
      return ((row * 7 + code * 5) % 11) / 11 * (codes[row] === code ? 1 : 0.6);
    });
    const [roc, precisionRecall] = rankingFigures(labels, probabilities);
    const { perClass } = rankingMetrics(labels, probabilities);
    for (const [code, { rocAuc, prAuc }] of perClass.entries()) {
      const area = trapezoids(curveOf(roc, labels.classes[code]));
      assert.ok(Math.abs(area - rocAuc!) < 1e-9);
      const precision = averagePrecision(curveOf(precisionRecall, labels.classes[code]));
      assert.ok(Math.abs(precision - prAuc!) < 1e-9);
    }
  });

  it("keeps the ends of a long curve and about a hundred of its points", () => {
    const codes = Int32Array.from({ length: 2000 }, (_, row) => row % 2);
    const probabilities = Float32Array.from({ length: 4000 }, (_, cell) => {
      const first = (cell >> 1) / 2000;
      return cell % 2 === 0 ? first : 1 - first;
    });
    const [roc] = rankingFigures({ classes: ["a", "b"], codes }, probabilities);
    assert.ok(roc?.type === "lines");
    for (const { x, y } of roc.series) {
      assert.equal(x.length, 100);
      assert.deepEqual([x[0], y[0], x.at(-1), y.at(-1)], [0, 0, 1, 1]);
    }
  });

  it("draws nothing where there is only one class", () => {
    const labels = { classes: ["a", "b"], codes: Int32Array.from([0, 0]) };
    assert.deepEqual(rankingFigures(labels, Float32Array.from([1, 0, 1, 0])), []);
  });
});

interface Curve {
  readonly x: readonly (number | null)[];
  readonly y: readonly (number | null)[];
}

function curveOf(figure: Figure | undefined, name: string | undefined): Curve {
  const series = figure?.type === "lines" ? figure.series : [];
  return series.find((each) => each.name.en === name) ?? { x: [], y: [] };
}

function trapezoids({ x, y }: Curve): number {
  return x.slice(1).reduce<number>(
    (area, _, index) => area + (x[index + 1]! - x[index]!) * (y[index + 1]! + y[index]!) / 2,
    0,
  );
}

function averagePrecision({ x: recall, y: precision }: Curve): number {
  return recall.reduce<number>(
    (area, value, index) => area + (value! - (recall[index - 1] ?? 0)) * precision[index]!,
    0,
  );
}
