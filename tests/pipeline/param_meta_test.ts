import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { type ParamMeta, paramMetas } from "@/pipeline/param_meta.ts";

const depth = {
  label: { en: "Depth", zh: "深度" },
  help: { en: "Levels of a tree.", zh: "树的层数。" },
} satisfies ParamMeta;

describe("paramMetas", () => {
  it("reads the labels in the order of the fields", () => {
    const method = {
      ...depth,
      options: { fast: { en: "Fast", zh: "快速" } },
      shownWhen: { depth: [1, 2] },
    };
    const params = z.strictObject({
      method: z.enum(["fast"]).default("fast").meta(method),
      depth: z.int().default(3).meta(depth),
    });
    assert.deepEqual([...paramMetas(params)], [["method", method], ["depth", depth]]);
  });

  it("refuses a field without labels, or with them in front of its default", () => {
    const fields = [z.int().default(3), z.int().meta(depth).default(3)];
    for (const field of fields) {
      assert.throws(() => paramMetas(z.strictObject({ depth: field })), /"depth"/);
    }
  });

  it("refuses a schema that is no object", () => {
    assert.throws(() => paramMetas(z.string()), TypeError);
  });
});
