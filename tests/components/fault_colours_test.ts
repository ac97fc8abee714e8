import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { faultColours } from "@/components/fault_colours.ts";

describe("the colours of faults", () => {
  it("are the same whatever the order of the classes", () => {
    const some = faultColours(["lock", "disk", "normal", "cpu"]);
    const others = faultColours(["cpu", "normal", "disk", "lock"]);
    for (const [name, colour] of some) assert.equal(others.get(name), colour, name);
    assert.deepEqual([...some.keys()], ["lock", "disk", "normal", "cpu"]);
  });

  it("are grey for what is normal and one after the other for the rest", () => {
    assert.deepEqual([...faultColours(["Normal", "I/O saturation", "正常", "lock"])], [
      ["Normal", "c0"],
      ["I/O saturation", "c1"],
      ["正常", "c0"],
      ["lock", "c2"],
    ]);
  });

  it("begin again after eight", () => {
    const names = Array.from({ length: 10 }, (_, index) => `fault ${index}`);
    assert.deepEqual([...faultColours(names).values()].slice(7), ["c8", "c1", "c2"]);
  });
});
