import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { h } from "preact";
import { parseProps, writeProps } from "@/web/props_text.ts";

describe("the props of islands", () => {
  it("come back as they were sent", () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.string({ unit: "binary" }),
        fc.double(),
        fc.boolean(),
        fc.bigInt(),
        fc.constantFrom(null, undefined, NaN, -0, Infinity, -Infinity),
        fc.date({ noInvalidDate: false }),
        fc.array(tie("any")),
        fc.dictionary(
          fc.oneof(fc.string(), fc.constantFrom("$", "__proto__", "constructor")),
          tie("any"),
          {
            noNullPrototype: true,
          },
        ),
        fc.array(fc.tuple(tie("any"), tie("any"))).map((pairs) => new Map(pairs)),
        fc.array(tie("any")).map((items) => new Set(items)),
      ),
    })).any;
    fc.assert(
      fc.property(value, (sent) => assert.deepStrictEqual(parseProps(writeProps(sent)), sent)),
    );
  });

  it("are refused with their place where they cannot be sent", () => {
    class Model {}
    const refused: [unknown, RegExp][] = [
      [
        { rows: [{ onClick: () => {} }] },
        /props\.rows\[0\]\.onClick to an island: it is a function/,
      ],
      [{ children: h("b", null) }, /props\.children to an island: it is an element/],
      [{ model: new Model() }, /props\.model to an island: it is an object of class Model/],
      [{ values: new Float32Array(3) }, /an object of class Float32Array/],
      [{ key: Symbol("x") }, /a symbol/],
    ];
    for (const [props, expected] of refused) assert.throws(() => writeProps(props), expected);
  });

  it("with an unknown tag are an error", () => {
    assert.throws(() => parseProps('{"$":["later","x"]}'), /the tag "later" is unknown/);
  });
});
