import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import fc from "fast-check";
import type { DiagnosisBatch } from "@/pipeline/diagnosis/diagnosis.ts";
import { type UnknownGroups, unknownGroups } from "@/pipeline/diagnosis/unknown_groups.ts";
import { UnknownRows } from "@/pipeline/diagnosis/unknown_rows.ts";
import { cutInto, squaredDistances, wardMerges } from "@/pipeline/diagnosis/ward_clusters.ts";
import { type ModelFile, openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { sampleTable } from "../model/sample_tables.ts";

const width = 6;

/** Rows of the verdict, one batch of them. */
function batchOf(verdicts: readonly ("one" | "unknown")[]): DiagnosisBatch {
  const rows = verdicts.length;
  return {
    rows,
    ids: verdicts.map((_, row) => String(row)),
    diagnosis: verdicts.map(() => "fault 0"),
    confidence: new Float32Array(rows),
    runnerUp: verdicts.map(() => null),
    probabilities: new Float32Array(),
    judgement: { sets: null, novelty: null, verdicts },
    warnings: new Map(),
    fraction: 1,
  };
}

describe("groups of unknown rows", () => {
  let model: ModelFile;

  before(async () => {
    const { bytes } = await trainModel(
      sampleTable({ rows: 300, width, classes: 4 }),
      defaultRecipe("random-forest", { trees: 5 }),
      { folds: 3, keepRows: false },
      quietContext(1),
    );
    model = await openModelBytes(bytes, "model.onnx");
  });

  /** Every third row is as trained; the others stand apart in the first or in the second column. */
  function found(rows: number, batch: number): UnknownGroups {
    const { values } = sampleTable({ rows, width, classes: 4, seed: 2 }).matrix;
    const kind = Array.from({ length: rows }, (_, row) => row % 3);
    for (const [row, each] of kind.entries()) {
      if (each === 1) values.set([300, 0], row * width);
      if (each === 2) values.set([3, -5000], row * width);
    }
    const unknown = new UnknownRows(model);
    for (let first = 0; first < rows; first += batch) {
      const own = kind.slice(first, first + batch);
      unknown.add(
        batchOf(own.map((each) => each === 0 ? "one" : "unknown")),
        values.subarray(first * width, (first + own.length) * width),
        Int32Array.from(own.keys()),
        own.map((each, row) => `incident ${each} ${row % 2}`),
      );
    }
    return unknownGroups(model, unknown.kept(), 0.05);
  }

  it("hold rows that are strange alike, and say in what", () => {
    const { groups, places, ids } = found(300, 64);
    assert.deepEqual(groups.map(({ id, rows, incidents }) => [id, rows, incidents]), [
      [1, 100, 2],
      [2, 100, 2],
    ]);
    assert.equal(places.length, 200);
    for (const [position, place] of places.entries()) {
      assert.equal(ids[position], ids[places.indexOf(place % 3)], `row ${place}`);
    }
    const signs = groups.map((group) => group.signs[0]);
    const first = groups[ids[places.indexOf(1)]! - 1];
    assert.deepEqual(
      first?.signs[0] && [first.signs[0].feature, first.signs[0].direction, first.signs[0].median],
      ["kpi_0", "high", 300],
    );
    assert.ok(signs.some((sign) => sign?.feature === "kpi_1" && sign.direction === "low"));
  });

  it("are the same in whatever batches the rows come", () => {
    assert.deepEqual(found(90, 90), found(90, 7));
  });

  it("are none where chance alone makes as many unknown rows", () => {
    const unknown = new UnknownRows(model);
    const { values } = sampleTable({ rows: 200, width, classes: 4, seed: 3 }).matrix;
    const verdicts = Array.from(
      { length: 200 },
      (_, row): "one" | "unknown" => row % 20 === 0 ? "unknown" : "one",
    );
    const rows = Int32Array.from(verdicts.keys());
    unknown.add(batchOf(verdicts), values, rows, null);
    assert.deepEqual(unknownGroups(model, unknown.kept(), 0.05).groups, []);
  });

  it("leave rows out beyond 200,000, and say so", () => {
    const unknown = new UnknownRows(model);
    const rows = 50_000;
    const holes = new Float32Array(rows * width).fill(NaN);
    const verdicts = Array.from({ length: rows }, () => "unknown" as const);
    const frameRows = Int32Array.from(verdicts.keys());
    for (let part = 0; part < 4; part++) unknown.add(batchOf(verdicts), holes, frameRows, null);
    assert.deepEqual(unknown.notices(), []);
    unknown.add(batchOf(["unknown"]), holes.slice(0, width), Int32Array.of(0), null);
    assert.deepEqual(unknown.notices().map(({ code }) => code), [
      "diagnosis/unknown-rows-left-out",
    ]);
    assert.match(unknown.notices()[0]?.message.en ?? "", /^200,001 rows/);
    assert.equal(unknown.kept().places.length, 200_000);
  });

  it("are none of no rows, and one of rows that are all the same", () => {
    assert.deepEqual(unknownGroups(model, new UnknownRows(model).kept(), 0.05).groups, []);
    const unknown = new UnknownRows(model);
    const holes = new Float32Array(30 * width).fill(NaN);
    const verdicts = Array.from({ length: 30 }, () => "unknown" as const);
    unknown.add(batchOf(verdicts), holes, Int32Array.from(verdicts.keys()), null);
    const { groups } = unknownGroups(model, unknown.kept(), 0.05);
    assert.deepEqual(groups.map(({ rows, incidents }) => [rows, incidents]), [[30, null]]);
    assert.equal(groups[0]?.signs[0]?.direction, "missing");
  });
});

describe("clusters by Ward's criterion", () => {
  it("find heaps that stand far apart", () => {
    const heaps = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 60 });
    fc.assert(fc.property(heaps, (heapOf) => {
      const points = Float32Array.from(
        heapOf.flatMap((heap, point) => [100 * heap, point % 5, 0.1 * (point % 3)]),
      );
      const clusters = new Set(heapOf).size;
      const found = cutInto(wardMerges(squaredDistances(points, 3)), clusters);
      const pairs = new Set(heapOf.map((heap, point) => `${heap} ${found[point]}`));
      assert.equal(pairs.size, clusters);
    }));
  });
});
