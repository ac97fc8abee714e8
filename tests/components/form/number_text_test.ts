import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { FieldSpec } from "@/components/form/field_spec.ts";
import {
  numbersText,
  numberText,
  parseNumber,
  parseNumbers,
} from "@/components/form/number_text.ts";

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

describe("what is typed into a field of numbers", () => {
  const layers = {
    type: "numbers",
    each: { isInteger: true, minimum: 1, maximum: 2048, isAboveMinimum: false },
    fewest: 1,
    most: 3,
  } as const;

  it("gives every list back that stands in it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 2048 }), { minLength: 1, maxLength: 3 }),
        (value) => assert.deepEqual(parseNumbers(numbersText(value), layers), { value }),
      ),
    );
  });

  it("may be parted by commas, Chinese ones too, semicolons or spaces", () => {
    for (const text of ["128,64", " 128, 64 ", "128 64", "128，64", "128、64", "128;64,"]) {
      assert.deepEqual(parseNumbers(text, layers), { value: [128, 64] });
    }
  });

  it("is told apart from what is no number, out of range, too few or too many", () => {
    const wrong = (text: string): string => {
      const parsed = parseNumbers(text, layers);
      return "wrong" in parsed ? parsed.wrong.en : `the value ${parsed.value}`;
    };
    assert.match(wrong("128, wide"), /numbers/);
    assert.match(wrong("2.5"), /whole/);
    assert.equal(wrong("64, 0"), "At least 1.");
    assert.match(wrong("64, 4096"), /At most 2.?048\./);
    assert.equal(wrong(" "), "At least 1 of them.");
    assert.equal(wrong("1 2 3 4"), "At most 3 of them.");
  });
});
