import { z } from "zod";
import type { BlobRef, Blobs } from "./blobs.ts";
import { textColumn, timestamp, toJson } from "./columns.ts";
import type { Database } from "./database.ts";
import { newId, type UploadId, uploadIdSchema } from "./ids.ts";
import { Shelf } from "./shelf.ts";

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
  deleted: z.string().nullable(),
});

/** A file that a user brought, as it came. Only its name changes. */
export type Upload = Readonly<z.infer<typeof uploadSchema>>;

/** A file to be kept. */
export interface NewUpload extends Pick<Upload, "name" | "media"> {
  readonly file: BlobRef;
  /** What it was called while it came in piece by piece. */
  readonly id?: UploadId;
  /** By what the sender's computer knows the file again. */
  readonly fingerprint?: string;
}

const columns = "id, name, sha256, bytes, media, created, deleted";

/** The files that users brought into a workspace: what the cells that import read. */
export class Uploads extends Shelf<Upload> {
  constructor(database: Database, private readonly blobs: Blobs) {
    super(database, { table: "uploads", kind: "upload", columns, schema: uploadSchema });
  }

  /**
   * Adds a file; the one there is where it has the same name and content already.
   *
   * @throws {HealerError} `store/missing-blob` where the file was not stored before
   */
  add(upload: NewUpload): Upload {
    const { name, file, fingerprint } = upload;
    this.blobs.path(file.sha256);
    return this.database.transaction(() => {
      const known = this.database.one(
        uploadSchema,
        `${this.select} WHERE sha256 = ? AND name = ? AND deleted IS NULL`,
        file.sha256,
        toJson(name),
      );
      if (known === undefined) return this.insert(upload);
      if (fingerprint !== undefined) {
        const sql = "UPDATE uploads SET fingerprint = ? WHERE id = ?";
        this.database.run(sql, toJson(fingerprint), known.id);
      }
      return known;
    });
  }

  /** The file that the sender's computer knows by that name, size and fingerprint. */
  known(name: string, bytes: number, fingerprint: string): Upload | undefined {
    return this.database.one(
      uploadSchema,
      `${this.select} WHERE fingerprint = ? AND name = ? AND bytes = ? AND deleted IS NULL`,
      toJson(fingerprint),
      toJson(name),
      bytes,
    );
  }

  /** The same file once more, under another name. @throws {HealerError} `store/not-found`, `store/deleted` */
  duplicate(id: UploadId, name: string): Upload {
    const { sha256, bytes, media } = this.get(id);
    return this.insert({ name, media, file: { sha256, bytes } });
  }

  private insert(
    { name, media, file, id = newId(uploadIdSchema), fingerprint }: NewUpload,
  ): Upload {
    this.database.run(
      `INSERT INTO uploads (id, name, sha256, bytes, media, created, fingerprint)
        VALUES (?, ?, ?, ?, ?, ?, ?)`,
      id,
      toJson(name),
      file.sha256,
      file.bytes,
      media,
      timestamp(),
      fingerprint === undefined ? null : toJson(fingerprint),
    );
    return this.get(id);
  }
}
