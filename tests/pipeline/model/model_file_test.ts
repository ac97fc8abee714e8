import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import fc from "fast-check";
import { cardKey, type ModelCard } from "@/pipeline/model/model_card.ts";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { seal, sealKey } from "@/pipeline/model/seal.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { decodeModel } from "@/pipeline/onnx/decode_model.ts";
import { encodeModel } from "@/pipeline/onnx/encode_model.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { sampleTable } from "./sample_tables.ts";

/** The code of the problem that opening `bytes` ends with. */
async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await using _ = await openModelBytes(bytes, "model.onnx");
    return "opened";
  } catch (error) {
    if (error instanceof HealerError) return error.problem.code;
    throw error;
  }
}

describe("a model file", () => {
  let bytes: Uint8Array;
  let card: ModelCard;

  before(async () => {
    const table = sampleTable({ rows: 60, width: 4, classes: 3 });
    const recipe = defaultRecipe("random-forest", { trees: 3 });
    ({ bytes, card } = await trainModel(
      table,
      recipe,
      { folds: 0, keepRows: true },
      quietContext(1),
    ));
  });

  /** The file with another card, written by someone who leaves the seal out. */
  function withCard(change: Partial<ModelCard>): Uint8Array {
    const model = decodeModel(bytes);
    const metadata = new Map(model.metadata);
    metadata.delete(sealKey);
    metadata.set(cardKey, JSON.stringify({ ...card, ...change }));
    return encodeModel({ ...model, metadata });
  }

  it("is refused when any of its bits has flipped", async () => {
    assert.equal(await refusal(bytes), "opened");
    const content = bytes.length - seal(new Uint8Array()).length;
    const places = fc.integer({ min: 0, max: content - 1 });
    await fc.assert(
      fc.asyncProperty(places, fc.integer({ min: 0, max: 7 }), async (place, bit) => {
        const flipped = bytes.slice();
        flipped[place]! ^= 1 << bit;
        assert.notEqual(await refusal(flipped), "opened");
      }),
      { numRuns: 300 },
    );
  });

  it("is refused when its card speaks of another graph", async () => {
    const { classes, features } = card;
    const first = features[0] ?? { name: "", type: "number" };
    assert.equal(await refusal(withCard({})), "opened");
    const changes: Partial<ModelCard>[] = [
      { classes: classes.slice(1) },
      { classes: [...classes, "another"] },
      { classes: classes.toReversed() },
      { features: features.slice(1) },
      { features: [...features.slice(1), first, { ...first, name: "another" }] },
      { features: features.map(() => first) },
      { decision_weights: [1, 0.5] },
    ];
    for (const change of changes) {
      assert.equal(await refusal(withCard(change)), "model/card-mismatch", JSON.stringify(change));
    }
  });
});
