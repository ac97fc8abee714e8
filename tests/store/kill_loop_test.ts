import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { killLoop } from "./kill_loop.ts";

describe("kill -9", () => {
  it("loses nothing that was acknowledged and breaks nothing, at any moment", async () => {
    const { kills, lost, broken, acknowledged } = await killLoop(10, 20261123);
    assert.equal(kills, 10);
    assert.deepEqual(lost, []);
    assert.deepEqual(broken, []);
    for (const item of ["dataset", "revision", "event", "blob", "training"]) {
      assert.ok((acknowledged[item] ?? 0) > 0, `${item} was never acknowledged`);
    }
  });
});
