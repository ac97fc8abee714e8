import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { storeError } from "@/store/failure.ts";
import { storeProblem } from "@/store/problems.ts";
import { hasCode } from "./has_code.ts";

function failure(fields: Record<string, unknown>, message = "it failed"): Error {
  return Object.assign(new Error(message), fields);
}

describe("storeError", () => {
  it("tells what the system, SQLite or Polars said in words a user can act on", () => {
    const cases: [string, unknown][] = [
      ["store/disk-full", failure({ code: "ENOSPC" })],
      ["store/disk-full", failure({ code: "EDQUOT" })],
      ["store/disk-full", failure({ code: "ERR_SQLITE_ERROR", errcode: 13 })],
      [
        "store/disk-full",
        failure({ code: "GenericFailure" }, "parquet: No space left (os error 28)"),
      ],
      ["store/not-writable", failure({ code: "EROFS" })],
      ["store/not-writable", failure({ code: "EACCES" })],
      ["store/not-writable", new Deno.errors.NotCapable("Requires write access")],
      ["store/not-writable", failure({ code: "ERR_SQLITE_ERROR", errcode: 8 | (2 << 8) })],
      ["store/not-writable", failure({}, "Permission denied (os error 13)")],
      ["store/not-a-folder", failure({ code: "ENOTDIR" })],
      ["store/damaged", failure({ code: "ERR_SQLITE_ERROR", errcode: 11 })],
      ["store/damaged", failure({ code: "ERR_SQLITE_ERROR", errcode: 26 })],
      ["store/failed", failure({ code: "EIO" })],
      ["store/failed", failure({}, "Is a directory (os error 21)")],
      ["store/failed", "a text"],
    ];
    for (const [code, cause] of cases) {
      const error = storeError("/data", cause);
      hasCode(code)(error);
      assert.equal(error.cause, cause);
      assert.deepEqual(error.problem.place, { file: "/data" });
    }
  });

  it("leaves a problem as it is", () => {
    const error = storeError("/data", failure({ code: "ENOSPC" }));
    assert.equal(storeError("/other", error), error);
  });
});

describe("storeProblem", () => {
  it("cuts what is long without breaking a character", () => {
    const { message } = storeProblem.notebookDeleted("🦕".repeat(1000));
    assert.equal(message.en, `Cannot open the notebook "${"🦕".repeat(57)}…": it was deleted.`);
  });
});
