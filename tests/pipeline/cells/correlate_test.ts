import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FigureOf } from "@/pipeline/cells/figure.ts";
import { missingMapFigure } from "@/pipeline/cells/missing_map_figure.ts";
import { CellRunner } from "./cell_runner.ts";
import { csvOf } from "./tables.ts";

let runner: CellRunner;
before(async () => {
  runner = await CellRunner.create();
});
after(async () => await runner[Symbol.asyncDispose]());

/** Four columns: b rises with a, though not along a line, c falls, d is apart, e never changes. */
const rows = Array.from({ length: 60 }, (_, row) => {
  const apart = (row * 37) % 61;
  return [
    row * 1.7 + 0.3,
    Math.exp(row / 4),
    -row + (row % 3),
    apart,
    5,
    row % 2 === 0 ? "x" : "y",
  ];
});

async function correlate(params: Record<string, unknown>) {
  const file = await runner.add("kpis.csv", csvOf(["a", "b", "c", "d", "e", "fault"], rows));
  const table = await runner.prepare("import", { file, label: "fault", id: null });
  const run = await runner.run("correlate", params, { inputs: { table } });
  const [figure] = run.result.figures;
  assert.ok(figure?.type === "correlation");
  return { run, figure };
}

function valueOf(figure: FigureOf<"correlation">, a: string, b: string): number {
  const [row, column] = [figure.columns.indexOf(a), figure.columns.indexOf(b)];
  return figure.values[row]?.[column] ?? NaN;
}

describe("the correlate cell", () => {
  it("sees columns that rise and fall together by rank, and is symmetric", async () => {
    const { figure, run } = await correlate({});
    assert.equal(valueOf(figure, "a", "b"), 1);
    assert.ok(valueOf(figure, "a", "c") < -0.99);
    assert.ok(Math.abs(valueOf(figure, "a", "d")) < 0.3);
    for (const [row, values] of figure.values.entries()) {
      for (const [column, value] of values.entries()) {
        assert.equal(value, figure.values[column]?.[row]);
      }
    }
    assert.match(run.result.summary.en, /^Strongest: a and b 1\.00/);
    const { frame } = await runner.tableNamed(run, "pairs");
    assert.deepEqual(frame.row(0).slice(0, 2), ["a", "b"]);
  });

  it("along lines sees less in what is bent", async () => {
    const { figure } = await correlate({ method: "linear" });
    const bent = valueOf(figure, "a", "b");
    assert.ok(bent > 0.3 && bent < 0.8, `${bent}`);
  });

  it("puts alike columns side by side, leaves out constant ones and says of how many it shows some", async () => {
    const { figure } = await correlate({ shown: 3 });
    assert.deepEqual(figure.columns.toSorted(), ["a", "b", "c"]);
    assert.match(figure.caption?.en ?? "", /^The 3 of 5 columns/);
    const all = await correlate({});
    assert.ok(!all.figure.columns.includes("e"));
    const [first, last] = [all.figure.columns[0], all.figure.columns.at(-1)];
    assert.ok(first === "d" || last === "d", "what is apart stands at an end");
  });
});

describe("missingMapFigure", () => {
  it("tells for each run of rows which share of a column is missing", () => {
    const values = Float32Array.from({ length: 300 }, (_, cell) => {
      const [row, column] = [Math.floor(cell / 3), cell % 3];
      return column === 0 || (column === 1 && row < 50) ? NaN : row;
    });
    const figure = missingMapFigure({ names: ["all", "half", "none"], rows: 100, values });
    assert.ok(figure?.type === "missing-map");
    assert.deepEqual(figure.columns, ["all", "half"]);
    assert.deepEqual([figure.edges[0], figure.edges.at(-1)], [0, 100]);
    assert.ok(figure.shares[0]?.every((share) => share === 1));
    const missing = figure.shares[1]?.reduce(
      (sum, share, run) => sum + share * (figure.edges[run + 1]! - figure.edges[run]!),
      0,
    );
    assert.ok(Math.abs((missing ?? 0) - 50) < 1e-6);
  });

  it("is not drawn where nothing is missing or there is no row", () => {
    assert.equal(
      missingMapFigure({ names: ["a"], rows: 1, values: Float32Array.of(1) }),
      undefined,
    );
    assert.equal(
      missingMapFigure({ names: ["a"], rows: 0, values: new Float32Array() }),
      undefined,
    );
  });
});
