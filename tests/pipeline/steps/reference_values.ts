import { z } from "zod";
import type { FeatureMatrix } from "@/pipeline/table/feature_matrix.ts";

const lineSchema = z.object({
  case: z.string(),
  rows: z.array(z.array(z.number().nullable().transform((value) => value ?? NaN))),
});

const lines = Deno.readTextFileSync(new URL("reference_values.jsonl", import.meta.url))
  .trimEnd().split("\n").map((line) => lineSchema.parse(JSON.parse(line)));

/** The rows of one case of `reference_values.py`, NaN = missing. */
export function referenceRows(name: string): readonly (readonly number[])[] {
  const line = lines.find((line) => line.case === name);
  if (line === undefined) throw new Error(`reference_values.jsonl has no case "${name}"`);
  return line.rows;
}

/** The table that every case of `reference_values.py` starts from. */
export function referenceTable(): FeatureMatrix {
  return matrixOf(referenceRows("table"));
}

/** Rows as a matrix with the columns a, b, c and so on. */
export function matrixOf(rows: readonly (readonly number[])[]): FeatureMatrix {
  const width = rows[0]?.length ?? 0;
  return {
    names: Array.from({ length: width }, (_, column) => String.fromCharCode(97 + column)),
    rows: rows.length,
    values: Float32Array.from(rows.flat()),
  };
}
