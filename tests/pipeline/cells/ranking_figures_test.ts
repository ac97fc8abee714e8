import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import type { FigureOf } from "@/pipeline/cells/figure.ts";
import { rankingFigures } from "@/pipeline/cells/ranking_figures.ts";

const references = z.array(z.object({
  rows: z.int(),
  classes: z.int(),
  levels: z.int(),
  areas: z.array(z.object({ roc: z.number(), precision: z.number() })),
})).parse(JSON.parse(Deno.readTextFileSync(new URL("ranking_areas.json", import.meta.url))));

/** The labels and probabilities of `ranking_areas.py`. */
function ruled({ rows, classes, levels }: { rows: number; classes: number; levels: number }) {
  const codes = Int32Array.from(
    { length: rows },
    (_, row) => (row * 13 + Math.floor(row / 7)) % classes,
  );
  const probabilities = Float32Array.from({ length: rows * classes }, (_, cell) => {
    const [row, code] = [Math.floor(cell / classes), cell % classes];
    const extra = code === codes[row] ? Math.floor(levels / 2) : 0;
    return ((row * 7919 + code * 104729) % levels + extra) / (2 * levels);
  });
  return {
    labels: { classes: Array.from({ length: classes }, (_, code) => `c${code}`), codes },
    probabilities,
  };
}

function linesOf(figure: unknown): FigureOf<"lines"> {
  const lines = figure as FigureOf<"lines"> | undefined;
  assert.equal(lines?.type, "lines");
  return lines;
}

describe("rankingFigures", () => {
  for (const reference of references) {
    it(`draws at most 200 points with the areas of scikit-learn, of ${reference.rows} rows`, () => {
      const { labels, probabilities } = ruled(reference);
      const [roc, precision] = rankingFigures(labels, probabilities).map(linesOf);
      for (const [code, areas] of reference.areas.entries()) {
        const [one, other] = [seriesOf(roc, `c${code}`), seriesOf(precision, `c${code}`)];
        assert.ok(one.x.length <= 200 && other.x.length <= 200);
        assert.ok(Math.abs(trapezoids(one) - areas.roc) < 0.001, `ROC of c${code}`);
        assert.ok(Math.abs(averagePrecision(other) - areas.precision) < 0.001, `AP of c${code}`);
        assert.equal(one.detail?.en, `AUC ${areas.roc.toFixed(3)}`);
        assert.equal(other.detail?.zh, `AP ${areas.precision.toFixed(3)}`);
      }
    });
  }

  it("keeps the ends of a long curve, and draws chance beside it", () => {
    const { labels, probabilities } = ruled({ rows: 4000, classes: 2, levels: 997 });
    const [roc] = rankingFigures(labels, probabilities).map(linesOf);
    const [chance, ...classes] = roc?.series ?? [];
    assert.ok(chance?.isReference);
    for (const { x, y } of classes) {
      assert.deepEqual([x[0], y[0], x.at(-1), y.at(-1)], [0, 0, 1, 1]);
    }
  });

  it("says which classes it leaves out", () => {
    const { labels, probabilities } = ruled({ rows: 90, classes: 3, levels: 7 });
    const classes = Array.from({ length: 12 }, (_, code) => `c${code}`);
    const codes = labels.codes.map((_, row) => row % 12);
    const spread = Float32Array.from(
      { length: 90 * 12 },
      (_, cell) => probabilities[cell % 270] ?? 0,
    );
    const [roc] = rankingFigures({ classes, codes }, spread).map(linesOf);
    assert.equal(roc?.series.length, 9);
    assert.match(roc?.caption?.en ?? "", /8 most frequent of 12/);
  });

  it("draws nothing where there is only one class", () => {
    const labels = { classes: ["a", "b"], codes: Int32Array.from([0, 0]) };
    assert.deepEqual(rankingFigures(labels, Float32Array.from([1, 0, 1, 0])), []);
  });
});

type Series = FigureOf<"lines">["series"][number];

function seriesOf(figure: FigureOf<"lines"> | undefined, name: string): Series {
  const found = figure?.series.find((each) => each.name.en === name);
  assert.ok(found, name);
  return found;
}

function trapezoids({ x, y }: Series): number {
  return x.slice(1).reduce<number>(
    (area, _, index) => area + (x[index + 1]! - x[index]!) * (y[index + 1]! + y[index]!) / 2,
    0,
  );
}

function averagePrecision({ x: recall, y: precision }: Series): number {
  return recall.reduce<number>(
    (area, value, index) => area + (value! - (recall[index - 1] ?? 0)) * precision[index]!,
    0,
  );
}
