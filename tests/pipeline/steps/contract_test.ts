import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { z } from "zod";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { supportedOperators } from "@/pipeline/onnx/supported_operators.ts";
import { paramMetas } from "@/pipeline/param_meta.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { cancelled, quietContext } from "@/pipeline/run_context.ts";
import type { ColumnStep } from "@/pipeline/steps/column_step.ts";
import { columnSteps, parseStepParams, rowSteps } from "@/pipeline/steps/registry.ts";
import type { LabelledRows, RowStep } from "@/pipeline/steps/row_step.ts";
import { type FeatureMatrix, takeLabels, takeRows } from "@/pipeline/table/feature_matrix.ts";
import { runGraph } from "../onnx/run_graph.ts";
import { assertClose } from "./assert_close.ts";
import { type TablePair, tablePairOf, tablePairs } from "./random_tables.ts";

for (const step of [...columnSteps, ...rowSteps]) {
  describe(`the step ${step.name} describes itself`, () => {
    it("has a name in kebab-case, a version, and a title and a summary in both languages", () => {
      assert.match(step.name, /^[a-z]+(-[a-z][a-z0-9]*)*$/);
      assert.ok(Number.isInteger(step.version) && step.version >= 1);
      for (const text of [step.title, step.summary]) {
        assert.match(text.en, /[A-Za-z]/);
        assert.match(text.zh, /\p{Script=Han}/u);
      }
    });

    it("fills in its params from nothing, and takes what it has filled in", () => {
      const params = parseStepParams(step, {});
      assert.deepEqual(parseStepParams(step, structuredClone(params)), params);
    });

    it("labels every param and every choice in both languages", () => {
      const { properties = {} } = z.toJSONSchema(step.params, { io: "input" });
      for (const [name, meta] of paramMetas(step.params)) {
        const choices = choicesOf(properties[name]);
        const isEnum = choices.every((choice) => typeof choice === "string");
        assert.deepEqual(Object.keys(meta.options ?? {}), isEnum ? choices : [], name);
        for (const text of [meta.label, meta.help, ...Object.values(meta.options ?? {})]) {
          assert.match(text.zh, /\p{Script=Han}/u, name);
        }
        for (const [other, values] of Object.entries(meta.shownWhen ?? {})) {
          const allowed = choicesOf(properties[other]);
          assert.ok(values.every((value) => allowed.includes(value)), `${name} shown by ${other}`);
        }
      }
    });

    it("refuses a param it does not have, by name", () => {
      assert.throws(
        () => parseStepParams(step, { colour: "red" }),
        (error) => error instanceof HealerError && error.problem.place.param === "colour",
      );
    });
  });
}

for (const step of columnSteps) {
  for (const params of variantsOf(step)) {
    describe(`the column step ${step.name} ${JSON.stringify(params)}`, () => {
      const fit = ({ train, labels, seed }: TablePair, withSeed = seed): unknown =>
        step.fit(train, parseStepParams(step, params), { ...quietContext(withSeed), labels });

      it("gives the same as the graph it lowers to, for any rows", async () => {
        await fc.assert(
          fc.asyncProperty(tablePairs, async (tables) => {
            const fitted = fitOrRefuse(() => fit(tables), tables.train);
            if (fitted === refused) return;
            await assertLowersLikeApply(step, fitted, tables.fresh);
            await assertLowersLikeApply(step, fitted, tables.train);
          }),
          { numRuns: 25 },
        );
      });

      it("lowers to a graph that takes no row and one row", async () => {
        const tables = tablePairOf(usualShape);
        const fitted = fit(tables);
        await assertLowersLikeApply(step, fitted, takeRows(tables.fresh, []));
        await assertLowersLikeApply(step, fitted, takeRows(tables.fresh, [0]));
      });

      it("lowers to operators that the reader of model files takes", () => {
        const graph = new GraphBuilder();
        step.lower(fit(tablePairOf(usualShape)), graph, graph.input);
        for (const { domain, op } of graph.nodes) {
          assert.ok(domain === "" || domain === "ai.onnx.ml");
          assert.ok(supportedOperators[domain].has(op), op);
        }
      });

      it("learns the same from the same rows and seed, and leaves the rows alone", () => {
        fc.assert(fc.property(tablePairs, (tables) => {
          const before = structuredClone(tables);
          const fitted = fitOrRefuse(() => fit(tables), tables.train);
          if (fitted === refused) return;
          assert.deepEqual(fit(structuredClone(tables)), fitted);
          assert.deepEqual(tables, before);
        }));
      });

      it("neither changes its input nor what was learnt when it is applied and lowered", () => {
        fc.assert(fc.property(tablePairs, (tables) => {
          const fitted = fitOrRefuse(() => fit(tables), tables.train);
          if (fitted === refused) return;
          const learnt = structuredClone(fitted);
          const fresh = structuredClone(tables.fresh);
          const applied = step.apply(deepFreeze(fitted), deepFreeze(tables.fresh));
          step.lower(fitted, new GraphBuilder(), "features");
          assert.deepEqual(fitted, learnt);
          assert.deepEqual(tables.fresh, fresh);
          assert.deepEqual(step.apply(learnt, tables.fresh), applied);
        }));
      });

      it("treats every row by itself, whatever the order of the rows", () => {
        fc.assert(fc.property(tablePairs, (tables) => {
          const fitted = fitOrRefuse(() => fit(tables), tables.train);
          if (fitted === refused) return;
          const { fresh } = tables;
          const batch = step.apply(fitted, fresh);
          const order = Array.from({ length: fresh.rows }, (_, row) => fresh.rows - 1 - row);
          const reversed = step.apply(fitted, takeRows(fresh, order));
          assert.deepEqual(takeRows(reversed, order), batch);
          for (let row = 0; row < fresh.rows; row++) {
            const alone = step.apply(fitted, takeRows(fresh, [row]));
            assert.deepEqual(alone, takeRows(batch, [row]));
          }
        }));
      });

      it("gives a matrix of finite values and holes, its columns named and all different", () => {
        fc.assert(fc.property(tablePairs, (tables) => {
          const fitted = fitOrRefuse(() => fit(tables), tables.train);
          if (fitted === refused) return;
          const { names, rows, values } = step.apply(fitted, tables.fresh);
          assert.equal(rows, tables.fresh.rows);
          assert.equal(values.length, rows * names.length);
          assert.ok(names.length > 0);
          assert.equal(new Set(names).size, names.length);
          assert.ok(!values.includes(Infinity) && !values.includes(-Infinity));
        }));
      });
    });
  }
}

for (const step of rowSteps) {
  for (const params of variantsOf(step)) {
    describe(`the row step ${step.name} ${JSON.stringify(params)}`, () => {
      const apply = ({ train, labels, seed }: TablePair, withGroups: boolean): LabelledRows => {
        const groups = Int32Array.from(labels.codes, (_, row) => row % 7);
        const given = withGroups ? { ...labels, groups } : labels;
        const rows = { matrix: train, labels: given };
        return step.apply(rows, parseStepParams(step, params), quietContext(seed));
      };

      it("gives rows with a label each, the same by the same seed, and leaves its input alone", () => {
        fc.assert(fc.property(tablePairs, fc.boolean(), (tables, withGroups) => {
          const before = structuredClone(tables);
          const { matrix, labels } = apply(tables, withGroups);
          assert.deepEqual(tables, before);
          assert.deepEqual(apply(before, withGroups), { matrix, labels });
          assert.equal(labels.codes.length, matrix.rows);
          assert.equal(labels.groups?.length, withGroups ? matrix.rows : undefined);
          assert.equal(matrix.values.length, matrix.rows * tables.train.names.length);
          assert.ok(matrix.values.every((value) => Number.isNaN(value) || Number.isFinite(value)));
          assert.deepEqual(labels.classes, tables.labels.classes);
          assert.deepEqual(matrix.names, tables.train.names);
        }));
      });

      it("loses no class and makes none up, and takes groups from where there were some", () => {
        fc.assert(fc.property(tablePairs, (tables) => {
          const { labels } = apply(tables, true);
          assert.deepEqual(new Set(labels.codes), new Set(tables.labels.codes));
          const groupsOf = (codes: Int32Array, groups: Int32Array | undefined) =>
            new Set(Array.from(codes, (code, row) => `${code} of ${groups?.[row]}`));
          const before = tables.labels.codes;
          const known = groupsOf(before, before.map((_, row) => row % 7));
          for (const pair of groupsOf(labels.codes, labels.groups)) {
            assert.ok(known.has(pair), pair);
          }
        }));
      });

      it("takes no row at all", () => {
        const { train, labels } = tablePairOf(usualShape);
        const nothing = { matrix: takeRows(train, []), labels: takeLabels(labels, []) };
        const parsed = parseStepParams(step, params);
        assert.equal(step.apply(nothing, parsed, quietContext()).matrix.rows, 0);
      });

      it("stops where it is told so", () => {
        const { train, labels } = tablePairOf(usualShape);
        const uneven = { ...labels, codes: labels.codes.map((_, row) => row < 4 ? 1 : 0) };
        const stop = (): never => {
          throw cancelled();
        };
        const rows = { matrix: train, labels: uneven };
        const parsed = parseStepParams(step, params);
        assert.throws(() => step.apply(rows, parsed, { seed: 0, progress: stop }), HealerError);
      });
    });
  }
}

const usualShape = { seed: 7, trainRows: 30, freshRows: 6, width: 9, holes: 0.1 };

/** The defaults, then for each enum or boolean field every value it can take. */
function variantsOf(step: ColumnStep | RowStep): Record<string, unknown>[] {
  const { properties = {} } = z.toJSONSchema(step.params, { io: "input" });
  const others = Object.entries(properties).flatMap(([name, field]) => {
    const defaultValue = typeof field === "object" ? field.default : undefined;
    return choicesOf(field).filter((value) => value !== defaultValue)
      .map((value) => ({ [name]: value }));
  });
  return [{}, ...others];
}

/** The values that a field of a JSON Schema allows, if they are few. */
function choicesOf(field: z.core.JSONSchema._JSONSchema | undefined): unknown[] {
  if (typeof field !== "object") return [];
  return field.type === "boolean" ? [false, true] : field.enum ?? [];
}

const refused = Symbol("refused");

/** What was learnt; a step may refuse to learn from a single row, where no column varies. */
function fitOrRefuse(fit: () => unknown, train: FeatureMatrix): unknown {
  try {
    return fit();
  } catch (error) {
    if (error instanceof HealerError && train.rows === 1) return refused;
    throw error;
  }
}

async function assertLowersLikeApply(
  step: ColumnStep,
  fitted: unknown,
  matrix: FeatureMatrix,
): Promise<void> {
  const graph = new GraphBuilder();
  const output = step.lower(fitted, graph, graph.input);
  assertClose(await runGraph(graph, output, matrix), step.apply(fitted, matrix).values);
}

/** Freezes objects and arrays all the way down; the elements of typed arrays cannot be frozen. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
