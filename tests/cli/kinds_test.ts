import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { kindList, paramList } from "@/cli/kinds.ts";
import { describeCellKind, describeCellKinds } from "@/pipeline/cells/cell_schema.ts";
import { findCellKind } from "@/pipeline/cells/registry.ts";

describe("healer kinds", () => {
  it("lists every kind once, under its group, in the language asked for", () => {
    const kinds = describeCellKinds();
    const lines = kindList(kinds, "zh").split("\n");
    for (const { kind, summary } of kinds) {
      const own = lines.filter((line) => line.startsWith(`  ${kind} `));
      assert.equal(own.length, 1, kind);
      assert.ok(own[0]!.endsWith(summary.zh));
    }
    assert.equal(lines.filter((line) => line === "数据").length, 1);
  });

  it("lists the params of one kind with range, default and help", () => {
    const lines = paramList(describeCellKind(findCellKind("split")), "en").split("\n");
    assert.equal(lines[0], "split: Split");
    assert.equal(lines[2], "takes: prepared   gives: prepared");
    const share = lines.find((line) => line.startsWith("  testShare"));
    assert.match(share ?? "", /0\.01…0\.9 +0\.2 +The share of the rows/);
    const by = lines.find((line) => line.startsWith("  by"));
    assert.match(by ?? "", /guess \| class \| group \| time +"guess"/);
  });

  it("tells which inputs may stay empty, in words and as JSON", () => {
    const description = describeCellKind(findCellKind("sql"));
    assert.equal(
      paramList(description, "en").split("\n")[2],
      "takes: table, table (optional), table (optional)   gives: prepared",
    );
    const { takes, optional, recipe } = JSON.parse(JSON.stringify(description));
    assert.deepEqual(takes, { a: "table", b: "table", c: "table" });
    assert.deepEqual([optional, recipe], [["b", "c"], "replaces"]);
  });

  it("lists the params of every learner behind its name", () => {
    const text = paramList(describeCellKind(findCellKind("train")), "en");
    assert.match(text, /learner\.name=random-forest/);
    assert.match(text, /learner\.trees +1…2000 +300/);
  });
});
