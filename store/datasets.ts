import { z } from "zod";
import type { Blobs } from "./blobs.ts";
import { jsonColumn, textColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { type DatasetId, datasetIdSchema, newId } from "./ids.ts";
import { Shelf } from "./shelf.ts";

const textSchema = z.object({ en: z.string(), zh: z.string() });

const placeSchema = z.object({
  file: z.string().exactOptional(),
  line: z.number().exactOptional(),
  column: z.number().exactOptional(),
  cell: z.string().exactOptional(),
  param: z.string().exactOptional(),
});

const noticeSchema = z.object({
  code: z.string(),
  message: textSchema,
  place: placeSchema.exactOptional(),
});

const columnSchema = z.object({
  name: z.string(),
  type: z.enum(["number", "text", "boolean", "time"]),
  role: z.enum(["feature", "label", "id", "group", "time", "ignored"]),
  /** Why the column has this role. */
  reason: textSchema,
  /** False where the user named the role. */
  guessed: z.boolean(),
});

const readingSchema = z.object({
  format: guess(z.enum(["csv", "parquet"])),
  encoding: guess(z.string()).exactOptional(),
  delimiter: guess(z.string()).exactOptional(),
  quote: guess(z.string()).exactOptional(),
  decimal: guess(z.enum([".", ","])).exactOptional(),
  header: guess(z.boolean()).exactOptional(),
});

const datasetSchema = z.object({
  id: datasetIdSchema,
  name: textColumn,
  /** The blob: a Parquet file. */
  sha256: z.string(),
  bytes: z.int(),
  /** The blob of the file that was imported, as it came. */
  sourceSha256: z.string(),
  sourceBytes: z.int(),
  /** Its media type. */
  sourceMedia: z.string(),
  /** The params, but for the file, with which an import cell reads that file as this table. */
  params: jsonColumn(z.record(z.string(), z.unknown())),
  rows: z.int(),
  columns: jsonColumn(z.array(columnSchema)),
  /** How the file was understood. */
  reading: jsonColumn(readingSchema),
  notices: jsonColumn(z.array(noticeSchema)),
  /** Rows set aside and cells made missing because they could not be read. */
  quarantinedRows: z.int(),
  quarantinedCells: z.int(),
  /** The blob of these, JSON: `{rows: BadRow[], cells: BadCell[]}`, at most 10,000 each; null where there are none. */
  quarantineSha256: z.string().nullable(),
  created: z.string(),
  deleted: z.string().nullable(),
});

/** An imported table. Only its name changes. */
export type Dataset = Readonly<z.infer<typeof datasetSchema>>;

const columns = `id, name, sha256, bytes, source_sha256 AS sourceSha256,
  source_bytes AS sourceBytes, source_media AS sourceMedia, params, rows, columns,
  reading, notices, quarantined_rows AS quarantinedRows, quarantined_cells AS quarantinedCells,
  quarantine_sha256 AS quarantineSha256, created, deleted`;

/** The datasets of a workspace. */
export class Datasets extends Shelf<Dataset> {
  constructor(database: Database, private readonly blobs: Blobs) {
    super(database, { table: "datasets", kind: "dataset", columns, schema: datasetSchema });
  }

  /** @throws {HealerError} `store/missing-blob` where a blob was not stored before */
  add(dataset: Omit<Dataset, "id" | "created" | "deleted">): Dataset {
    this.blobs.path(dataset.sha256);
    this.blobs.path(dataset.sourceSha256);
    if (dataset.quarantineSha256 !== null) this.blobs.path(dataset.quarantineSha256);
    const id = newId(datasetIdSchema);
    this.database.run(
      `INSERT INTO datasets (id, name, sha256, bytes, source_sha256, source_bytes, source_media, params,
        rows, columns, reading, notices, quarantined_rows, quarantined_cells, quarantine_sha256, created)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      toJson(dataset.name),
      dataset.sha256,
      dataset.bytes,
      dataset.sourceSha256,
      dataset.sourceBytes,
      dataset.sourceMedia,
      toJson(dataset.params),
      dataset.rows,
      toJson(dataset.columns),
      toJson(dataset.reading),
      toJson(dataset.notices),
      dataset.quarantinedRows,
      dataset.quarantinedCells,
      dataset.quarantineSha256,
      timestamp(),
    );
    return this.get(id);
  }

  /** The same table once more, under another name. @throws {HealerError} `store/not-found`, `store/deleted` */
  duplicate(id: DatasetId, name: string): Dataset {
    return this.add({ ...this.get(id), name });
  }
}

function guess<Value>(
  value: z.ZodType<Value>,
): z.ZodType<{ value: Value; reason: { en: string; zh: string }; guessed: boolean }> {
  return z.object({ value, reason: textSchema, guessed: z.boolean() });
}
