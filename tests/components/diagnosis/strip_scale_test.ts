import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { stripScale } from "@/components/diagnosis/strip_scale.ts";

const number = fc.double({ min: -1e18, max: 1e18, noNaN: true, noDefaultInfinity: true });
const range = fc.tuple(number, number).map(([a, b]): [number, number] => a < b ? [a, b] : [b, a]);

describe("a strip of ranges", () => {
  it("holds every number it shows, in their order, however far apart they lie", () => {
    fc.assert(fc.property(fc.array(range, { maxLength: 2 }), fc.option(number), (ranges, value) => {
      const scale = stripScale(ranges, value);
      const shown = [...ranges.flat(), ...(value === null ? [] : [value])].sort((a, b) => a - b);
      const places = shown.map(scale);
      assert.ok(places.every((place) => place >= 0 && place <= 1), String(places));
      assert.deepEqual(places, places.toSorted((a, b) => a - b));
    }));
  });

  it("lets a narrow range be seen beside one a billion times as wide", () => {
    const scale = stripScale([[4, 5], [0, 1e9]], 4.5);
    assert.ok(scale(5) - scale(4) > 0.02, String(scale(5) - scale(4)));
  });

  it("is in proportion where that shows all", () => {
    const scale = stripScale([[0, 10], [20, 40]], 30);
    assert.ok(Math.abs(scale(30) - scale(20) - (scale(10) - scale(0))) < 1e-9);
  });
});
