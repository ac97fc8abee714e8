import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { paramPairs } from "@/cli/option_values.ts";

describe("params on the command line", () => {
  it("are what their text reads as: numbers, true and false, lists, or text", () => {
    assert.deepEqual(
      paramPairs(["C=0.5", "isFast=true", "layers=[64]", "solver=saga", "limit=null", "rule=a=b"]),
      { C: 0.5, isFast: true, layers: [64], solver: "saga", limit: null, rule: "a=b" },
    );
  });

  it("may be numbers between commas, but not names that begin with one", () => {
    assert.deepEqual(
      paramPairs(["layers=128,64", "spread=-0.5, 1e3", "names=a,b", "mixed=1,b", "open=1,"]),
      { layers: [128, 64], spread: [-0.5, 1000], names: "a,b", mixed: "1,b", open: "1," },
    );
  });
});
