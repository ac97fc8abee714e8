import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  changedFeatures,
  changeSample,
  type SampleAction,
  startSample,
} from "@/components/sample/sample_state.ts";
import { sampleJson, samplePairs } from "@/components/sample/sample_copy.ts";
import { readSampleText } from "@/pipeline/diagnosis/sample_text.ts";

const width = 4;
const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((each) => each + 0));
const index = fc.nat(width - 1);
const row = fc.array(value, { minLength: width, maxLength: width });
const actions: fc.Arbitrary<SampleAction> = fc.oneof(
  fc.record({ type: fc.constant("set" as const), index, value }),
  fc.record({
    type: fc.constant("fill" as const),
    origin: fc.constant({ kind: "pasted" as const }),
    values: row,
  }),
  fc.constant({ type: "back-to-start" as const }),
);

describe("a sample", () => {
  it("is what it was once every change is undone", () => {
    fc.assert(fc.property(row, fc.array(actions, { maxLength: 20 }), (start, changes) => {
      const first = startSample({ kind: "medians" }, start);
      let sample = changes.reduce(changeSample, first);
      while (sample.past.length > 0) sample = changeSample(sample, { type: "undo" });
      assert.deepEqual(sample, first);
    }));
  });

  it("takes a drag back at once, and a draft with it", () => {
    let sample = startSample({ kind: "medians" }, [1, 2, 3, null]);
    sample = changeSample(sample, { type: "type", index: 0, text: "1x" });
    assert.deepEqual(changedFeatures(sample), [0]);
    for (const value of [10, 20, 30]) {
      sample = changeSample(sample, { type: "set", index: 0, value, isSame: value > 10 });
    }
    assert.deepEqual(sample.values, [30, 2, 3, null]);
    sample = changeSample(sample, { type: "undo" });
    assert.deepEqual(sample.values, [1, 2, 3, null]);
    assert.deepEqual(changedFeatures(sample), []);
  });

  it("is read again as it was copied, whatever its KPIs are called", () => {
    const name = fc.oneof(
      fc.stringMatching(/^[a-z][\w.]{0,12}$/),
      fc.constantFrom("cpu busy", "延迟 毫秒", "a:b", "x-1/2"),
    );
    const names = fc.uniqueArray(name, {
      minLength: width,
      maxLength: width,
      selector: (each) => each.toLowerCase(),
    });
    fc.assert(fc.property(names, row, (names, values) => {
      const features = names.map((name) => ({ name }));
      const json = readSampleText(sampleJson(names, values), features);
      assert.deepEqual(json.values, values);
      if (values.every((value) => value === null)) return;
      const pairs = readSampleText(samplePairs(names, values), features);
      assert.deepEqual(pairs.values, values, samplePairs(names, values));
    }));
  });
});
