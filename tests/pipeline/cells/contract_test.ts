import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { type CellKind } from "@/pipeline/cells/cell_kind.ts";
import { isOptional } from "@/pipeline/cells/port.ts";
import { describeCellKind } from "@/pipeline/cells/cell_schema.ts";
import { cellKinds, parseCellParams } from "@/pipeline/cells/registry.ts";
import type { TableFile } from "@/pipeline/cells/table_file.ts";
import { portTypes, type Value, valueTypes } from "@/pipeline/cells/value.ts";
import { paramMetas } from "@/pipeline/param_meta.ts";
import type { Text } from "@/pipeline/problem.ts";
import { cancelled } from "@/pipeline/run_context.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { incidentsCsv } from "./tables.ts";

/** Training is quick enough for a test with few trees. */
const quickTraining = { learner: { name: "random-forest", trees: 5 }, folds: 2 };

let runner: CellRunner;
let file: TableFile;
/** A value of every type, by what a port takes. */
const values: Record<string, Value> = {};

before(async () => {
  runner = await CellRunner.create();
  file = await runner.add("incidents.csv", incidentsCsv({ incidents: 30 }));
  const table = await runner.prepare("split", {}, await runner.prepare("import", { file }));
  Object.assign(values, { prepared: table, table });
  const trained = await runner.run("train", quickTraining, { inputs: values });
  Object.assign(values, trained.result.values);
  for (const kind of ["evaluate", "diagnose"]) {
    const { result } = await runner.run(kind, {}, { inputs: values });
    Object.assign(values, result.values);
  }
});

after(async () => await runner[Symbol.asyncDispose]());

for (const kind of cellKinds) {
  describe(`the cell kind "${kind.kind}"`, () => {
    const params = (): Record<string, unknown> => quickParams()[kind.kind] ?? {};
    const inputs = (): Record<string, Value> =>
      Object.fromEntries(
        Object.entries(kind.takes).map(([port, type]) => [port, values[type]!]),
      );

    it("has a name in kebab-case, a version, and title and summary in both languages", () => {
      assert.match(kind.kind, /^[a-z]+(-[a-z][a-z0-9]*)*$/);
      assert.ok(Number.isInteger(kind.version) && kind.version >= 1);
      assertText(kind.title);
      assertText(kind.summary);
      assert.match(kind.summary.en, /\.$/);
      assert.match(kind.summary.zh, /。$/);
    });

    it("can be added without any param, and labels every one there is", () => {
      parseCellParams(kind, {});
      for (const [name, meta] of paramMetas(kind.params)) {
        assertText(meta.label, name.length > 1 && name !== "id");
        assertText(meta.help);
      }
    });

    it("labels every option of every choice", () => {
      const { properties = {} } = z.toJSONSchema(kind.params, { io: "input" });
      for (const [name, { options = {} }] of paramMetas(kind.params)) {
        assert.deepEqual(Object.keys(options).sort(), choicesOf(properties[name]).sort(), name);
        for (const option of Object.values(options)) assertText(option, false);
      }
    });

    it("is described by JSON that says what a notebook may hold", () => {
      const description = describeCellKind(kind);
      assert.deepEqual(JSON.parse(JSON.stringify(description)), description);
      const names = [...paramMetas(kind.params).keys()];
      assert.deepEqual(Object.keys(Object(description.params.properties)), names);
      assert.equal(description.params.additionalProperties, false);
    });

    it("takes and gives values of known types", () => {
      for (const type of Object.values(kind.takes)) assert.ok(portTypes.includes(type), type);
      for (const type of Object.values(kind.gives)) assert.ok(valueTypes.includes(type), type);
      for (const port of kind.optional ?? []) assert.ok(Object.hasOwn(kind.takes, port), port);
    });

    it("gives a table where it says what becomes of the recipe", () => {
      if (kind.recipe === undefined) return;
      assert.ok(Object.values(kind.gives).includes("prepared"));
      assert.ok(Object.values(kind.takes).length > 0);
    });

    it("reads rows of any kind where it takes them, and runs without what is optional", async () => {
      const rows = Object.entries(kind.takes).filter(([, type]) => type === "table");
      if (rows.length === 0) return;
      for (const [port] of rows) {
        for (const type of ["diagnosis", "evaluation"]) {
          const other = { ...inputs(), [port]: values[type]! };
          await runner.run(kind.kind, params(), { inputs: other });
        }
      }
      const needed = Object.entries(inputs()).filter(([port]) => !isOptional(kind, port));
      await runner.run(kind.kind, params(), { inputs: Object.fromEntries(needed) });
    });

    it("names versions and files that its params make it use", () => {
      const parsed = parseCellParams(kind, params());
      for (const version of Object.values(kind.versionsUsed?.(parsed) ?? {})) {
        assert.ok(Number.isInteger(version) && version >= 1);
      }
      assert.deepEqual(
        kind.filesUsed?.(parsed) ?? [],
        kind.kind === "import" ? [file.content] : [],
      );
    });

    it("gives a result with the values it promises, the same one each time", async () => {
      const taken = structuredClone(inputs());
      const { result, fractions } = await runner.run(kind.kind, params(), { inputs: taken });
      assert.deepEqual(taken, inputs(), "it changed its inputs");
      const types = Object.entries(result.values).map(([port, { type }]) => [port, type]);
      assert.deepEqual(Object.fromEntries(types), kind.gives);
      for (const { title } of [...result.figures, ...result.tables]) assertText(title, false);
      if (kind.kind !== "note") assertText(result.summary);
      assert.ok(JSON.stringify(result).length < 200_000, "it ships whole tables");
      assert.ok(fractions.length > 0);
      for (const [index, fraction] of fractions.entries()) {
        assert.ok(fraction >= 0 && fraction <= 1);
        assert.ok(fraction >= (fractions[index - 1] ?? 0), `back to ${fraction}`);
      }
      const again = await runner.run(kind.kind, params(), { inputs: inputs() });
      assert.deepEqual(again.result, result);
    });

    it("gives tables that hold what their description says", async () => {
      const { result } = await runner.run(kind.kind, params(), { inputs: inputs() });
      for (const { file, rows, columns } of result.tables) {
        const { frame } = await runner.table(file);
        assert.equal(frame.height, rows);
        assert.deepEqual(frame.columns, columns.map(({ name }) => name));
      }
    });

    it("stops where it is told so, at whichever progress", async () => {
      const { fractions } = await runner.run(kind.kind, params(), { inputs: inputs() });
      for (const stopAt of [1, Math.ceil(fractions.length / 2), fractions.length]) {
        let calls = 0;
        const onProgress = (): void => {
          if (++calls >= stopAt) throw cancelled();
        };
        const run = runner.run(kind.kind, params(), { inputs: inputs(), onProgress });
        assert.equal((await problemOf(run)).code, "run/cancelled");
      }
    });

    it("says what is missing where nothing, or something else, is connected", async () => {
      for (const [port, type] of Object.entries(kind.takes)) {
        const { [port]: _, ...others } = inputs();
        if (!isOptional(kind, port)) {
          const missing = await problemOf(runner.run(kind.kind, params(), { inputs: others }));
          assert.equal(missing.code, "cells/missing-input");
        }
        const other = { type: type === "model" ? "diagnosis" as const : "model" as const };
        const wrong = { ...inputs(), [port]: other };
        const refused = await problemOf(runner.run(kind.kind, params(), { inputs: wrong }));
        assert.equal(refused.code, "cells/wrong-input");
      }
    });
  });
}

/** The params that a kind needs, or that make it quick enough for a test. */
function quickParams(): Record<string, Record<string, unknown>> {
  return {
    import: { file },
    simulate: { rows: 300 },
    train: quickTraining,
    "find-model": { learner: "decision-tree", limit: "trials", trials: 3, folds: 2 },
    projection: { rows: 100 },
    "rank-features": { elimination: true, resamples: 2 },
  };
}

function assertText({ en, zh }: Text, translated = true): void {
  assert.ok(en.trim().length > 0 && zh.trim().length > 0, `${en} / ${zh}`);
  if (translated) {
    assert.match(zh, /\p{Script=Han}/u);
    assert.doesNotMatch(en, /\p{Script=Han}/u);
  }
}

/** The values that a field of a JSON Schema lets one choose from: of an enum, or of a union's discriminator. */
function choicesOf(field: z.core.JSONSchema._JSONSchema | undefined): string[] {
  if (typeof field !== "object") return [];
  const variants = (field.oneOf ?? []).map((variant) =>
    typeof variant === "object" ? Object.values(variant.properties ?? {})[0] : undefined
  );
  const named = variants.flatMap((name) => typeof name === "object" ? [String(name.const)] : []);
  return [...(field.enum ?? []).map(String), ...named];
}

describe("the cell kinds", () => {
  it("have names that differ", () => {
    const names = cellKinds.map(({ kind }: CellKind) => kind);
    assert.equal(new Set(names).size, names.length);
  });
});
