import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Executor } from "@/pipeline/kernel/executor.ts";
import type { PageCell } from "@/pipeline/table/paging/table_page.ts";
import { diagnosesJson } from "@/web/workbench/diagnoses_json.ts";

const file = { sha256: "", bytes: 0, media: "" };

/** An executor that has one table. */
function executorOf(names: readonly string[], cells: readonly PageCell[][]): Executor {
  return {
    execute: () => Promise.reject(new Error("nothing to execute")),
    tablePage: ({ offset, limit }) =>
      Promise.resolve({
        rows: cells.length,
        allRows: cells.length,
        rowNumbers: [],
        columns: names.map((name) => ({ name, type: "text" as const })),
        cells: cells.slice(offset, offset + limit),
      }),
    tableSummary: () => Promise.reject(new Error("nothing to sum up")),
    ask: () => Promise.reject(new Error("nothing to ask")),
    modelFeatures: () => Promise.reject(new Error("no model")),
    onRestart: () => {},
    close: () => Promise.resolve(),
  };
}

async function jsonOf(names: readonly string[], cells: readonly PageCell[][]): Promise<string> {
  return (await Array.fromAsync(diagnosesJson(file, executorOf(names, cells)))).join("");
}

describe("diagnosesJson", () => {
  it("gives one object a row over many pages, probabilities with six decimals", async () => {
    const cells = Array.from(
      { length: 2001 },
      (_, row): PageCell[] => [`r${row}`, "=disk", 0.8733333349227905, row === 5 ? null : ""],
    );
    const rows = JSON.parse(await jsonOf(["id", "p_a", 'p_"b"', "warnings"], cells));
    assert.equal(rows.length, 2001);
    assert.deepEqual(rows[5], { id: "r5", "p_a": "=disk", 'p_"b"': 0.873333, warnings: null });
    assert.equal(rows[2000].id, "r2000");
  });

  it("gives an empty list where there are no rows", async () => {
    assert.equal(await jsonOf(["id"], []), "[]\n");
  });
});
