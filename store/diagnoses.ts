import { z } from "zod";
import type { BlobRef, Blobs } from "./blobs.ts";
import { jsonColumn, textColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { type DiagnosisId, diagnosisIdSchema, modelIdSchema, newId } from "./ids.ts";
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
  /** The blob: that file; null where it was not kept. */
  sourceSha256: z.string().nullable(),
  sourceBytes: z.int().nullable(),
  sourceMedia: z.string().nullable(),
  /** How it is made; the store does not know. */
  settings: jsonColumn(z.unknown()),
  state: z.enum(["running", "done", "failed"]),
  /** How often it was begun. */
  attempts: z.int(),
  /** Why it has failed; null where it has not. */
  problem: jsonColumn(z.unknown()),
  /** The blob: the result, a CSV file; null where there is none yet. */
  sha256: z.string().nullable(),
  bytes: z.int().nullable(),
  rows: z.int(),
  /** Rows diagnosed as each class, in the order of the model's classes. */
  counts: jsonColumn(countsSchema),
  /** The blob: the result once more, as Parquet; null where it was not kept. */
  tableSha256: z.string().nullable(),
  tableBytes: z.int().nullable(),
  /** The blob: the features of the rows as the model has read them, as Parquet; null where they were not kept. */
  featuresSha256: z.string().nullable(),
  featuresBytes: z.int().nullable(),
  /** What else there is to say; the store does not know. */
  details: jsonColumn(z.unknown()),
  created: z.string(),
  deleted: z.string().nullable(),
});

const figuresSchema = z.object({ figures: jsonColumn(z.unknown()) });

/** The stored result of a model on the rows of a file, or the work on it. */
export type Diagnosis = Readonly<z.infer<typeof diagnosisSchema>>;

/** A diagnosis that is begun. */
export interface BegunDiagnosis extends Pick<Diagnosis, "model" | "source"> {
  readonly file: BlobRef & { readonly media: string };
  readonly settings: unknown;
}

/** What came of it. */
export interface DiagnosisOutcome extends Pick<Diagnosis, "rows" | "counts"> {
  readonly result: BlobRef;
  readonly table?: BlobRef;
  readonly features?: BlobRef;
  readonly details?: unknown;
  /** They are read by themselves: see {@linkcode Diagnoses.figures}. */
  readonly figures?: readonly unknown[];
}

/** A diagnosis with its result. */
export type NewDiagnosis = DiagnosisOutcome & Pick<Diagnosis, "model" | "source">;

const columns =
  `id, model, name, source, source_sha256 AS sourceSha256, source_bytes AS sourceBytes,
  source_media AS sourceMedia, settings, state, attempts, problem, sha256, bytes, rows, counts,
  table_sha256 AS tableSha256, table_bytes AS tableBytes, features_sha256 AS featuresSha256,
  features_bytes AS featuresBytes, details, created, deleted`;

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
  add({ model, source, ...outcome }: NewDiagnosis): Diagnosis {
    return this.database.transaction(() => {
      const id = this.insert(model, source, null);
      return this.finish(id, outcome);
    });
  }

  /** Takes down that a file is being diagnosed. @throws {HealerError} as {@linkcode add} */
  begin({ model, source, file, settings }: BegunDiagnosis): Diagnosis {
    this.blobs.path(file.sha256);
    return this.database.transaction(() => {
      const id = this.insert(model, source, settings);
      this.database.run(
        "UPDATE diagnoses SET source_sha256 = ?, source_bytes = ?, source_media = ? WHERE id = ?",
        file.sha256,
        file.bytes,
        file.media,
        id,
      );
      return this.find(id);
    });
  }

  /** Keeps what came of it. @throws {HealerError} `store/not-found`, `store/missing-blob` */
  finish(id: DiagnosisId, outcome: DiagnosisOutcome): Diagnosis {
    const { result, rows, counts, table, features, details = null, figures = [] } = outcome;
    for (const blob of [result, table, features]) {
      if (blob !== undefined) this.blobs.path(blob.sha256);
    }
    this.database.run(
      `UPDATE diagnoses SET state = 'done', problem = 'null', sha256 = ?, bytes = ?, rows = ?, counts = ?,
        table_sha256 = ?, table_bytes = ?, features_sha256 = ?, features_bytes = ?, details = ?, figures = ?
        WHERE id = ?`,
      result.sha256,
      result.bytes,
      rows,
      toJson(counts),
      table?.sha256 ?? null,
      table?.bytes ?? null,
      features?.sha256 ?? null,
      features?.bytes ?? null,
      toJson(details),
      toJson(figures),
      id,
    );
    return this.find(id);
  }

  /** Takes down why there is no result. @throws {HealerError} `store/not-found` */
  fail(id: DiagnosisId, problem: unknown): Diagnosis {
    this.database.run(
      "UPDATE diagnoses SET state = 'failed', problem = ? WHERE id = ?",
      toJson(problem),
      id,
    );
    return this.find(id);
  }

  /** Begins anew what was cut off or has failed. @throws {HealerError} `store/not-found` */
  beginAgain(id: DiagnosisId): Diagnosis {
    this.database.run(
      "UPDATE diagnoses SET state = 'running', problem = 'null', attempts = attempts + 1 WHERE id = ?",
      id,
    );
    return this.find(id);
  }

  /** Forgets it at once: it cannot be restored. */
  remove(id: DiagnosisId): void {
    this.database.run("DELETE FROM diagnoses WHERE id = ?", id);
  }

  /** Those that have not ended, oldest first: at the start of a server those that the last one has left. */
  running(): Diagnosis[] {
    return this.database.all(
      diagnosisSchema,
      `${this.select} WHERE state = 'running' ORDER BY rowid`,
    );
  }

  /** The figures of a diagnosis; the store does not know them. */
  figures(id: DiagnosisId): unknown {
    return this.database.one(
      figuresSchema,
      "SELECT figures FROM diagnoses WHERE id = ?",
      id,
    )?.figures;
  }

  private insert(model: Diagnosis["model"], source: string, settings: unknown): DiagnosisId {
    this.models.find(model);
    const id = newId(diagnosisIdSchema);
    this.database.run(
      `INSERT INTO diagnoses (id, model, name, source, settings, state, attempts, problem, rows, counts,
        details, figures, created) VALUES (?, ?, ?, ?, ?, 'running', 1, 'null', 0, '[]', 'null', '[]', ?)`,
      id,
      model,
      toJson(source),
      toJson(source),
      toJson(settings),
      timestamp(),
    );
    return id;
  }
}
