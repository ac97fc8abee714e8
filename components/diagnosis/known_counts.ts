import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";

/** How many rows were given each class, those that fit nothing known left out. */
export function knownCounts(
  { counts, unknownCounts }: Pick<DiagnosisAnswer, "counts" | "unknownCounts">,
): readonly { readonly fault: string; readonly rows: number }[] {
  const unknown = new Map(unknownCounts.map(({ fault, rows }) => [fault, rows]));
  return counts.map(({ fault, rows }) => ({ fault, rows: rows - (unknown.get(fault) ?? 0) }));
}
