import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { FieldSpec } from "@/components/form/field_spec.ts";
import { numberText, parseNumber } from "@/components/form/number_text.ts";

type NumberSpec = Extract<FieldSpec, { type: "number" }>;

const spec: NumberSpec = {
  type: "number",
  name: "rate",
  label: { en: "Rate", zh: "率" },
  help: undefined,
  default: 0.1,
  shownWhen: {},
  isInteger: false,
  isNullable: false,
  minimum: -1e6,
  maximum: 1e6,
  isAboveMinimum: false,
};

describe("what is typed into a number field", () => {
  it("gives every number back that stands in it", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0),
        (value) => assert.deepEqual(parseNumber(numberText(value), spec), { value }),
      ),
    );
  });

  it("may have a comma for a point, spaces around it, and a true minus", () => {
    assert.deepEqual(parseNumber(" 0,5 ", spec), { value: 0.5 });
    assert.deepEqual(parseNumber("−3", spec), { value: -3 });
    assert.deepEqual(parseNumber("1e-3", spec), { value: 0.001 });
  });

  it("is told apart from what is no number, no integer, or out of range", () => {
    const wrong = (text: string, other: Partial<NumberSpec> = {}): string => {
      const parsed = parseNumber(text, { ...spec, ...other });
      return "wrong" in parsed ? parsed.wrong.en : `the value ${parsed.value}`;
    };
    assert.match(wrong("ten"), /number/);
    assert.match(wrong(""), /number/);
    assert.match(wrong("1,000,000"), /number/);
    assert.match(wrong("Infinity"), /number/);
    assert.match(wrong("2.5", { isInteger: true }), /whole/);
    assert.equal(wrong("0", { minimum: 1 }), "At least 1.");
    assert.equal(wrong("0", { minimum: 0, isAboveMinimum: true }), "Above 0.");
    assert.equal(wrong("99", { maximum: 20 }), "At most 20.");
    assert.equal(wrong("", { isNullable: true }), "the value null");
  });
});
