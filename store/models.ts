import { z } from "zod";
import type { BlobRef, Blobs } from "./blobs.ts";
import { jsonColumn, textColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { datasetIdSchema, type ModelId, modelIdSchema, newId, notebookIdSchema } from "./ids.ts";
import { Shelf } from "./shelf.ts";

const modelSchema = z.object({
  id: modelIdSchema,
  name: textColumn,
  /** Counts the models of this name, from 1. */
  version: z.int(),
  /** The blob: an ONNX file. */
  sha256: z.string(),
  bytes: z.int(),
  /** The model card, as it is in the file too. */
  card: jsonColumn(z.unknown()),
  /** Where it was trained and on what; null where that is not known. */
  notebook: notebookIdSchema.nullable(),
  dataset: datasetIdSchema.nullable(),
  created: z.string(),
  deleted: z.string().nullable(),
});

/** A stored model. Only its name changes. */
export type Model = Readonly<z.infer<typeof modelSchema>>;

/** A model to be stored. */
export interface NewModel extends Pick<Model, "name" | "card" | "notebook" | "dataset"> {
  readonly file: BlobRef;
}

const columns = "id, name, version, sha256, bytes, card, notebook, dataset, created, deleted";

/** The models of a workspace. */
export class Models extends Shelf<Model> {
  constructor(database: Database, private readonly blobs: Blobs) {
    super(database, { table: "models", kind: "model", columns, schema: modelSchema });
  }

  /**
   * Adds a model as the next version of its name.
   *
   * @throws {HealerError} `store/missing-blob` where the file was not stored before
   */
  add({ name, file, card, notebook, dataset }: NewModel): Model {
    this.blobs.path(file.sha256);
    const id = newId(modelIdSchema);
    this.database.run(
      `INSERT INTO models (id, name, version, sha256, bytes, card, notebook, dataset, created)
        SELECT ?1, ?2, coalesce(max(version), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8
        FROM models WHERE name = ?2`,
      id,
      toJson(name),
      file.sha256,
      file.bytes,
      toJson(card),
      notebook,
      dataset,
      timestamp(),
    );
    return this.get(id);
  }

  /**
   * Gives a model another name, of which it becomes the next version.
   *
   * @throws {HealerError} `store/not-found`, `store/deleted`
   */
  override rename(id: ModelId, name: string): Model {
    if (this.get(id).name !== name) {
      this.database.run(
        `UPDATE models SET name = ?1,
          version = (SELECT coalesce(max(version), 0) + 1 FROM models WHERE name = ?1) WHERE id = ?2`,
        toJson(name),
        id,
      );
    }
    return this.get(id);
  }

  /** The same model once more, under another name. @throws {HealerError} `store/not-found`, `store/deleted` */
  duplicate(id: ModelId, name: string): Model {
    const { sha256, bytes, ...model } = this.get(id);
    return this.add({ ...model, name, file: { sha256, bytes } });
  }

  /** The first model with this file that was not deleted; undefined where there is none. */
  ofFile(sha256: string): Model | undefined {
    return this.database.one(
      modelSchema,
      `${this.select} WHERE sha256 = ? AND deleted IS NULL ORDER BY rowid LIMIT 1`,
      sha256,
    );
  }
}
