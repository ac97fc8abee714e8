import { z } from "zod";

/** Crockford's base 32: no letter that looks like another one. 12 of them carry 60 random bits. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const id = z.string().regex(/^[0-9a-hjkmnp-tv-z]{12}$/);

export const uploadIdSchema = id.brand<"UploadId">();
export const datasetIdSchema = id.brand<"DatasetId">();
export const notebookIdSchema = id.brand<"NotebookId">();
export const runIdSchema = id.brand<"RunId">();
export const pipelineIdSchema = id.brand<"PipelineId">();
export const modelIdSchema = id.brand<"ModelId">();
export const diagnosisIdSchema = id.brand<"DiagnosisId">();

export type UploadId = z.infer<typeof uploadIdSchema>;
export type DatasetId = z.infer<typeof datasetIdSchema>;
export type NotebookId = z.infer<typeof notebookIdSchema>;
export type RunId = z.infer<typeof runIdSchema>;
export type PipelineId = z.infer<typeof pipelineIdSchema>;
export type ModelId = z.infer<typeof modelIdSchema>;
export type DiagnosisId = z.infer<typeof diagnosisIdSchema>;

/** A new random id of the kind of `schema`: 12 lower-case letters and digits, safe in a URL. */
export function newId<Schema extends z.ZodType>(schema: Schema): z.infer<Schema> {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return schema.parse(Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join(""));
}
