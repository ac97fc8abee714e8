import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { z } from "zod";
import type { Learner } from "@/pipeline/learners/learner.ts";
import { learners } from "@/pipeline/learners/registry.ts";
import type { ParamMeta } from "@/pipeline/param_meta.ts";
import { Random } from "@/pipeline/random.ts";
import { SearchSpace } from "@/pipeline/tuning/search_space.ts";

const text = { en: "x", zh: "x" };
const common = { label: text, help: text };

const learner: Learner = {
  name: "made-up",
  version: 1,
  title: text,
  summary: text,
  defaultSteps: [],
  params: z.strictObject({
    kind: z.enum(["flat", "round"]).default("flat").meta(
      {
        ...common,
        options: { flat: text, round: text },
        search: { values: ["flat", "round"] },
      } satisfies ParamMeta,
    ),
    rate: z.number().min(0).max(1).default(0.1).meta(
      {
        ...common,
        shownWhen: { kind: ["round"] },
        search: { low: 0.001, high: 1, scale: "log" },
      } satisfies ParamMeta,
    ),
    rounds: z.int().min(1).max(500).default(100).meta(
      { ...common, search: { low: 10, high: 400, scale: "linear" } } satisfies ParamMeta,
    ),
    fixed: z.int().default(7).meta(common satisfies ParamMeta),
  }),
  fit: () => null,
  predict: () => new Float32Array(),
  lower: () => "",
};

const drawnSchema = z.strictObject({
  kind: z.literal("round").exactOptional(),
  rate: z.number().min(0.001).max(1).exactOptional(),
  rounds: z.int().min(10).max(400).exactOptional(),
});

describe("a search space", () => {
  it("draws within the ranges, only what has an effect and differs from the defaults", () => {
    const space = new SearchSpace(learner);
    fc.assert(fc.property(fc.integer(), (seed) => {
      const random = new Random(seed);
      let params = space.draw(random);
      for (let step = 0; step < 5; step++) {
        const parsed = drawnSchema.parse(params);
        if ("rate" in parsed) assert.equal(parsed.kind, "round");
        assert.notEqual(parsed.rounds, 100);
        params = space.drawNear(params, random);
      }
    }));
  });

  it("reaches both ends of a range, evenly in the logarithm where that is its scale", () => {
    const space = new SearchSpace(learner);
    const random = new Random(1);
    const rates = Array.from({ length: 4000 }, () => drawnSchema.parse(space.draw(random)).rate)
      .filter((rate) => rate !== undefined);
    const below = rates.filter((rate) => rate < Math.sqrt(0.001)).length / rates.length;
    assert.ok(Math.abs(below - 0.5) < 0.05, `${below}`);
    assert.ok(Math.min(...rates) < 0.0012 && Math.max(...rates) > 0.9);
  });

  it("changes one or two params at a time", () => {
    const space = new SearchSpace(learner);
    const random = new Random(2);
    const from = { kind: "round", rate: 0.02, rounds: 50 };
    for (let draw = 0; draw < 100; draw++) {
      const near = drawnSchema.parse(space.drawNear(from, random));
      const changed =
        [near.kind !== from.kind, near.rounds !== from.rounds].filter(Boolean).length +
        (near.kind === "round" && near.rate !== from.rate ? 1 : 0);
      assert.ok(changed <= 2, JSON.stringify(near));
    }
  });

  for (const each of learners) {
    it(`of ${each.name} holds nothing that it refuses`, () => {
      const space = new SearchSpace(each);
      const random = new Random(3);
      for (let draw = 0; draw < 50; draw++) {
        const params = space.draw(random);
        each.params.parse(params);
        each.params.parse(space.drawNear(params, random));
      }
    });
  }
});
