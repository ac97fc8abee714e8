import pl from "nodejs-polars";
import type { BlobRef } from "@/store/blobs.ts";
import type { Diagnosis } from "@/store/diagnoses.ts";
import type { Model } from "@/store/models.ts";
import type { Workspace } from "@/store/workspace.ts";

/** The rows of a diagnosis: by feature, null = missing; a row of nulls alone was not read. */
export interface ExampleRows {
  readonly features: Readonly<Record<string, readonly (number | null)[]>>;
  readonly ids: readonly string[];
  readonly diagnoses: readonly (string | null)[];
  readonly warnings: readonly string[];
}

/** Keeps a diagnosis as one that was made from a file; without its features it is as old versions left them. */
export async function addExampleDiagnosis(
  { blobs, diagnoses }: Workspace,
  model: Model,
  rows: ExampleRows,
  { withFeatures }: { readonly withFeatures: boolean },
): Promise<Diagnosis> {
  const put = async (columns: Readonly<Record<string, readonly unknown[]>>): Promise<BlobRef> =>
    await blobs.put(new Uint8Array(pl.DataFrame({ ...columns }).writeParquet()));
  const table = await put({
    host: rows.ids,
    diagnosis: rows.diagnoses,
    warnings: rows.warnings,
  });
  return diagnoses.add({
    model: model.id,
    source: "tonight.csv",
    result: await blobs.put(new TextEncoder().encode("host,diagnosis,warnings\n")),
    table,
    ...(withFeatures ? { features: await put(rows.features) } : {}),
    rows: rows.ids.length,
    counts: [],
  });
}
