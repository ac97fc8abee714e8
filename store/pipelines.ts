import { z } from "zod";
import { HealerError } from "../pipeline/problem.ts";
import { jsonColumn, textColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { newId, type PipelineId, pipelineIdSchema } from "./ids.ts";
import { storeProblem } from "./problems.ts";

const pipelineSchema = z.object({
  id: pipelineIdSchema,
  name: textColumn,
  /** Counts the pipelines of this name, from 1. */
  version: z.int(),
  recipe: jsonColumn(z.unknown()),
  created: z.string(),
});

/** A saved pipeline. It never changes: saved again under its name, it gets the next version. */
export type Pipeline = Readonly<z.infer<typeof pipelineSchema>>;

const select = "SELECT id, name, version, recipe, created FROM pipelines";

/** The pipelines of a workspace. What is in a recipe the store does not know. */
export class Pipelines {
  constructor(private readonly database: Database) {}

  /** Saves a recipe as the next version of the pipeline `name`. */
  save(name: string, recipe: unknown): Pipeline {
    const id = newId(pipelineIdSchema);
    this.database.run(
      `INSERT INTO pipelines (id, name, version, recipe, created)
        SELECT ?1, ?2, coalesce(max(version), 0) + 1, ?3, ?4 FROM pipelines WHERE name = ?2`,
      id,
      toJson(name),
      toJson(recipe),
      timestamp(),
    );
    return this.get(id);
  }

  /** @throws {HealerError} `store/not-found` */
  get(id: PipelineId): Pipeline {
    const pipeline = this.database.one(pipelineSchema, `${select} WHERE id = ?`, id);
    if (pipeline === undefined) throw new HealerError(storeProblem.notFound("pipeline", id));
    return pipeline;
  }

  /** The last version of every pipeline, newest first. */
  list(): Pipeline[] {
    return this.database.all(
      pipelineSchema,
      `${select} AS pipeline WHERE version =
        (SELECT max(version) FROM pipelines WHERE name = pipeline.name) ORDER BY rowid DESC`,
    );
  }

  /** All versions of the pipeline `name`, newest first. */
  versions(name: string): Pipeline[] {
    return this.database.all(
      pipelineSchema,
      `${select} WHERE name = ? ORDER BY version DESC`,
      toJson(name),
    );
  }
}
