import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Prepared } from "@/pipeline/cells/prepared_value.ts";
import { CellRunner } from "./cell_runner.ts";
import { problemOf } from "./problem_of.ts";
import { incidentsCsv } from "./tables.ts";

let runner: CellRunner;
let table: Prepared;
before(async () => {
  runner = await CellRunner.create();
  const file = await runner.add("incidents.csv", incidentsCsv({ incidents: 10 }));
  table = await runner.prepare("import", { file, group: "incident" });
});
after(async () => await runner[Symbol.asyncDispose]());

describe("the cell that renames columns", () => {
  it("changes names alone: values, roles and the split stay", async () => {
    const split = await runner.prepare("split", {}, table);
    const renames = [{ from: "load", to: "负载" }, { from: "fault", to: "load" }];
    const renamed = await runner.prepare("rename-columns", { renames }, split);
    assert.deepEqual(
      renamed.columns,
      table.columns.map((column) => ({
        ...column,
        name: { load: "负载", fault: "load" }[column.name] ?? column.name,
      })),
    );
    assert.deepEqual(renamed.split, split.split);
    const values = async ({ table: file }: Prepared, name: string) =>
      (await runner.table(file)).frame.getColumn(name).toArray();
    assert.deepEqual(await values(renamed, "负载"), await values(table, "load"));
    assert.deepEqual(await values(renamed, "load"), await values(table, "fault"));
    assert.deepEqual(renamed.preview.file, renamed.table);
  });

  it("gives the table as it is where there is nothing to rename", async () => {
    assert.deepEqual(await runner.prepare("rename-columns", {}, table), table);
  });

  it("says what is wrong with new names", async () => {
    const codeOf = async (renames: unknown, input = table) =>
      (await problemOf(runner.prepare("rename-columns", { renames }, input))).code;
    assert.equal(await codeOf([{ from: "laod", to: "x" }]), "cells/no-column-to-rename");
    assert.equal(await codeOf([{ from: "load", to: "fault" }]), "cells/name-taken");
    const imputed = await runner.prepare("impute", {}, table);
    assert.equal(await codeOf([{ from: "load", to: "x" }], imputed), "cells/rename-behind-steps");
  });
});
