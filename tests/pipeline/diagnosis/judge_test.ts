import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { diagnoseRows } from "@/pipeline/diagnosis/diagnose_rows.ts";
import type { DiagnosisBatch } from "@/pipeline/diagnosis/diagnosis.ts";
import { evaluateRows } from "@/pipeline/diagnosis/evaluate_rows.ts";
import { openJudge } from "@/pipeline/diagnosis/judge.ts";
import { openRows } from "@/pipeline/diagnosis/open_rows.ts";
import { type ModelFile, openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { readTrainingTable } from "@/pipeline/model/training_table.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { Random } from "@/pipeline/random.ts";
import { withFile } from "../table/temporary_file.ts";

/** Rows of classes whose `load` overlaps with that of their neighbours. */
function csv(classes: readonly string[], rows: number, seed = 1): string {
  const random = new Random(seed);
  const lines = Array.from({ length: rows }, (_, row) => {
    const code = row % classes.length;
    return `${code + 0.6 * random.normal()},${random.next()},${classes[code]}`;
  });
  return ["load,noise,fault", ...lines].join("\n");
}

async function modelOf(
  content: string,
  options: { folds?: number; tuneDecision?: boolean; learner?: string } = {},
): Promise<ModelFile> {
  const { folds = 3, tuneDecision = false, learner = "logistic-regression" } = options;
  return await withFile(content, async (path) => {
    const table = await readTrainingTable(path, { label: "fault" }, {}, () => {});
    const recipe = defaultRecipe(learner, learner === "random-forest" ? { trees: 2 } : {});
    const how = { folds, keepRows: true, tuneDecision };
    const { bytes } = await trainModel(table, recipe, how, quietContext(1));
    return await openModelBytes(bytes, "model.onnx");
  });
}

async function batchesOf(model: ModelFile, content: string, errorRate = 0.1) {
  return await withFile(content, async (path) => {
    const rows = await openRows(path, model.card);
    const batches: DiagnosisBatch[] = [];
    for await (const { batch } of diagnoseRows(model, rows, openJudge(model, { errorRate }))) {
      batches.push(batch);
    }
    return batches;
  });
}

describe("the judge", () => {
  it("covers new rows as promised, and says so in an evaluation, class by class", async () => {
    await using model = await modelOf(csv(["a", "b", "c"], 900), { tuneDecision: true });
    await withFile(csv(["a", "b", "c"], 900, 2), async (path) => {
      for (const errorRate of [0.05, 0.2]) {
        const rows = await openRows(path, model.card, { textColumns: ["fault"] });
        const options = { label: "fault", seed: 0, errorRate };
        const { sets } = await evaluateRows(model, rows, options, () => {});
        assert.ok(sets !== null && sets.rows === 900 && sets.error_rate === errorRate);
        assert.deepEqual(sets.per_class.map((entry) => entry.class), ["a", "b", "c"]);
        for (const { coverage, rows } of [sets, ...sets.per_class]) {
          const slack = 4 * Math.sqrt(2 * errorRate * (1 - errorRate) / rows);
          assert.ok(coverage >= 1 - errorRate - slack, `${coverage} at ${errorRate}`);
        }
        assert.ok(sets.mean_size < 2.5 && sets.empty_share < 0.06);
      }
    });
  });

  it("calls a row unknown, of one class or of several, and one it could not read unread", async () => {
    await using model = await modelOf(csv(["a", "b", "c"], 900));
    const [batch] = await batchesOf(model, "load,noise\n0,0.5\n0.5,0.5\nonly this\n2,0.5\n");
    assert.ok(batch);
    const { sets, verdicts, novelty } = batch.judgement;
    assert.ok(sets !== null && novelty !== null);
    assert.equal(verdicts[2], "unread");
    assert.deepEqual([...sets.subarray(6, 9)], [0, 0, 0]);
    assert.ok(Number.isNaN(novelty[2]));
    const expected = [0, 1, 2, 3].map((row) => {
      if (row === 2) return "unread";
      if (novelty[row]! <= 0.1) return "unknown";
      const set = model.card.classes.filter((_, code) => sets[3 * row + code] === 1);
      return set.length === 1 && set[0] === batch.diagnosis[row] ? "one" : "several";
    });
    assert.deepEqual(verdicts, expected);
  });

  it("judges nothing by a model without folds, and says why", async () => {
    await using model = await modelOf(csv(["a", "b"], 60), { folds: 0 });
    const codes = openJudge(model, { errorRate: 0.05 }).notices.map(({ code }) => code);
    assert.ok(codes.includes("diagnosis/no-out-of-fold"));
    const [batch] = await batchesOf(model, "load,noise\n0,1\n");
    assert.equal(batch?.judgement.sets, null);
    assert.deepEqual(batch?.judgement.verdicts, [null]);
    assert.deepEqual(batch?.diagnosis, ["a"]);
  });

  it("takes one row, rows of holes and words for numbers, and keeps their order", async () => {
    await using model = await modelOf(csv(["a", "b"], 200));
    const [one, ...none] = await batchesOf(model, "load,noise\n1,0.5\n");
    assert.deepEqual([one?.rows, one?.diagnosis, none], [1, ["b"], []]);
    const [mixed] = await batchesOf(model, "noise,load\n,\nn/a,high\n0.5,1\n");
    assert.ok(mixed);
    assert.deepEqual(mixed.ids, ["1", "2", "3"]);
    assert.ok(mixed.diagnosis.every((diagnosis) => diagnosis !== null));
    assert.ok(mixed.judgement.verdicts.every((verdict) => verdict !== "unread"));
    assert.match(mixed.warnings.get(0)?.[0]?.en ?? "", /2 of 2 features are missing/);
    const empty = [...mixed.judgement.sets ?? []].slice(0, 4);
    assert.deepEqual(empty, [1, 1, 1, 1], "of a row without any value nothing is known");
    assert.ok(mixed.judgement.verdicts.slice(0, 2).every((verdict) => verdict !== "one"));
    assert.match(mixed.warnings.get(1)?.[0]?.en ?? "", /load: "high" was read as missing/);
    assert.equal(mixed.warnings.get(2)?.length ?? 0, mixed.judgement.verdicts[2] === "one" ? 0 : 1);
  });

  it("warns of rows whose features lie far outside the training data, unknown or not", async () => {
    await using model = await modelOf(csv(["a", "b"], 200));
    const [batch] = await batchesOf(model, "load,noise\n0,0.5\n90,-70\n90,0.5\n");
    const warned = [0, 1, 2].map((row) =>
      batch?.warnings.get(row)?.some(({ en }) => en.startsWith("2 of 2 features lie far")) ?? false
    );
    assert.deepEqual(warned, [false, true, false]);
  });

  it("judges two hundred classes with names of a thousand characters", async () => {
    const classes = Array.from({ length: 200 }, (_, code) => `${"<b>|".repeat(249)}${1000 + code}`);
    await using model = await modelOf(csv(classes, 400), { folds: 2, learner: "random-forest" });
    const judge = openJudge(model, { errorRate: 0.05 });
    const few = judge.notices.find(({ code }) => code === "diagnosis/few-calibration-rows");
    assert.match(few?.message.en ?? "", /and 195 more/);
    assert.ok((few?.message.en.length ?? 0) < 700);
    const [batch] = await batchesOf(model, csv(classes, 100, 3), 0.2);
    assert.ok(batch);
    assert.equal(batch.judgement.sets?.length, 100 * 200);
    for (const warnings of batch.warnings.values()) {
      for (const { en } of warnings) assert.ok(en.length < 500, en);
    }
  });
});
