import type { AddRowsParams } from "@/pipeline/cells/add_rows.ts";
import type { Incident } from "@/pipeline/diagnosis/findings.ts";
import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import type { Text } from "@/pipeline/problem.ts";
import { isNormalLabel } from "@/pipeline/table/normal_label.ts";

type RowRange = AddRowsParams["incidents"][number];

/** The class that a name stands for: one that the model knows, by its name in the data or what people call it. */
export function classOf(
  name: string,
  classes: readonly string[],
  catalogue: FaultCatalogue,
): { readonly fault: string; readonly isNew: boolean } {
  const known = classes.find((fault) => fault === name) ??
    catalogue.find((entry) =>
      classes.includes(entry.fault) && (entry.name.en === name || entry.name.zh === name)
    )?.fault;
  return known === undefined ? { fault: name, isNew: true } : { fault: known, isNew: false };
}

/** Which rows belong to which incident, where those of each stand together; empty where they do not. */
export function rowRanges(incidents: readonly Incident[]): RowRange[] {
  const ordered = incidents.toSorted((a, b) => a.firstRow - b.firstRow);
  let next = 1;
  for (const { firstRow, rows } of ordered) {
    if (firstRow !== next) return [];
    next += rows;
  }
  return ordered.map(({ group, firstRow, rows }) => ({ group, firstRow, rows }));
}

/** A catalogue that knows a new class by its name. */
export function withName(
  catalogue: FaultCatalogue,
  fault: string,
  language: keyof Text,
): FaultCatalogue {
  if (catalogue.some((entry) => entry.fault === fault)) return catalogue;
  const name = { en: "", zh: "", [language]: fault };
  const severity = isNormalLabel(fault) ? "none" : "medium";
  const description = { en: "", zh: "" };
  return [...catalogue, { fault, name, description, severity, colour: null, remedies: [] }];
}
