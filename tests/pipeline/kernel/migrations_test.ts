import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  migrate,
  type Migration,
  migrations,
  notebookFormat,
} from "@/pipeline/kernel/migrations.ts";

describe("migrate", () => {
  it("leads from every older format to the newest, step by step", () => {
    const steps = new Map<number, Migration>([
      [1, ({ name, ...rest }) => ({ ...rest, title: name })],
      [2, (document) => ({ ...document, cells: [] })],
    ]);
    const document = { format: 1, name: "Old" };
    const newest = { format: 3, title: "Old", cells: [] };
    assert.deepEqual(migrate(document, 1, 3, steps), newest);
    assert.deepEqual(migrate({ format: 2, title: "Old" }, 2, 3, steps), newest);
    assert.equal(migrate(newest, 3, 3, steps), newest);
    assert.deepEqual(document, { format: 1, name: "Old" });
  });

  it("has a step from every format there has been", () => {
    for (let format = 1; format < notebookFormat; format++) assert(migrations.has(format));
    assert.throws(() => migrate({ format: 1 }, 1, 2, new Map()), RangeError);
  });
});
