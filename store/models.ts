import { z } from "zod";
import { HealerError } from "../pipeline/problem.ts";
import type { BlobRef, Blobs } from "./blobs.ts";
import { jsonColumn, textColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { datasetIdSchema, type ModelId, modelIdSchema, newId, notebookIdSchema } from "./ids.ts";
import { storeProblem } from "./problems.ts";

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
});

/** A stored model. It never changes. */
export type Model = Readonly<z.infer<typeof modelSchema>>;

/** A model to be stored. */
export interface NewModel extends Pick<Model, "name" | "card" | "notebook" | "dataset"> {
  readonly file: BlobRef;
}

const select =
  "SELECT id, name, version, sha256, bytes, card, notebook, dataset, created FROM models";

/** The models of a workspace. */
export class Models {
  constructor(private readonly database: Database, private readonly blobs: Blobs) {}

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

  /** @throws {HealerError} `store/not-found` */
  get(id: ModelId): Model {
    const model = this.database.one(modelSchema, `${select} WHERE id = ?`, id);
    if (model === undefined) throw new HealerError(storeProblem.notFound("model", id));
    return model;
  }

  /** The newest model with this file; undefined where there is none. */
  ofFile(sha256: string): Model | undefined {
    return this.database.one(
      modelSchema,
      `${select} WHERE sha256 = ? ORDER BY rowid DESC LIMIT 1`,
      sha256,
    );
  }

  /** All models in all versions, newest first. */
  list(): Model[] {
    return this.database.all(modelSchema, `${select} ORDER BY rowid DESC`);
  }
}
