import { z } from "zod";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";
import { takeRows } from "@/pipeline/table/feature_matrix.ts";
import { cyclicRows, rowsWhere } from "./cyclic_rows.ts";
import type { LabelledRows } from "./labelled_rows.ts";

const lineSchema = z.object({
  learner: z.string(),
  params: z.record(z.string(), z.unknown()),
  /** Of the 12 rows of {@linkcode referenceQueries}. */
  probabilities: z.array(z.number()).optional(),
  nodes: z.int().optional(),
  loss: z.number().optional(),
});

const lines = Deno.readTextFileSync(new URL("classifier_references.jsonl", import.meta.url))
  .trimEnd().split("\n").map((line) => lineSchema.parse(JSON.parse(line)));

/** What scikit-learn's classifier of that kind gave in `classifier_references.py`. */
export function referencesOf(learner: string): readonly z.infer<typeof lineSchema>[] {
  const found = lines.filter((line) => line.learner === learner);
  if (found.length === 0) throw new Error(`classifier_references.jsonl has nothing of ${learner}`);
  return found;
}

/** The 94 rows that the references were learnt from, 14 of them of the last class. */
export function referenceRows(): LabelledRows {
  return rowsWhere(cyclicRows(), (row, code) => code !== 2 || row % 9 === 2);
}

/** The 12 rows that the references were asked about. */
export function referenceQueries(): FeatureMatrix {
  const rows = takeRows(cyclicRows().matrix, Array.from({ length: 12 }, (_, row) => row));
  return { ...rows, values: rows.values.map((value) => value + 0.03) };
}
