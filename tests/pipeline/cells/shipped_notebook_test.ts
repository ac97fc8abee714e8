import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CellResult } from "@/pipeline/cells/cell_kind.ts";
import { diagnosisValueSchema } from "@/pipeline/cells/diagnosis_value.ts";
import { evaluationValueSchema } from "@/pipeline/cells/evaluation_value.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import type { Value } from "@/pipeline/cells/value.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { kindsByName, parseNotebook, printNotebook } from "@/pipeline/kernel/notebook.ts";
import { CellRunner } from "./cell_runner.ts";

const url = new URL("../../../notebooks/fault-diagnosis.json", import.meta.url);
const kinds = kindsByName(cellKinds);

/** A smaller forest and fewer folds, so that the test is quick. */
const quicker: Readonly<Record<string, Record<string, unknown>>> = {
  train: { learner: { name: "random-forest", trees: 40 }, folds: 3, seed: 1 },
};

describe("the notebook that ships", () => {
  const text = Deno.readTextFileSync(url);

  it("has nothing wrong with it and is printed as it is written", () => {
    const { notebook, problems } = parseNotebook(text, kinds);
    assert.deepEqual(problems, []);
    for (const { problem } of buildGraph(notebook, kinds).values()) {
      assert.equal(problem, undefined);
    }
    assert.equal(printNotebook(notebook), text);
  });

  it("says in both languages what it does", () => {
    const notes = parseNotebook(text, kinds).notebook.cells.filter(({ kind }) => kind === "note");
    assert.ok(notes.length >= 3);
    for (const { params } of notes) {
      assert.match(String(params.en), /^[^\p{Script=Han}]+$/u);
      assert.match(String(params.zh), /\p{Script=Han}/u);
    }
  });

  it("runs from the simulation to diagnoses that are worth something", async () => {
    await using runner = await CellRunner.create();
    const { notebook } = parseNotebook(text, kinds);
    const graph = buildGraph(notebook, kinds);
    const results = new Map<string, CellResult>();
    for (const { id, kind, params } of notebook.cells) {
      const inputs: Record<string, Value> = {};
      for (const [port, { cell, port: from }] of graph.get(id)!.wires) {
        inputs[port] = results.get(cell)!.values[from]!;
      }
      const { result } = await runner.run(kind, quicker[id] ?? params, { inputs });
      results.set(id, result);
    }
    const { on, evaluation } = evaluationValueSchema.parse(
      results.get("evaluate")?.values.evaluation,
    );
    assert.equal(on, "held-out");
    assert.ok(evaluation.macro_f1 > 0.65 && evaluation.macro_f1 < 0.99, `${evaluation.macro_f1}`);
    assert.ok(evaluation.per_class.length >= 8);
    const diagnosis = diagnosisValueSchema.parse(results.get("diagnose")?.values.diagnosis);
    assert.equal(diagnosis.rows, evaluation.rows);
    const drawn = [...results.values()].filter(({ figures }) => figures.length > 0);
    assert.ok(drawn.length >= 9);
  });
});
