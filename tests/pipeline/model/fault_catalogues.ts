import fc from "fast-check";
import type { FaultCatalogue, FaultEntry } from "@/pipeline/model/fault_catalogue.ts";

const anyText = fc.string({ unit: "binary", maxLength: 60 });
const text = fc.record({ en: anyText, zh: anyText });

/** Any entry that is one, with texts of every kind. */
const entry: fc.Arbitrary<FaultEntry> = fc.record({
  fault: fc.oneof(anyText, fc.constantFrom("normal", "__proto__", "</script>", "\ud800")),
  name: text,
  description: text,
  severity: fc.constantFrom("none", "low", "medium", "high", "critical"),
  colour: fc.option(fc.integer({ min: 1, max: 8 })),
  remedies: fc.array(
    fc.record({ en: anyText, zh: anyText, id: fc.string({ minLength: 1 }) }, {
      requiredKeys: ["en", "zh"],
    }),
    { maxLength: 3 },
  ),
});

/** Any fault catalogue; at most one entry a class. */
export const arbitraryCatalogue: fc.Arbitrary<FaultCatalogue> = fc.uniqueArray(entry, {
  selector: ({ fault }) => fault,
  maxLength: 8,
}).map((entries) => structuredClone(entries)); // objects as JSON gives them

/** A catalogue entry that says little. */
export function plainEntry(fault: string, en: string, zh = ""): FaultEntry {
  const description = { en: "", zh: "" };
  return { fault, name: { en, zh }, description, severity: "high", colour: null, remedies: [] };
}
