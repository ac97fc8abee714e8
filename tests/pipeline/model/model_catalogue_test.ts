import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseCatalogue, printCatalogue } from "@/pipeline/model/catalogue_file.ts";
import { catalogueKey } from "@/pipeline/model/fault_catalogue.ts";
import { carriedCatalogue, withCatalogue } from "@/pipeline/model/model_catalogue.ts";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import { seal, sealHolds, sealKey } from "@/pipeline/model/seal.ts";
import { readMetadata } from "@/pipeline/onnx/read_metadata.ts";
import { setMetadata } from "@/pipeline/onnx/set_metadata.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { arbitraryCatalogue, plainEntry } from "./fault_catalogues.ts";

const model = await Deno.readFile(new URL("../../../docs/examples/train.onnx", import.meta.url));

function codeOf(text: string): string {
  try {
    parseCatalogue(text);
  } catch (error) {
    assert.ok(error instanceof HealerError);
    assert.ok(error.problem.hint.zh.length > 0);
    return error.problem.code;
  }
  return "none";
}

/** The model with something else where the catalogue stands, sealed. */
function withText(text: string): Uint8Array<ArrayBuffer> {
  return seal(setMetadata(model, new Map([[catalogueKey, text], [sealKey, undefined]])));
}

describe("the fault catalogue in a model file", () => {
  it("comes out as it went in, under a seal that holds, and leaves the file as it was", () => {
    const property = fc.property(arbitraryCatalogue, arbitraryCatalogue, (one, other) => {
      const first = withCatalogue(model, one);
      assert.ok(sealHolds(first));
      const known = one.map(({ fault }) => fault);
      assert.deepEqual(carriedCatalogue(readMetadata(first), known).catalogue, one);
      // Another one takes its place, and without any the file is as it was, byte for byte.
      assert.deepEqual(withCatalogue(first, other), withCatalogue(model, other));
      assert.deepEqual(withCatalogue(first, []), model);
    });
    fc.assert(property, { numRuns: 25 });
  });

  it("changes no diagnosis", async () => {
    const named = withCatalogue(model, [plainEntry("node-crash", "Node down", "节点宕机")]);
    await using plain = await openModelBytes(model, "plain.onnx");
    await using opened = await openModelBytes(named, "named.onnx");
    assert.deepEqual(opened.card, plain.card);
    assert.equal(opened.catalogue().catalogue[0]?.name.zh, "节点宕机");
    const width = plain.card.features.length;
    const values = Float32Array.from({ length: 20 * width }, (_, at) => (at * 7919) % 1000);
    assert.deepEqual(await opened.model.run(values, 20), await plain.model.run(values, 20));
  });

  it("is left aside with a notice where it is broken or another model's", async () => {
    for (
      const [text, code] of [
        ["{", "catalogue/broken"],
        ['{"format":"systemhealer-faults","version":1,"faults":[{}]}', "catalogue/broken"],
        [printCatalogue([plainEntry("no such class", "x")]), "catalogue/foreign"],
      ] as const
    ) {
      await using opened = await openModelBytes(withText(text), "m.onnx");
      const { catalogue, notices } = opened.catalogue();
      assert.deepEqual([catalogue, notices.map((notice) => notice.code)], [[], [code]]);
    }
  });
});

describe("a catalogue file", () => {
  it("is read as it was written", () => {
    fc.assert(fc.property(arbitraryCatalogue, (catalogue) => {
      assert.deepEqual(parseCatalogue(printCatalogue(catalogue)), catalogue);
    }));
  });

  it("that is none is refused with the place and what to do", () => {
    const head = '{"format":"systemhealer-faults","version":';
    assert.equal(codeOf("[1,"), "catalogue/not-json");
    assert.equal(codeOf("[]"), "catalogue/not-a-catalogue");
    assert.equal(codeOf('{"format":"systemhealer-pipeline"}'), "catalogue/not-a-catalogue");
    assert.equal(codeOf(`${head}2,"faults":[]}`), "catalogue/from-the-future");
    assert.equal(codeOf(`${head}1}`), "catalogue/wrong-field");
    const twice = [plainEntry("a", "x"), plainEntry("a", "y")];
    assert.equal(codeOf(printCatalogue(twice)), "catalogue/wrong-field");
    assert.equal(codeOf(printCatalogue([])), "none");
  });
});
