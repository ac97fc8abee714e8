import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openJudge } from "@/pipeline/diagnosis/judge.ts";
import { type RowAnswer, rowAnswerSchema } from "@/pipeline/diagnosis/row_answer.ts";
import { openRowAnswers, type RowAnswers } from "@/pipeline/diagnosis/row_answers.ts";
import { explainRows } from "@/pipeline/evaluation/explain_rows.ts";
import { learners } from "@/pipeline/learners/registry.ts";
import { cardKey } from "@/pipeline/model/model_card.ts";
import { type ModelFile, openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe, type Recipe } from "@/pipeline/model/recipe.ts";
import { type TrainingOptions, trainModel } from "@/pipeline/model/train_model.ts";
import { packSummary, summaryKey, unpackSummary } from "@/pipeline/model/training_summary.ts";
import type { TrainingTable } from "@/pipeline/model/training_table.ts";
import { decodeModel } from "@/pipeline/onnx/decode_model.ts";
import { encodeModel } from "@/pipeline/onnx/encode_model.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { takeRows } from "@/pipeline/table/feature_matrix.ts";
import { sampleTable } from "../model/sample_tables.ts";

const width = 6;
const plain = sampleTable({ rows: 150, width, classes: 3 });
/** Every third row is of no group; the table was cut out of a longer one. */
const table: TrainingTable = {
  ...plain,
  rowNumbers: Int32Array.from({ length: 150 }, (_, row) => row + 1001),
  groups: Array.from({ length: 150 }, (_, row) => row % 3 === 2 ? null : `incident ${row >> 3}`),
  columns: { ...plain.columns, group: "incident" },
};
const full = { errorRate: 0.05, detail: "full" } as const;
const boosting = defaultRecipe("gradient-boosting");

describe("openRowAnswers", () => {
  for (const { name } of learners) {
    it(`answers with ${name}: contributions add up, checks are shares, and flips flip`, async () => {
      await using file = await modelOf(defaultRecipe(name));
      await using answers = openRowAnswers(file);
      for (const row of [0, 1, 2, 75]) {
        const answer = await answers.answer(rowOf(table, row), full);
        await assertTrue(answer, file, rowOf(table, row));
        assert.ok(answer.evidence);
      }
    });
  }

  describe("of one model", () => {
    let file: ModelFile, answers: RowAnswers;
    before(async () => {
      file = await modelOf(boosting, table, { folds: 3 });
      answers = openRowAnswers(file);
    });
    after(async () => {
      await answers[Symbol.asyncDispose]();
      await file[Symbol.asyncDispose]();
    });

    it("gives the evidence that explaining many rows gives", async () => {
      const rows = [3, 4, 5, 60];
      const options = { method: "auto", classes: "predicted", backgroundRows: 20 } as const;
      const many = await explainRows(file, takeRows(table.matrix, rows), options, quietContext());
      for (const [place, row] of rows.entries()) {
        const { evidence } = await answers.answer(rowOf(table, row), full);
        const expected = many.contributions.subarray(place * width, (place + 1) * width);
        const found = table.matrix.names.map((name) =>
          evidence?.features.find(({ feature }) => feature === name)?.contribution
        );
        assert.deepEqual(found, [...expected]);
      }
    });

    it("judges as the judge of the model does, at the error rate that is asked for", async () => {
      for (const errorRate of [0.01, 0.05, 0.3]) {
        const judge = openJudge(file, { errorRate });
        for (let row = 0; row < 30; row++) {
          const values = rowOf(table, row);
          const answer = await answers.answer(values, { errorRate, detail: "quick" });
          const probabilities = await file.model.runProbabilities(values, 1);
          const { sets, novelty, verdicts } = judge.judge(values, probabilities, 1);
          assert.equal(answer.errorRate, errorRate);
          assert.equal(answer.verdict, verdicts[0]);
          assert.equal(answer.novelty, novelty?.[0]);
          assert.deepEqual(
            answer.predictionSet,
            file.card.classes.filter((_, code) => sets?.[code] === 1),
          );
        }
      }
    });

    it("leaves out of a quick answer only what takes time", async () => {
      const values = rowOf(table, 7);
      const quick = await answers.answer(values, { ...full, detail: "quick" });
      const all = await answers.answer(values, full);
      const { evidence, cases, checks, flip, notices, ...rest } = quick;
      assert.deepEqual([evidence, cases, checks, flip], [null, [], [], null]);
      assert.deepEqual({ ...all, ...rest, notices: all.notices }, all);
      assert.ok(notices.length <= all.notices.length);
    });

    it("shows past cases of both faults, of different incidents, where they stand in the table", async () => {
      const { cases, diagnosis, runnerUp } = await answers.answer(rowOf(table, 10), full);
      assert.deepEqual(cases.map(({ fault }) => fault), [diagnosis, diagnosis, runnerUp, runnerUp]);
      assert.equal(cases[0]?.distance, 0);
      for (const { fault, row, group, values } of cases) {
        assert.ok(row !== null && row > 1000);
        const at = row - 1001;
        assert.equal(table.labels.classes[table.labels.codes[at]!], fault);
        assert.equal(table.groups?.[at], group);
        assert.deepEqual(
          values.map((value) => Math.fround(value ?? NaN)),
          [...rowOf(table, at)],
        );
      }
      assert.notEqual(cases[0]?.group, cases[1]?.group);
    });

    it("takes the named class for normal, one it is told, or none", async () => {
      const values = rowOf(table, 10);
      assert.equal((await answers.answer(values, full)).evidence?.normal, null);
      const told = await answers.answer(values, { ...full, normal: "fault 1" });
      assert.equal(told.evidence?.normal, "fault 1");
      for (const { feature, normal, all } of told.evidence?.features ?? []) {
        assert.ok(normal && all && normal[0] >= all[0] && normal[1] <= all[1], feature);
      }
      const unknown = await answers.answer(values, { ...full, normal: "no such class" });
      assert.equal(unknown.evidence?.normal, null);
    });

    it("answers for a row without any value, and for one beyond all that training saw", async () => {
      const empty = new Float32Array(width).fill(NaN);
      const holes = await answers.answer(empty, full);
      await assertTrue(holes, file, empty);
      assert.deepEqual(holes.cases, []);
      assert.ok(holes.notices.some(({ code }) => code === "diagnosis/no-values"));
      assert.ok(holes.checks.length > 0 && holes.checks.every(({ isMissing }) => isMissing));
      for (const far of [3e38, -3e38]) {
        const values = new Float32Array(width).fill(far);
        await assertTrue(await answers.answer(values, full), file, values);
      }
    });

    it("reckons most from the KPI that tells the classes apart where it is missing", async () => {
      const found = new Map<string, number>();
      for (let row = 0; row < 40; row++) {
        const values = rowOf(table, row);
        values[0] = NaN;
        const [first] = (await answers.answer(values, full)).checks;
        if (first) found.set(first.feature, (found.get(first.feature) ?? 0) + 1);
      }
      const [most] = [...found].sort((a, b) => b[1] - a[1]);
      assert.equal(most?.[0], "kpi_0");
    });
  });

  it("does without reference rows, and says so", async () => {
    await using file = await modelOf(boosting, table, { keepRows: false });
    await using answers = openRowAnswers(file);
    const answer = await answers.answer(rowOf(table, 0), full);
    await assertTrue(answer, file, rowOf(table, 0));
    assert.deepEqual(answer.cases, []);
    assert.ok(answer.evidence?.features.every(({ own }) => own !== null));
    assert.ok(answer.notices.some(({ code }) => code === "diagnosis/no-reference-rows"));
  });

  it("shows past cases of older files, which do not say where their rows are from", async () => {
    const { metadata, ...model } = decodeModel(await bytesOf(boosting));
    const { reference, ...summary } = unpackSummary(metadata.get(summaryKey) ?? "", "model.onnx");
    const { codes, values } = reference;
    const older = packSummary({ ...summary, reference: { codes, values } });
    const kept = new Map([[cardKey, metadata.get(cardKey) ?? ""], [summaryKey, older]]);
    await using file = await openModelBytes(encodeModel({ ...model, metadata: kept }), "old");
    await using answers = openRowAnswers(file);
    const { cases } = await answers.answer(rowOf(table, 10), full);
    assert.equal(cases.length, 4);
    assert.ok(cases.every(({ row, group }) => row === null && group === null));
  });

  it("flips what is true or false to the other, not to something between", async () => {
    const codes = plain.labels.codes.map((code) => Number(code > 0));
    const values = plain.matrix.values.slice();
    for (const [row, code] of codes.entries()) values[row * width] = code;
    const { features, labels, matrix } = plain;
    await using file = await modelOf(defaultRecipe("decision-tree"), {
      ...plain,
      matrix: { ...matrix, values },
      labels: { ...labels, classes: ["off", "on"], codes },
      features: features.map(({ name }, at) => ({ name, type: at === 0 ? "boolean" : "number" })),
    });
    await using answers = openRowAnswers(file);
    for (const row of [0, 1]) {
      const { flip } = await answers.answer(values.slice(row * width, (row + 1) * width), full);
      assert.deepEqual(flip, {
        feature: "kpi_0",
        from: codes[row],
        to: 1 - codes[row]!,
        relation: codes[row] === 1 ? "below" : "above",
        fault: codes[row] === 1 ? "off" : "on",
      });
    }
  });

  it("stays within its means where a table is very wide", async () => {
    const wide = sampleTable({ rows: 60, width: 800, classes: 2 });
    await using file = await modelOf(defaultRecipe("gaussian-naive-bayes"), wide);
    let most = 0;
    const { runProbabilities } = file.model;
    const counted: ModelFile = {
      ...file,
      model: {
        ...file.model,
        runProbabilities: (values, rows) => {
          most = Math.max(most, rows);
          return runProbabilities(values, rows);
        },
      },
    };
    await using answers = openRowAnswers(counted);
    const answer = await answers.answer(rowOf(wide, 0), full);
    await assertTrue(answer, file, rowOf(wide, 0));
    assert.ok(most <= 5000, `${most} rows at once`);
  });

  it("says what a model without any summary can say, and what it cannot", async () => {
    for (const [learner, isExplained] of [["random-forest", true], ["dummy", false]] as const) {
      const bytes = await bytesOf({ steps: [], learner: { name: learner, params: {} } });
      const { metadata, ...model } = decodeModel(bytes);
      const card = new Map([...metadata].filter(([key]) => key === cardKey));
      await using file = await openModelBytes(encodeModel({ ...model, metadata: card }), "bare");
      await using answers = openRowAnswers(file);
      const answer = await answers.answer(rowOf(table, 0), full);
      await assertTrue(answer, file, rowOf(table, 0));
      assert.equal(answer.evidence !== null, isExplained);
      assert.ok(
        answer.evidence?.features.every(({ all, own }) => all === null && own === null) ?? true,
      );
      assert.deepEqual([answer.cases, answer.checks, answer.flip], [[], [], null]);
      assert.ok(answer.notices.some(({ code }) => code === "diagnosis/no-summary"));
    }
  });

  it("answers with two hundred classes, long names and one class that is nearly all", async () => {
    const many = sampleTable({ rows: 400, width: 4, classes: 200 });
    const names = many.labels.classes.map((name) => `${name} ${"故障".repeat(500)}`);
    const uneven = sampleTable({ rows: 300, width: 4, classes: 2 });
    const codes = uneven.labels.codes.map((_, row) => row < 297 ? 0 : 1);
    const tables: TrainingTable[] = [
      { ...many, labels: { ...many.labels, classes: names } },
      { ...uneven, labels: { classes: ["normal", "rare"], codes } },
    ];
    for (const each of tables) {
      await using file = await modelOf(defaultRecipe("gaussian-naive-bayes"), each);
      await using answers = openRowAnswers(file);
      for (const row of [0, 150, 299]) {
        await assertTrue(await answers.answer(rowOf(each, row), full), file, rowOf(each, row));
      }
    }
  });

  it("gives the same answer again, and heeds the weights of the decision", async () => {
    await using file = await modelOf(defaultRecipe("logistic-regression"), table, {
      folds: 3,
      tuneDecision: true,
    });
    const values = rowOf(table, 20);
    const found: RowAnswer[] = [];
    for (let round = 0; round < 2; round++) {
      await using answers = openRowAnswers(file);
      found.push(await answers.answer(values, full));
    }
    assert.deepEqual(found[0], found[1]);
    await assertTrue(found[0]!, file, values);
  });
});

function rowOf({ matrix }: TrainingTable, row: number): Float32Array {
  const d = matrix.names.length;
  return matrix.values.slice(row * d, (row + 1) * d);
}

async function bytesOf(
  recipe: Recipe,
  from = table,
  options: Partial<TrainingOptions> = {},
): Promise<Uint8Array> {
  const training = { folds: 0, keepRows: true, ...options };
  return (await trainModel(from, recipe, training, quietContext(2))).bytes;
}

async function modelOf(...[recipe, from, options]: Parameters<typeof bytesOf>): Promise<ModelFile> {
  return await openModelBytes(await bytesOf(recipe, from, options), "model.onnx");
}

/** Holds an answer to what it says. */
async function assertTrue(answer: RowAnswer, file: ModelFile, values: Float32Array): Promise<void> {
  rowAnswerSchema.parse(answer);
  const names = file.card.features.map(({ name }) => name);
  const labelWith = async (feature: string, value: number): Promise<string | undefined> => {
    const changed = values.slice();
    changed[names.indexOf(feature)] = value;
    return (await file.model.run(changed, 1)).labels[0];
  };
  const { labels } = await file.model.run(values, 1);
  assert.equal(answer.diagnosis, labels[0]);
  const { evidence, checks, flip } = answer;
  if (evidence !== null) {
    const sum = evidence.features.reduce((so, each) => so + each.contribution, evidence.base);
    if (evidence.unit === "probability") {
      assert.ok(Math.abs(sum - answer.confidence) < 1e-5, `${sum} is not ${answer.confidence}`);
    }
    assert.deepEqual(evidence.features.map(({ feature }) => feature).sort(), [...names].sort());
    const sizes = evidence.features.map(({ contribution }) => Math.abs(contribution));
    assert.deepEqual(sizes, [...sizes].sort((a, b) => b - a));
  }
  for (const { feature, drop, isMissing, readings } of checks) {
    assert.ok(drop > 0 && drop <= 1);
    assert.equal(isMissing, Number.isNaN(values[names.indexOf(feature)]));
    assert.deepEqual(readings.map(({ relation }) => relation), [
      ...readings.slice(0, 1).map(() => "below"),
      ...readings.slice(1).map(() => "above"),
    ]);
  }
  if (flip === null) return;
  assert.equal(await labelWith(flip.feature, flip.to), flip.fault);
  assert.notEqual(flip.fault, answer.diagnosis);
  const range = file.summary()?.columns[names.indexOf(flip.feature)]?.quantiles;
  assert.ok(range && flip.to >= range[0]! && flip.to <= range.at(-1)!);
}
