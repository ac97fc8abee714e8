import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";

/** How many rows were given each class. */
export function knownCounts(
  { counts }: Pick<DiagnosisAnswer, "counts">,
): readonly { readonly fault: string; readonly rows: number }[] {
  return counts;
}
