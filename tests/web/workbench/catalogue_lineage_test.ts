import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type CatalogueLineage, isSameProduct } from "@/web/workbench/catalogue_lineage.ts";

const digits = ["0", "1", "2", "3", "4", "5"];
const numbered = Array.from({ length: 107 }, (_, index) => `feature${index}`);
const kpis = ["cpu_busy_share", "disk_write_latency", "lock_waits", "replica lag"];

function lineage(changes: Partial<CatalogueLineage>): CatalogueLineage {
  return {
    name: "train",
    version: 1,
    sha256: crypto.randomUUID(),
    parents: [],
    notebook: crypto.randomUUID(),
    data: crypto.randomUUID(),
    label: "label",
    classes: digits,
    features: numbered,
    ...changes,
  };
}

function same(one: Partial<CatalogueLineage>, other: Partial<CatalogueLineage> = {}): boolean {
  const [a, b] = [lineage(one), lineage(other)];
  assert.equal(isSameProduct(a, b), isSameProduct(b, a));
  return isSameProduct(a, b);
}

describe("whether two models speak of the same faults", () => {
  it("holds for models of one notebook or one table, or one made from the other", () => {
    assert.ok(same({ notebook: "n", name: "a" }, { notebook: "n", classes: [...digits, "6"] }));
    assert.ok(same({ data: "d", name: "a" }, { data: "d", features: numbered.slice(1) }));
    assert.ok(same({ sha256: "s", name: "a" }, { parents: ["s"] }));
  });

  it("does not hold for labels 0 to 5 over numbered columns of another product", () => {
    assert.ok(!same({ name: "a10" }));
    assert.ok(!same({}, { features: numbered.slice(0, 60) }));
    assert.ok(!same({ notebook: null }, { notebook: null, name: "b" }));
  });

  it("holds where the KPIs have telling names, unless their labels may mean anything", () => {
    assert.ok(same({ features: kpis, name: "a" }, { features: kpis.slice(1) }));
    assert.ok(!same({ features: kpis, label: "grade" }, { features: kpis }));
    const classes = ["disk-full", "Normal", "lock-storm"];
    assert.ok(same({ features: kpis, label: "a", classes }, { features: kpis, classes }));
  });

  it("holds for models of one name with exactly the same columns", () => {
    assert.ok(same({}, {}));
    assert.ok(!same({}, { features: numbered.slice(1) }));
  });

  it("never holds where they share few classes or few KPIs", () => {
    assert.ok(!same({ notebook: "n" }, { notebook: "n", classes: ["a", "b", "0"] }));
    assert.ok(!same({ data: "d" }, { data: "d", features: kpis }));
  });
});
