import { z } from "zod";
import { HealerError } from "../pipeline/problem.ts";
import type { BlobRef, Blobs } from "./blobs.ts";
import { textColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { newId, type UploadId, uploadIdSchema } from "./ids.ts";
import { storeProblem } from "./problems.ts";

const uploadSchema = z.object({
  id: uploadIdSchema,
  /** What the user calls the file; a label and nothing else. */
  name: textColumn,
  /** The blob: the file as it came. */
  sha256: z.string(),
  bytes: z.int(),
  /** Its media type. */
  media: z.string(),
  created: z.string(),
});

/** A file that a user brought, as it came. It never changes. */
export type Upload = Readonly<z.infer<typeof uploadSchema>>;

/** A file to be kept. */
export interface NewUpload extends Pick<Upload, "name" | "media"> {
  readonly file: BlobRef;
}

const select = "SELECT id, name, sha256, bytes, media, created FROM uploads";

/** The files that users brought into a workspace: what the cells that import read. */
export class Uploads {
  constructor(private readonly database: Database, private readonly blobs: Blobs) {}

  /**
   * Adds a file; the one there is where it has the same name and content already.
   *
   * @throws {HealerError} `store/missing-blob` where the file was not stored before
   */
  add({ name, media, file }: NewUpload): Upload {
    this.blobs.path(file.sha256);
    return this.database.transaction(() => {
      const known = this.database.one(
        uploadSchema,
        `${select} WHERE sha256 = ? AND name = ?`,
        file.sha256,
        toJson(name),
      );
      if (known !== undefined) return known;
      const id = newId(uploadIdSchema);
      this.database.run(
        "INSERT INTO uploads (id, name, sha256, bytes, media, created) VALUES (?, ?, ?, ?, ?, ?)",
        id,
        toJson(name),
        file.sha256,
        file.bytes,
        media,
        timestamp(),
      );
      return this.get(id);
    });
  }

  /** @throws {HealerError} `store/not-found` */
  get(id: UploadId): Upload {
    const upload = this.database.one(uploadSchema, `${select} WHERE id = ?`, id);
    if (upload === undefined) throw new HealerError(storeProblem.notFound("upload", id));
    return upload;
  }

  /** All files, newest first. */
  list(): Upload[] {
    return this.database.all(uploadSchema, `${select} ORDER BY rowid DESC`);
  }
}
