import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { openTable } from "@/pipeline/table/open_table.ts";
import { readTable } from "@/pipeline/table/read_table.ts";
import { withFile } from "./temporary_file.ts";

describe("the types of columns", () => {
  async function types(text: string): Promise<Record<string, string>> {
    return await withFile(
      text,
      async (path) =>
        Object.fromEntries((await openTable(path)).columns.map(({ name, type }) => [name, type])),
    );
  }

  it("follow their cells", async () => {
    const text = "n,t,b,w,empty,mixed\n" +
      "1,2026-11-23 01:02:03,true,web,,1\n,,No,db,,x\nNA,2026-11-24,YES,,NaN,2\n-3e5,2026-11-25,false,a,,y\n";
    assert.deepEqual(await types(text), {
      n: "number",
      t: "time",
      b: "boolean",
      w: "text",
      empty: "number",
      mixed: "text",
    });
  });

  it("are decided by nine of ten cells present", async () => {
    assert.equal((await types("a\n" + "1\n".repeat(9) + "x\n"))["a"], "number");
    assert.equal((await types("a\n" + "1\n".repeat(8) + "x\n"))["a"], "text");
  });

  it("give frames of Float64, Bool and Utf8 with nulls for what is missing", async () => {
    const text =
      'n,b,w,t\n1.5,yes,"a, b",2026-11-23\n,,NA,\nnull,FALSE,None,2026-11-24\n?,true,-,2026-11-25\n';
    for (const decimal of ["."] as const) {
      await withFile(text, async (path) => {
        const { frame } = await readTable(path, { decimal });
        assert.deepEqual(frame.dtypes.map(({ variant }) => variant), [
          "Float64",
          "Bool",
          "String",
          "String",
        ]);
        assert.deepEqual(frame.rows(), [
          [1.5, true, "a, b", "2026-11-23"],
          [null, null, null, null],
          [null, false, "None", "2026-11-24"],
          [null, true, "-", "2026-11-25"],
        ]);
      });
    }
  });

  it("take another list of words for missing, numbers among them, for all columns", async () => {
    await withFile("a,b\n-999,none\n5,x\nnone,-999\n-999.0,\n", async (path) => {
      const { frame } = await readTable(path, { missing: ["none", "-999"] });
      assert.deepEqual(frame.rows(), [[null, null], [5, "x"], [null, null], [null, ""]]);
    });
  });
});
