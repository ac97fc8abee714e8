import { z } from "zod";
import type { BlobRef, Blobs } from "./blobs.ts";
import { jsonColumn, textColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { diagnosisIdSchema, modelIdSchema, newId } from "./ids.ts";
import type { Models } from "./models.ts";
import { Shelf } from "./shelf.ts";

/** A list, not an object: a class may have any name, `__proto__` too. */
const countsSchema = z.array(z.object({ fault: z.string(), rows: z.int() }));

const diagnosisSchema = z.object({
  id: diagnosisIdSchema,
  model: modelIdSchema,
  /** What the user calls it: at first as the file. */
  name: textColumn,
  /** The name of the file that was diagnosed. */
  source: textColumn,
  /** The blob: the result, a CSV file. */
  sha256: z.string(),
  bytes: z.int(),
  rows: z.int(),
  /** Rows diagnosed as each class, in the order of the model's classes. */
  counts: jsonColumn(countsSchema),
  /** The blob: the result once more, as Parquet; null where it was not kept. */
  tableSha256: z.string().nullable(),
  tableBytes: z.int().nullable(),
  /** What else there is to say; the store does not know. */
  details: jsonColumn(z.unknown()),
  created: z.string(),
  deleted: z.string().nullable(),
});

/** The stored result of a model on the rows of a file. */
export type Diagnosis = Readonly<z.infer<typeof diagnosisSchema>>;

/** A diagnosis to be stored. */
export interface NewDiagnosis extends Pick<Diagnosis, "model" | "source" | "rows" | "counts"> {
  readonly result: BlobRef;
  readonly table?: BlobRef;
  readonly details?: unknown;
}

const columns = `id, model, name, source, sha256, bytes, rows, counts, table_sha256 AS tableSha256,
  table_bytes AS tableBytes, details, created, deleted`;

/** The diagnoses of a workspace. */
export class Diagnoses extends Shelf<Diagnosis> {
  constructor(
    database: Database,
    private readonly blobs: Blobs,
    private readonly models: Models,
  ) {
    super(database, { table: "diagnoses", kind: "diagnosis", columns, schema: diagnosisSchema });
  }

  /** By a model that may have been deleted meanwhile. @throws {HealerError} `store/not-found` for the model; `store/missing-blob` where the result was not stored before */
  add(diagnosis: NewDiagnosis): Diagnosis {
    const { model, source, result, rows, counts, table, details = null } = diagnosis;
    this.models.find(model);
    for (const { sha256 } of table === undefined ? [result] : [result, table]) {
      this.blobs.path(sha256);
    }
    const id = newId(diagnosisIdSchema);
    this.database.run(
      `INSERT INTO diagnoses (id, model, name, source, sha256, bytes, rows, counts, table_sha256, table_bytes,
        details, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      model,
      toJson(source),
      toJson(source),
      result.sha256,
      result.bytes,
      rows,
      toJson(counts),
      table?.sha256 ?? null,
      table?.bytes ?? null,
      toJson(details),
      timestamp(),
    );
    return this.get(id);
  }
}
