import { z } from "zod";
import { jsonColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { type ModelId, modelIdSchema } from "./ids.ts";

const catalogueSchema = z.object({
  model: modelIdSchema,
  /** What tells which other models speak of the same faults. */
  lineage: jsonColumn(z.unknown()),
  /** null where there was one, and its saving was undone. */
  content: jsonColumn(z.unknown()),
  /** What undoing the last change brings back. */
  before: jsonColumn(z.unknown()),
  saved: z.string(),
});

/** The fault catalogue of one model, and how it was before. What is in it the store does not know. */
export type StoredCatalogue = Readonly<z.infer<typeof catalogueSchema>>;

const select = "SELECT model, lineage, content, before, saved FROM catalogues";

/** The fault catalogues of a workspace. They outlive their models, whose names others take over. */
export class Catalogues {
  constructor(private readonly database: Database) {}

  /** All that there are; those of newer models first. */
  list(): StoredCatalogue[] {
    return this.database.all(catalogueSchema, `${select} ORDER BY model_created DESC, model`);
  }

  /** The one of a model; undefined where none was ever saved. */
  find(model: ModelId): StoredCatalogue | undefined {
    return this.database.one(catalogueSchema, `${select} WHERE model = ?`, model);
  }

  /** Saves the catalogue of a model; the one before it can be brought back by {@linkcode undo}. */
  save(
    model: { readonly id: ModelId; readonly created: string },
    content: unknown,
    lineage: unknown,
  ): void {
    this.database.run(
      `INSERT INTO catalogues (model, model_created, lineage, content, before, saved)
        VALUES (?1, ?2, ?3, ?4, 'null', ?5)
        ON CONFLICT (model) DO UPDATE
        SET lineage = ?3, before = content, content = ?4, saved = ?5`,
      model.id,
      model.created,
      toJson(lineage),
      toJson(content),
      timestamp(),
    );
  }

  /** Brings back what was there before the last change, which a second call undoes in turn. */
  undo(model: ModelId): void {
    this.database.run(
      "UPDATE catalogues SET content = before, before = content, saved = ? WHERE model = ?",
      timestamp(),
      model,
    );
  }
}
