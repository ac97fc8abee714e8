import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newId, pipelineIdSchema } from "@/store/ids.ts";
import { hasCode } from "./has_code.ts";
import { temporaryWorkspace } from "./temporary_workspace.ts";

describe("Pipelines", () => {
  it("count the versions of a name and keep them all", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const saved = ["scaled", "scaled", "plain", "scaled"].map((name, index) =>
      workspace.pipelines.save(name, { index })
    );
    assert.deepEqual(saved.map(({ version }) => version), [1, 2, 1, 3]);
    const { pipelines } = await temporary.reopen();
    assert.deepEqual(pipelines.list().map(({ name, version }) => [name, version]), [
      ["scaled", 3],
      ["plain", 1],
    ]);
    assert.deepEqual(
      pipelines.versions("scaled").map(({ recipe }) => recipe),
      [3, 1, 0].map((index) => ({ index })),
    );
    assert.deepEqual(pipelines.get(saved[1]!.id), saved[1]);
    assert.throws(() => pipelines.get(newId(pipelineIdSchema)), hasCode("store/not-found"));
  });
});
