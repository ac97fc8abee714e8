import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type FieldSpec, fieldSpecs } from "@/components/form/field_spec.ts";
import { valueWords } from "@/components/form/value_words.ts";
import { describeCellKinds } from "@/pipeline/cells/cell_schema.ts";

const kinds = describeCellKinds();
const fieldOf = (kind: string, name: string): FieldSpec => {
  const { params } = kinds.find((each) => each.kind === kind) ?? {};
  const field = fieldSpecs(params).find((each) => each.name === name);
  assert(field, `${kind}.${name}`);
  return field;
};

describe("the fields of a form", () => {
  for (const { kind, params } of kinds) {
    it(`fit every param of ${kind} that is for people`, () => {
      const { properties = {} } = JSON.parse(JSON.stringify(params));
      const fields = fieldSpecs(params);
      const forPeople = Object.keys(properties).filter((name) => !properties[name].hidden);
      assert.deepEqual(fields.map(({ name }) => name), forPeople);
      const nested = fields.flatMap((field) =>
        field.type === "variant" ? field.variants.flatMap((variant) => variant.fields) : []
      );
      for (const field of [...fields, ...nested]) {
        assert.notEqual(field.type, "json", field.name);
        assert(field.label.en !== "" && field.label.zh !== "", field.name);
        assert.notEqual(field.default, undefined, field.name);
      }
    });
  }

  it("choose a column where a param names one, several where it lists them", () => {
    assert.partialDeepStrictEqual(fieldOf("import", "label"), {
      type: "column",
      of: "any",
      isNullable: true,
      default: null,
    });
    assert.partialDeepStrictEqual(fieldOf("import", "ignore"), { type: "columns", default: [] });
    assert.equal(fieldOf("import", "file").type, "file");
  });

  it("know the range of a number", () => {
    assert.partialDeepStrictEqual(fieldOf("split", "testShare"), {
      type: "number",
      isInteger: false,
      minimum: 0.01,
      maximum: 0.9,
      default: 0.2,
    });
  });

  it("know what a list of numbers holds", () => {
    const learner = fieldOf("train", "learner");
    assert(learner.type === "variant");
    const network = learner.variants.find(({ value }) => value === "multilayer-perceptron");
    assert.partialDeepStrictEqual(network?.fields.find(({ name }) => name === "layers"), {
      type: "numbers",
      each: { isInteger: true, minimum: 1, maximum: 2048 },
      fewest: 1,
      most: 8,
    });
  });

  it("offer each learner with the params of its own", () => {
    const learner = fieldOf("train", "learner");
    assert(learner.type === "variant");
    const forest = learner.variants.find(({ value }) => value === "random-forest");
    assert.equal(forest?.label.en, "Random forest");
    assert.equal(forest?.fields.some(({ name }) => name === "trees"), true);
    assert.equal(forest?.fields.some(({ name }) => name === "name"), false);
  });

  it("let several be ticked where a param lists members of an enum, objects beside them or not", () => {
    const learner = fieldOf("train", "learner");
    assert(learner.type === "variant");
    const voting = learner.variants.find(({ value }) => value === "voting");
    const members = voting?.fields.find(({ name }) => name === "members");
    assert(members?.type === "choices");
    assert.equal(members.fewest, 1);
    assert.deepEqual(members.options[0], {
      value: "random-forest",
      label: { en: "Random forest", zh: "随机森林" },
    });
    assert(!members.options.some(({ value }) => value === "voting"));
    assert(Array.isArray(members.default) && members.default.includes("random-forest"));
    const own = { learner: "random-forest", params: { trees: 5 } };
    assert.equal(
      valueWords(members, ["gradient-boosting", own], "en"),
      "Gradient boosting, Random forest",
    );
    const plain = { type: "array", items: { type: "string", enum: ["a", "b"] }, default: [] };
    assert.partialDeepStrictEqual(fieldSpecs({ properties: { plain } })[0], {
      type: "choices",
      fewest: 0,
    });
  });

  it("fall back to JSON for what no field fits", () => {
    const [field] = fieldSpecs({ properties: { odd: { type: "array", items: {}, default: [] } } });
    assert.partialDeepStrictEqual(field, { type: "json", label: { en: "odd", zh: "odd" } });
  });
});
