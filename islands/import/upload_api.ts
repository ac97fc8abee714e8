import { uploadSchema, uploadsSchema } from "@/web/upload_schema.ts";
import type { NewUpload, UploadAnswer } from "@/web/upload_schema.ts";
import { anything, get, send, sendPart } from "../api.ts";
import type { UploadOptions } from "../upload.ts";

/** The calls of the HTTP API that bring a file in, piece by piece. */
export const uploadApi = {
  start: (file: NewUpload) => send("POST", "/api/uploads", file, uploadSchema),
  list: () => get("/api/uploads", uploadsSchema),
  get: (id: string) => get(`/api/uploads/${id}`, uploadSchema),
  remove: (id: string) => send("DELETE", `/api/uploads/${id}`, undefined, anything),
  append: (
    { id, offset }: UploadAnswer,
    piece: Blob,
    options: UploadOptions,
  ): Promise<UploadAnswer> =>
    sendPart("PATCH", `/api/uploads/${id}?offset=${offset}`, piece, options, uploadSchema),
};
