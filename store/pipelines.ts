import { z } from "zod";
import { HealerError } from "../pipeline/problem.ts";
import { jsonColumn, textColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { newId, type PipelineId, pipelineIdSchema } from "./ids.ts";
import { storeProblem } from "./problems.ts";
import { Shelf } from "./shelf.ts";

const pipelineSchema = z.object({
  id: pipelineIdSchema,
  name: textColumn,
  /** The number of its last version, from 1. */
  version: z.int(),
  /** What that version holds. */
  document: jsonColumn(z.unknown()),
  created: z.string(),
  /** When the last version was saved. */
  updated: z.string(),
  deleted: z.string().nullable(),
});

const versionSchema = z.object({
  version: z.int(),
  document: jsonColumn(z.unknown()),
  created: z.string(),
});

/** A saved pipeline as its last version has it. */
export type Pipeline = Readonly<z.infer<typeof pipelineSchema>>;

/** One version of a pipeline. It never changes. */
export type PipelineVersion = Readonly<z.infer<typeof versionSchema>>;

const last = (column: string): string =>
  `(SELECT ${column} FROM pipeline_versions WHERE pipeline = pipelines.id
    ORDER BY version DESC LIMIT 1)`;

const columns = `id, name, ${last("version")} AS version, ${last("document")} AS document,
  created, ${last("created")} AS updated, deleted`;

/** The pipelines of a workspace. What is in a document the store does not know. */
export class Pipelines extends Shelf<Pipeline> {
  constructor(database: Database) {
    super(database, { table: "pipelines", kind: "pipeline", columns, schema: pipelineSchema });
  }

  /**
   * Saves a document as the next version of the pipeline `name`, or as the first of a new one. The same document
   * as the last version is no new version.
   */
  save(name: string, document: unknown): Pipeline {
    return this.database.transaction(() => {
      const known = this.named(name);
      const text = toJson(document);
      if (known !== undefined && toJson(known.document) === text) return known;
      const id = known?.id ?? newId(pipelineIdSchema);
      const now = timestamp();
      if (known === undefined) {
        const sql = "INSERT INTO pipelines (id, name, created) VALUES (?, ?, ?)";
        this.database.run(sql, id, toJson(name), now);
      }
      this.database.run(
        "INSERT INTO pipeline_versions (pipeline, version, document, created) VALUES (?, ?, ?, ?)",
        id,
        (known?.version ?? 0) + 1,
        text,
        now,
      );
      return this.get(id);
    });
  }

  /** The pipeline that is called so and was not deleted, the newest where there are several. */
  named(name: string): Pipeline | undefined {
    return this.database.one(
      pipelineSchema,
      `${this.select} WHERE name = ? AND deleted IS NULL ORDER BY rowid DESC LIMIT 1`,
      toJson(name),
    );
  }

  /** All versions of a pipeline, newest first. @throws {HealerError} `store/not-found`, `store/deleted` */
  versions(id: PipelineId): PipelineVersion[] {
    return this.database.all(
      versionSchema,
      `SELECT version, document, created FROM pipeline_versions
        WHERE pipeline = ? ORDER BY version DESC`,
      this.get(id).id,
    );
  }

  /** One version, the last by default. @throws {HealerError} `store/not-found`, `store/deleted` */
  version(id: PipelineId, version?: number): PipelineVersion {
    const wanted = version ?? this.get(id).version;
    const found = this.versions(id).find((each) => each.version === wanted);
    if (found === undefined) {
      throw new HealerError(storeProblem.notFound("pipelineVersion", String(wanted)));
    }
    return found;
  }
}
