import * as z from "zod/mini";
import { fileReferenceSchema } from "@/pipeline/cells/value.ts";

// Files on their way into the workspace, as they go over the wire: nothing here may need Deno or Node.

/** How many bytes a browser sends at once. */
export const pieceBytes = 8 * 2 ** 20;

/**
 * `POST /api/uploads` → 201: a file that will come in piece by piece; 200 where it has come before, or a part
 * of it, so that it goes on at its `offset`.
 */
export const newUploadSchema = z.strictObject({
  /** What the user calls it, a label and nothing else. */
  name: z.string().check(z.minLength(1), z.maxLength(1000)),
  bytes: z.int().check(z.nonnegative()),
  /** By what the sender knows the file again, such as its hash, or its time and parts of it. */
  fingerprint: z.string().check(z.maxLength(200)),
});

/**
 * The query of `PATCH /api/uploads/[id]`, whose body is the next piece: 409 with the right offset in the header
 * `upload-offset` where that is another one.
 */
export const pieceQuerySchema = z.object({
  offset: z.coerce.number().check(z.int(), z.nonnegative()),
});

/** `GET /api/uploads/[id]`: how far a file has come. */
export const uploadSchema = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.int(),
  /** How much of it is here. */
  offset: z.int(),
  created: z.iso.datetime(),
  /** Once it is whole: what the param `file` of a cell takes. */
  file: z.nullable(z.object({ name: z.string(), content: fileReferenceSchema })),
});

/** `GET /api/uploads`: the files that are on their way, and those of which no dataset was made yet. */
export const uploadsSchema = z.object({ uploads: z.array(uploadSchema) });

export type NewUpload = z.infer<typeof newUploadSchema>;
export type UploadAnswer = z.infer<typeof uploadSchema>;
