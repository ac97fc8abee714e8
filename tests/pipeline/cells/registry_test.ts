import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { describeCellKinds } from "@/pipeline/cells/cell_schema.ts";
import { cellKinds, findCellKind, parseCellParams } from "@/pipeline/cells/registry.ts";
import { learners } from "@/pipeline/learners/registry.ts";
import type { Problem } from "@/pipeline/problem.ts";
import { columnSteps, rowSteps } from "@/pipeline/steps/registry.ts";
import { problemOf } from "./problem_of.ts";

describe("findCellKind", () => {
  it("finds every kind by its name, and every step as a kind of its own", () => {
    for (const kind of cellKinds) assert.equal(findCellKind(kind.kind), kind);
    for (const step of [...columnSteps, ...rowSteps]) {
      const kind = findCellKind(step.name);
      assert.equal(kind.title, step.title);
      assert.deepEqual(kind.versionsUsed?.({}), { [step.name]: step.version });
    }
  });

  it("suggests what is close to a name that does not exist", async () => {
    const problem = await problemOf((async () => await findCellKind("evalaute").run)());
    assert.equal(problem.code, "cells/unknown-kind");
    assert.match(problem.hint.en, /"evaluate"/);
    assert.match(problem.hint.zh, /"evaluate"/);
  });
});

describe("parseCellParams", () => {
  const train = findCellKind("train");
  const refusal = (params: unknown): Promise<Problem> =>
    problemOf((async () => await parseCellParams(train, params))());

  it("fills in defaults, those of the chosen learner too", () => {
    const first = parseCellParams(train, {});
    const learner = learners[0]!;
    assert.deepEqual(Reflect.get(Object(first), "learner"), {
      name: learner.name,
      ...Object(learner.params.parse({})),
    });
    for (const { name, params } of learners) {
      const parsed = parseCellParams(train, { learner: { name } });
      assert.deepEqual(Reflect.get(Object(parsed), "learner"), {
        name,
        ...Object(params.parse({})),
      });
    }
  });

  it("says what is wrong with a param of the learner, by its path", async () => {
    const trees = await refusal({ learner: { name: "random-forest", trees: 0 } });
    assert.equal(trees.code, "cells/bad-param");
    assert.deepEqual(trees.place, { param: "learner.trees" });
    assert.equal(trees.hint.en, "Allowed: a value of at least 1.");
  });

  it("names the learners there are, and the params that the chosen one has", async () => {
    const unknown = await refusal({ learner: { name: "magic" } });
    assert.deepEqual(unknown.place, { param: "learner.name" });
    assert.match(unknown.hint.en, /^Allowed: one of random-forest/);
    assert.match(unknown.hint.zh, /random-forest/);
    const misspelt = await refusal({ learner: { name: "random-forest", tree: 5 } });
    assert.deepEqual(misspelt.place, { param: "learner.tree" });
    assert.match(misspelt.hint.en, /the params "name", "trees"/);
    const top = await refusal({ fold: 3 });
    assert.match(top.hint.en, /"learner", "folds"/);
  });

  it("refuses params that are no object", async () => {
    const problem = await refusal("fast");
    assert.deepEqual(problem.place, {});
    assert.equal(problem.hint.en, "Allowed: an object of params.");
  });
});

describe("describeCellKinds", () => {
  it("carries the label of every learner and of its params in the schema", () => {
    const train = describeCellKinds().find(({ kind }) => kind === "train");
    const { learner } = Object(train?.params.properties);
    assert.equal(learner.oneOf.length, learners.length);
    const forest = learner.oneOf[0].properties;
    assert.equal(forest.name.const, learners[0]!.name);
    assert.ok(forest.trees.label.zh.length > 0);
    assert.equal(forest.trees.default, 300);
  });

  it("marks the params that hold columns, files and long texts", () => {
    const kinds = new Map(describeCellKinds().map(({ kind, params }) => [kind, params]));
    const field = (kind: string, name: string) => Object(Object(kinds.get(kind)?.properties)[name]);
    assert.equal(field("import", "file").file, "table");
    assert.equal(field("diagnose", "file").file, "table");
    assert.equal(field("import", "label").columns, "any");
    assert.equal(field("chart", "x").columns, "any");
    assert.equal(field("note", "en").multiline, true);
  });
});
