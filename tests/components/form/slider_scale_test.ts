import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { FieldSpec } from "@/components/form/field_spec.ts";
import { positions, sliderScale } from "@/components/form/slider_scale.ts";

type NumberSpec = Extract<FieldSpec, { type: "number" }>;

const spec = (minimum: number, maximum: number, isInteger = false): NumberSpec => ({
  type: "number",
  name: "n",
  label: { en: "n", zh: "n" },
  help: undefined,
  default: minimum,
  shownWhen: {},
  isInteger,
  isNullable: false,
  minimum,
  maximum,
  isAboveMinimum: false,
});

describe("a slider", () => {
  it("reaches both ends of its range and never leaves it", () => {
    const ranges = fc.oneof(
      fc.constantFrom([0.01, 0.9], [1, 2000], [0, 1], [0.001, 100], [2, 20], [-5, 5]),
    );
    fc.assert(fc.property(ranges, fc.integer({ min: 0, max: positions }), ([low, high], place) => {
      const scale = sliderScale(spec(low ?? 0, high ?? 1));
      assert(scale);
      const value = scale.value(place);
      assert(value >= (low ?? 0) && value <= (high ?? 1));
      assert.equal(scale.position(scale.value(0)), 0);
      assert.equal(scale.position(scale.value(positions)), positions);
    }));
  });

  it("gives whole numbers where only these count", () => {
    const scale = sliderScale(spec(1, 2000, true));
    for (let place = 0; place <= positions; place += 7) {
      assert(Number.isInteger(scale?.value(place)));
    }
  });

  it("always moves by an arrow key, within its range", () => {
    for (
      const [low, high, isInteger] of [[1, 2000, true], [0.001, 100, false], [0, 1, false]] as const
    ) {
      const scale = sliderScale(spec(low, high, isInteger));
      assert(scale);
      let value: number = low;
      for (let steps = 0; steps < 500 && value < high; steps++) {
        const next: number = scale.next(value, 1);
        assert(next > value, `${value} → ${next}`);
        value = next;
      }
      assert.equal(scale.next(low, -1), low);
    }
  });

  it("is left out where the range is too wide to be pulled through", () => {
    assert.equal(sliderScale(spec(0, 2 ** 32 - 1, true)), undefined);
    assert.equal(sliderScale(spec(-Infinity, Infinity)), undefined);
    assert.equal(sliderScale(spec(1e-12, 0.1)), undefined);
  });
});
