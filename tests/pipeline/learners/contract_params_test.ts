import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { learners, parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { paramMetas, type ParamSearch } from "@/pipeline/param_meta.ts";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { findStep, parseStepParams } from "@/pipeline/steps/registry.ts";

type Field = z.core.JSONSchema._JSONSchema | undefined;

for (const learner of learners) {
  const { properties = {} } = z.toJSONSchema(learner.params, { io: "input" });

  describe(`the learner ${learner.name} describes itself`, () => {
    it("has a name in kebab-case, a version, and a title and a summary in both languages", () => {
      assert.match(learner.name, /^[a-z]+(-[a-z]+)*$/);
      assert.ok(Number.isInteger(learner.version) && learner.version >= 1);
      for (const text of [learner.title, learner.summary]) {
        assert.match(text.en, /[A-Za-z]/);
        assert.match(text.zh, /\p{Script=Han}/u);
      }
    });

    it("fills in its params from nothing, and takes what it has filled in", () => {
      const params = parseLearnerParams(learner, {});
      assert.deepEqual(parseLearnerParams(learner, structuredClone(params)), params);
    });

    it("labels every param and every choice in both languages", () => {
      for (const [name, meta] of paramMetas(learner.params)) {
        assert.deepEqual(Object.keys(meta.options ?? {}), choicesOf(properties[name]), name);
        for (const text of [meta.label, meta.help, ...Object.values(meta.options ?? {})]) {
          assert.match(text.en, /\S/, name);
          assert.match(text.zh, /\S/, name);
        }
      }
    });

    it("names default steps that there are, with params they take", () => {
      for (const { step, params = {} } of learner.defaultSteps) {
        parseStepParams(findStep(step), params);
      }
    });

    it("lets tuning search only among values that it takes", () => {
      for (const [name, { search }] of paramMetas(learner.params)) {
        if (search === undefined) continue;
        for (const value of valuesOf(search)) {
          const isTaken = learner.params.safeParse({ [name]: value }).success;
          assert.ok(isTaken, `${name} does not take ${value}`);
        }
      }
    });

    it("refuses params that it does not take, and says which and what it allows", () => {
      for (const [name, field] of Object.entries(properties)) {
        for (const value of valuesOutside(field)) {
          const problem = problemOf(() => parseLearnerParams(learner, { [name]: value }));
          assert.equal(problem.code, "learners/bad-param", `${name} = ${value}`);
          assert.equal(problem.place.param?.split(".")[0], name);
          assert.match(problem.message.en, new RegExp(`"${name}.*"${learner.name}"`));
          assert.match(problem.hint.en, /^Allowed: \S.*\.$/s);
          assert.match(problem.hint.zh, /^允许：\S.*。$/s);
        }
      }
      const unknown = problemOf(() => parseLearnerParams(learner, { nonsense: 1 }));
      assert.deepEqual(unknown.place, { param: "nonsense" });
      for (const name of Object.keys(properties).slice(0, 5)) {
        assert.ok(unknown.hint.en.includes(name));
      }
    });
  });
}

/** The members of an enum, of a list of such members, or of an enum beside something else. */
function choicesOf(field: Field | Field[]): unknown[] {
  if (typeof field !== "object") return [];
  if (Array.isArray(field)) return field.flatMap(choicesOf);
  return field.enum ?? [...choicesOf(field.items), ...(field.anyOf ?? []).flatMap(choicesOf)];
}

/** The ends and the middle of a range, in whole numbers where both ends are; or all values of a list. */
function valuesOf(search: ParamSearch): readonly unknown[] {
  if ("values" in search) {
    assert.ok(search.values.length > 1);
    return search.values;
  }
  const { low, high, scale } = search;
  assert.ok(low < high && (scale === "linear" || low > 0), `from ${low} to ${high}`);
  const middle = scale === "log" ? Math.sqrt(low * high) : (low + high) / 2;
  const isWhole = Number.isInteger(low) && Number.isInteger(high);
  return [low, isWhole ? Math.round(middle) : middle, high];
}

/** Values of a field that its schema rules out: another type, beyond its ends, no member of its enum. */
function valuesOutside(field: Field): unknown[] {
  if (typeof field !== "object") return [];
  if (field.enum !== undefined) return ["no-such-choice", 3];
  if (field.type === "boolean") return ["yes", 1];
  if (field.type === "array") return ["many", 3, [null], ["no-such-choice"]];
  if (field.type !== "number" && field.type !== "integer") return [];
  return [
    "many",
    NaN,
    Infinity,
    ...(field.type === "integer" ? [1.5] : []),
    ...(field.minimum === undefined ? [] : [field.minimum - 1]),
    ...(field.maximum === undefined ? [] : [field.maximum + 1]),
    ...(typeof field.exclusiveMinimum === "number" ? [field.exclusiveMinimum] : []),
    ...(typeof field.exclusiveMaximum === "number" ? [field.exclusiveMaximum] : []),
  ];
}

function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (error instanceof HealerError) return error.problem;
    throw error;
  }
  throw new Error("nothing was thrown");
}
