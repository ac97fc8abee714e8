import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { paletteGroups } from "@/components/notebook/palette_entries.ts";
import { synonyms } from "@/components/notebook/palette_synonyms.ts";
import { describeCellKinds } from "@/pipeline/cells/cell_schema.ts";
import type { ApiKind } from "@/web/api_schema.ts";

const kinds = new Map<string, ApiKind>(
  describeCellKinds().map((kind) => [kind.kind, { ...kind, params: { ...kind.params } }]),
);
const withTable = { cells: [{ id: "simulate", kind: "simulate" }] };

/** The kinds that are found, the best first. */
function found(sought: string): string[] {
  return paletteGroups(kinds, withTable, 1, sought).flatMap(({ entries }) => entries)
    .toSorted((a, b) => b.score - a.score).map(({ kind }) => kind.kind);
}

describe("the palette", () => {
  const searches: readonly (readonly [string, string])[] = [
    ["missing", "impute"],
    ["normalise", "scale"],
    ["normalize", "scale"],
    ["xgboost", "train"],
    ["缺失", "impute"],
    ["归一化", "scale"],
    ["不平衡", "oversample-random"],
    ["混淆矩阵", "evaluate"],
    ["confusion matrix", "evaluate"],
    ["AutoML", "find-model"],
    ["scale", "scale"],
    ["note", "note"],
    ["dedupe", "drop-duplicates"],
    ["SHAP", "explain"],
    ["predict", "diagnose"],
  ];
  for (const [sought, kind] of searches) {
    it(`finds "${kind}" by "${sought}"`, () => assert.equal(found(sought)[0], kind));
  }

  it("shows every kind once before anything is typed, and none for nonsense", () => {
    assert.deepEqual(found("").toSorted(), [...kinds.keys()].toSorted());
    assert.deepEqual(found("no such thing"), []);
  });

  it("names kinds in its synonyms that there are, or will be", () => {
    const known = new Set([...kinds.keys(), "projection", "subset"]);
    assert.deepEqual(Object.keys(synonyms).filter((kind) => !known.has(kind)), []);
  });

  it("says what a kind needs, and which cells would give it", () => {
    const entry = (notebook: typeof withTable, kind: string) =>
      paletteGroups(kinds, notebook, notebook.cells.length, "").flatMap(({ entries }) => entries)
        .find((each) => each.kind.kind === kind);
    assert.deepEqual(entry(withTable, "evaluate")?.missing, ["model"]);
    assert.deepEqual(entry(withTable, "evaluate")?.needed, ["train"]);
    assert.deepEqual(entry({ cells: [] }, "evaluate")?.missing, ["model", "prepared"]);
    assert.deepEqual(entry({ cells: [] }, "evaluate")?.needed, ["import", "train"]);
    assert.deepEqual(entry(withTable, "scale")?.missing, []);
  });
});
