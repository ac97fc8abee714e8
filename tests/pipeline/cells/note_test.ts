import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CellRunner } from "./cell_runner.ts";

describe("the note cell", () => {
  it("gives its text in both languages, its first line as the summary", async () => {
    await using runner = await CellRunner.create();
    const params = { en: "\n## What *this* is\n\nMore.", zh: "# 说明\n\n更多。" };
    const { result } = await runner.run("note", params);
    assert.deepEqual(result.summary, { en: "What this is", zh: "说明" });
    assert.deepEqual(result.figures, [{ type: "markdown", title: result.summary, text: params }]);
  });

  it("cuts a long first line where it stands as a title", async () => {
    await using runner = await CellRunner.create();
    const { result } = await runner.run("note", { en: "word ".repeat(100), zh: "字".repeat(200) });
    assert.equal(result.summary.zh, "字".repeat(119) + "…");
    assert.ok(result.summary.en.length <= 120 && result.summary.en.endsWith("…"));
  });

  it("shows the one language there is in the other one too, and nothing where there is none", async () => {
    await using runner = await CellRunner.create();
    const { result } = await runner.run("note", { zh: "只有中文" });
    assert.deepEqual(result.summary, { en: "只有中文", zh: "只有中文" });
    assert.deepEqual((await runner.run("note")).result.figures, []);
  });
});
