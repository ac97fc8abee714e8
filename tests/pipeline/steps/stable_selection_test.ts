import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { Random } from "@/pipeline/random.ts";
import { cancelled, quietContext } from "@/pipeline/run_context.ts";
import { bootstrapDraw } from "@/pipeline/steps/bootstrap_rows.ts";
import type { ColumnSelection } from "@/pipeline/steps/column_selection.ts";
import type { FitContext } from "@/pipeline/steps/column_step.ts";
import { columnSteps, parseStepParams } from "@/pipeline/steps/registry.ts";
import { selectAnova } from "@/pipeline/steps/select_anova.ts";
import { stably } from "@/pipeline/steps/stable_selection.ts";
import type { FeatureMatrix, Labels } from "@/pipeline/table/feature_matrix.ts";
import { judgedTable } from "./judged_table.ts";
import { tablePairOf } from "./random_tables.ts";

const rows = judgedTable(30);

/** What a selection is given, each time that it is asked. */
function askedFor(labels: Labels, resamples: number) {
  const asked: { matrix: FeatureMatrix; context: FitContext }[] = [];
  const select = stably((matrix: FeatureMatrix, _params: unknown, context): ColumnSelection => {
    asked.push({ matrix, context });
    return { kept: [asked.length % 3 === 0 ? 1 : 2], scores: new Float64Array(7) };
  });
  const result = select(rows.matrix, { resamples, share: 0.6 }, { ...quietContext(5), labels });
  return { asked, result };
}

describe("stably", () => {
  it("selects once, and says nothing of stability, without resamples", () => {
    const { asked, result } = askedFor(rows.labels, 0);
    assert.equal(asked.length, 1);
    assert.deepEqual(result, { kept: [2], scores: new Float64Array(7) });
  });

  it("counts how often each column is chosen on resamples, and keeps those chosen often enough", () => {
    const { asked, result } = askedFor(rows.labels, 9);
    assert.equal(asked.length, 10);
    assert.deepEqual([...result.stability!], [0, 3 / 9, 6 / 9, 0, 0, 0, 0]);
    assert.deepEqual(result.kept, [2]);
    assert.equal(new Set(asked.slice(1).map(({ context }) => context.seed)).size, 9);
  });

  it("keeps the column chosen most often where none is chosen often enough", () => {
    let turn = 0;
    const select = stably((): ColumnSelection => ({
      kept: [[0], [3], [4], [4], [5]][turn++]!,
      scores: new Float64Array(7),
    }));
    const { labels } = rows;
    const params = { resamples: 4, share: 0.9 };
    assert.deepEqual(select(rows.matrix, params, { ...quietContext(), labels }).kept, [4]);
  });

  it("hands on whole groups, and lone rows as groups, so that no copy is split from another", () => {
    const { labels: { groups: _, ...ungrouped } } = rows;
    for (const labels of [rows.labels, ungrouped]) {
      for (const { matrix, context } of askedFor(labels, 5).asked.slice(1)) {
        const groupOf = new Map<string, number>();
        for (let row = 0; row < matrix.rows; row++) {
          const cells = matrix.values.subarray(row * 7, row * 7 + 7).join();
          const group = context.labels!.groups![row]!;
          assert.equal(groupOf.get(cells) ?? group, group);
          groupOf.set(cells, group);
        }
        const sizes = Map.groupBy(context.labels!.groups!, (group) => group);
        assert.ok(sizes.size < (labels === ungrouped ? 220 : 25), "some are left out");
        if (labels === ungrouped) continue;
        for (const copies of sizes.values()) assert.equal(copies.length % 10, 0);
      }
    }
  });

  it("stops between two resamples where it is told so", () => {
    let calls = 0;
    const progress = (): void => {
      if (++calls > 3) throw cancelled();
    };
    const select = stably((_matrix, _params, context): ColumnSelection => {
      context.progress(0.5);
      return { kept: [0], scores: new Float64Array(7) };
    });
    const context = { seed: 1, progress, labels: rows.labels };
    assert.throws(() => select(rows.matrix, { resamples: 10, share: 0.5 }, context));
    assert.equal(calls, 4);
  });
});

describe("every step that selects columns", () => {
  for (const step of columnSteps.filter(({ name }) => name.startsWith("select-"))) {
    it(`${step.name} can be made stable, the same by the same seed, on any rows`, () => {
      for (const trainRows of [1, 2, 25]) {
        const shape = { seed: trainRows, trainRows, freshRows: 1, width: 6, holes: 0.1 };
        const { train, labels } = tablePairOf(shape);
        const params = parseStepParams(step, { resamples: 4 });
        const fit = () => step.fit(train, params, { ...quietContext(3), labels });
        const { kept, scores, stability } = Object(fit());
        assert.deepEqual(fit(), { ...Object(fit()) });
        assert.ok(kept.length > 0);
        assert.equal(scores.length, 6);
        for (const [column, share] of stability.entries()) {
          assert.ok([0, 0.25, 0.5, 0.75, 1].includes(share));
          if (share >= 0.6) assert.ok(kept.includes(column));
        }
      }
    });
  }

  it("finds noise to be chosen by chance, and what tells always", () => {
    const params = { count: 2, resamples: 40, share: 0.9 };
    const { labels } = rows;
    const { kept, stability } = selectAnova.fit(rows.matrix, params, { ...quietContext(), labels });
    assert.deepEqual(kept, [1]);
    assert.equal(stability![1], 1);
    assert.ok([0, 2, 3, 4, 5, 6].every((column) => stability![column]! < 0.9));
  });
});

describe("bootstrapDraw", () => {
  it("draws as many groups as there are, whole, and keeps every class that has a group", () => {
    const row = fc.record({ code: fc.nat(2), group: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), fc.nat(), (rows, seed) => {
        const codes = Int32Array.from(rows, ({ code }) => code);
        const groups = Int32Array.from(rows, ({ group }) => group);
        const labels = { classes: ["a", "b", "c"], codes, groups };
        const drawn = bootstrapDraw(rows.length, labels)(new Random(seed));
        const original = Map.groupBy(codes.keys(), (index) => groups[index]!);
        let copies = 0;
        for (
          const ofGroup of Map.groupBy(drawn.rows.keys(), (place) => drawn.groups[place]!).values()
        ) {
          const members = original.get(groups[drawn.rows[ofGroup[0]!]!]!)!;
          assert.equal(ofGroup.length % members.length, 0);
          assert.deepEqual(
            [...new Set(ofGroup.map((place) => drawn.rows[place]!))],
            members,
          );
          copies += ofGroup.length / members.length;
        }
        assert.equal(copies, original.size);
      }),
    );
  });

  it("draws each row about as often as any other of its class", () => {
    const codes = Int32Array.from({ length: 40 }, (_, row) => row < 4 ? 1 : 0);
    const draw = bootstrapDraw(40, { classes: ["a", "b"], codes });
    const random = new Random(1);
    const times = new Float64Array(40);
    for (let resample = 0; resample < 2000; resample++) {
      const { rows } = draw(random);
      assert.equal(rows.filter((row) => codes[row] === 1).length, 4);
      for (const row of rows) times[row]! += 1 / 2000;
    }
    assert.ok(times.every((mean) => Math.abs(mean - 1) < 0.12));
  });
});
