import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  blankEntry,
  changedFaults,
  entryOf,
  fillIn,
  rebase,
  takeOver,
  withEntry,
  withoutBlanks,
} from "@/components/faults/catalogue_draft.ts";
import { faultNames } from "@/components/fault_catalogue.ts";
import { faultCatalogueSchema } from "@/pipeline/model/fault_catalogue.ts";
import { faultKinds } from "@/pipeline/simulator/faults.ts";
import { knownFaults } from "@/pipeline/simulator/known_faults.ts";
import { arbitraryCatalogue, plainEntry } from "../../pipeline/model/fault_catalogues.ts";

describe("a catalogue that is being changed", () => {
  it("on top of what was saved elsewhere loses no change of either side", () => {
    const property = fc.property(
      arbitraryCatalogue,
      arbitraryCatalogue,
      arbitraryCatalogue,
      (base, mine, theirs) => {
        const { draft, contested } = rebase(base, mine, theirs);
        const ownChanges = changedFaults(base, mine);
        for (const fault of ownChanges) {
          assert.deepEqual(entryOf(draft, fault), entryOf(mine, fault));
        }
        for (const fault of changedFaults(base, theirs)) {
          if (ownChanges.includes(fault)) continue;
          assert.deepEqual(entryOf(draft, fault), entryOf(theirs, fault));
        }
        assert.ok(contested.every((fault) => ownChanges.includes(fault)));
        assert.ok(faultCatalogueSchema.safeParse(draft).success);
      },
    );
    fc.assert(property);
    assert.deepEqual(
      rebase([], [plainEntry("a", "mine")], [plainEntry("a", "yours"), plainEntry("b", "x")]),
      { draft: [plainEntry("a", "mine"), plainEntry("b", "x")], contested: ["a"] },
    );
  });

  it("is saved without entries that say nothing", () => {
    const empty = { ...blankEntry("a"), remedies: [{ en: " ", zh: "" }] };
    assert.deepEqual(withoutBlanks([empty, blankEntry("normal"), plainEntry("b", "x")]), [
      plainEntry("b", "x"),
    ]);
    assert.deepEqual(withEntry([plainEntry("b", "x")], plainEntry("b", "y")), [
      plainEntry("b", "y"),
    ]);
  });

  it("takes over what is said of its classes, and fills in only where nothing is said", () => {
    const mine = [plainEntry("normal", "All well")];
    const taken = takeOver(mine, [plainEntry("normal", "x"), plainEntry("q", "y")], ["normal"]);
    assert.deepEqual(taken, { draft: [plainEntry("normal", "x")], taken: 1 });
    const filled = fillIn(mine, knownFaults, ["normal", "node-crash", "mine alone"]);
    assert.equal(filled.taken, 1);
    assert.equal(entryOf(filled.draft, "normal").name.en, "All well");
    assert.equal(entryOf(filled.draft, "node-crash").severity, "critical");
  });
});

describe("the known faults", () => {
  it("are those of the simulated cluster, in both languages", () => {
    assert.deepEqual(
      knownFaults.map(({ fault }) => fault).sort(),
      ["normal", ...Object.keys(faultKinds)].sort(),
    );
    assert.ok(faultCatalogueSchema.safeParse(knownFaults).success);
    for (const { fault, name, description, remedies } of knownFaults) {
      const texts = [name, description, ...remedies];
      assert.ok(texts.every(({ en, zh }) => en !== "" && /\p{Script=Han}/u.test(zh)), fault);
      assert.equal(remedies.length > 0, fault !== "normal");
    }
  });
});

describe("the name of a fault", () => {
  const classes = ["a", "b", "normal"];
  it("is that of the catalogue in the language of the page, or in the other one, or the class", () => {
    const catalogue = [plainEntry("a", "Alpha", "甲"), plainEntry("b", " ", "乙")];
    const named = { classes, catalogue };
    assert.deepEqual(classes.map((fault) => faultNames(named, "zh")(fault).name), [
      "甲",
      "乙",
      "normal",
    ]);
    assert.equal(faultNames(named, "en")("a").name, "Alpha");
    assert.equal(faultNames(named, "en")("b").name, "乙");
  });

  it("has the colour that was chosen, grey where it is the normal state, else the usual one", () => {
    const catalogue = [
      { ...plainEntry("a", ""), colour: 7 },
      { ...plainEntry("b", ""), severity: "none" as const },
    ];
    const show = faultNames({ classes: [...classes, "c"], catalogue }, "en");
    assert.deepEqual(
      [show("a"), show("b"), show("normal"), show("c")].map(({ colour }) => colour),
      ["c7", "c0", "c0", "c3"],
    );
  });
});
