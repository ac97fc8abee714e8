import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { canonicalJson, isJsonWithin } from "@/pipeline/canonical_json.ts";

/** The same value with the keys of its objects in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, reversed(member)]));
}

describe("canonicalJson", () => {
  it("says the same of equal values, whatever the order of their keys", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      assert.equal(canonicalJson(reversed(value)), canonicalJson(value));
      assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
    }));
  });

  it("sorts keys at any depth and keeps the order of lists", () => {
    const value = { b: [{ z: 1, y: [3, 1] }], a: { B: 1, A: 2 }, ["__proto__"]: 1 };
    assert.equal(
      canonicalJson(value),
      '{"__proto__":1,"a":{"A":2,"B":1},"b":[{"y":[3,1],"z":1}]}',
    );
  });
});

describe("isJsonWithin", () => {
  it("holds for JSON up to a depth", () => {
    assert(isJsonWithin([[1, "a", null, true]], 2));
    assert(!isJsonWithin([[1]], 1));
    assert(!isJsonWithin({ a: { b: {} } }, 2));
    assert(isJsonWithin(1, 0));
  });

  it("does not hold for what JSON cannot say", () => {
    for (const value of [NaN, Infinity, undefined, 1n, () => {}, [undefined]]) {
      assert(!isJsonWithin(value, 5));
    }
  });
});
