import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { normalClass } from "@/pipeline/diagnosis/normal_class.ts";

describe("normalClass", () => {
  const named = [
    "Normal",
    "OK",
    "healthy",
    "none",
    "No fault",
    "no_fault",
    "fault-free",
    "NORMAL ",
  ];
  for (const name of [...named, "正常", "无故障", "健康", "正常运行", "无异常"]) {
    it(`takes ${JSON.stringify(name)} for normal`, () => {
      assert.equal(normalClass(["0", name, "network"]), name);
    });
  }

  it("never guesses from numbers, from parts of names or between two", () => {
    for (
      const classes of [["0", "1"], ["abnormal", "not ok"], ["异常", "不正常"], ["normal", "ok"]]
    ) {
      assert.equal(normalClass(classes), null, classes.join());
    }
  });

  it("takes what it is told before any name, if there is such a class", () => {
    assert.equal(normalClass(["0", "normal"], "0"), "0");
    assert.equal(normalClass(["0", "normal"], "2"), "normal");
  });
});
