import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type NoveltyScorer, openNovelty } from "@/pipeline/diagnosis/novelty.ts";
import { type ModelFile, openModelBytes } from "@/pipeline/model/model_file.ts";
import { noveltyGrid, NoveltyQuantiles } from "@/pipeline/model/novelty_grid.ts";
import { combined } from "@/pipeline/model/novelty_scores.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { sampleTable } from "../model/sample_tables.ts";

const shape = { rows: 400, width: 8, classes: 4 };
const recipe = defaultRecipe("random-forest", { trees: 10 });

async function trained(folds: number, keepRows = true): Promise<ModelFile> {
  const { bytes } = await trainModel(
    sampleTable(shape),
    recipe,
    { folds, keepRows },
    quietContext(1),
  );
  return await openModelBytes(bytes, "model.onnx");
}

describe("the novelty of rows", () => {
  let model: ModelFile;
  let scorer: NoveltyScorer;

  before(async () => {
    model = await trained(4);
    const opened = openNovelty(model);
    assert.ok(opened);
    scorer = opened;
  });

  async function pValues(values: Float32Array): Promise<Float32Array> {
    const rows = values.length / shape.width;
    return scorer.pValues(values, await model.model.runProbabilities(values, rows), rows);
  }

  it("is at most ε for about a share ε of new rows like those it was trained on", async () => {
    const p = await pValues(sampleTable({ ...shape, rows: 4000, seed: 2 }).matrix.values);
    for (const errorRate of [0.02, 0.05, 0.1, 0.3]) {
      const share = p.filter((value) => value <= errorRate).length / p.length;
      assert.ok(share <= 1.5 * errorRate + 0.01, `${share} of the rows at ${errorRate}`);
      if (errorRate >= 0.1) {
        assert.ok(share >= 0.3 * errorRate, `${share} of the rows at ${errorRate}`);
      }
    }
    assert.ok(p.every((value) => value > 0 && value <= 1));
  });

  it("is small for rows far from all others that the model is in doubt about", () => {
    const { values } = sampleTable({ ...shape, rows: 40, seed: 3 }).matrix;
    for (let cell = 0; cell < values.length; cell += shape.width) {
      values[cell] = 1e17;
      values[cell + 1] = -1e17;
    }
    const undecided = new Float32Array(40 * shape.classes).fill(1 / shape.classes);
    assert.ok(scorer.pValues(values, undecided, 40).every((value) => value <= 0.05));
  });

  it("calls no row unknown for its distance alone, as a whole collection may have moved", () => {
    const scores = Float32Array.from({ length: 200 }, (_, row) => row);
    const grid = noveltyGrid(scores);
    const far = combined(Float32Array.of(0), Float32Array.of(1e9), { doubt: grid, distance: grid });
    const all = combined(scores, scores.toReversed(), { doubt: grid, distance: grid });
    const p = new NoveltyQuantiles(noveltyGrid(all)).pValue(far[0]!);
    assert.ok(p > 0.05, `${p}`);
  });

  it("has an answer for rows of nothing but holes, for one row and for none", async () => {
    const holes = await pValues(new Float32Array(3 * shape.width).fill(NaN));
    assert.ok(holes.every((value) => value > 0 && value <= 1));
    const { values } = sampleTable({ ...shape, rows: 300, seed: 4 }).matrix;
    const all = await pValues(values);
    assert.equal((await pValues(values.slice(0, shape.width)))[0], all[0]);
    assert.equal(scorer.pValues(new Float32Array(), new Float32Array(), 0).length, 0);
  });

  it("is unknown where the model has not said anything", () => {
    const probabilities = new Float32Array(4).fill(NaN);
    const p = scorer.pValues(new Float32Array(shape.width).fill(NaN), probabilities, 1);
    assert.ok(Number.isNaN(p[0]));
  });

  it("needs no training row in the model file", async () => {
    await using bare = await trained(4, false);
    const { values } = sampleTable({ ...shape, rows: 50, seed: 5 }).matrix;
    const probabilities = await bare.model.runProbabilities(values, 50);
    const p = openNovelty(bare)?.pValues(values, probabilities, 50);
    assert.deepEqual(p, await pValues(values));
  });

  it("is the doubt of the model alone where the summary says no more, and nothing without folds", async () => {
    const summary = model.summary();
    assert.ok(summary);
    const { novelty: _, ...older } = summary;
    const alone = openNovelty({ ...model, summary: () => older });
    assert.deepEqual(alone?.notices.map(({ code }) => code), ["diagnosis/novelty-by-doubt"]);
    const undecided = Float32Array.of(0.25, 0.25, 0.25, 0.25, 1, 0, 0, 0);
    const p = alone?.pValues(new Float32Array(2 * shape.width), undecided, 2);
    assert.ok(p && p[0]! < 0.05 && p[1]! > 0.5);
    await using unvalidated = await trained(0);
    assert.equal(openNovelty(unvalidated), null);
  });
});
