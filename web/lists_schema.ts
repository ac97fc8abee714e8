import * as z from "zod/mini";

// What the lists of the first page ask of the server, beside the lists themselves.

/** The lists of a workspace. */
export const listNameSchema = z.enum([
  "notebooks",
  "datasets",
  "pipelines",
  "models",
  "diagnoses",
]);

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(10_000));

/** `PATCH /api/datasets/[id]`, `…/models/[id]`, `…/diagnoses/[id]` → 200 what it is then. */
export const renameSchema = z.strictObject({ name });

/** `PATCH /api/notebooks/[id]` → 200 `savedNotebookSchema`. A notebook may be without a title. */
export const retitleSchema = z.strictObject({
  title: z.string().check(z.trim(), z.maxLength(10_000)),
});

/** `POST /api/datasets/[id]/duplicate`, `…/models/[id]/duplicate` → 201 `createdSchema`. */
export const duplicateSchema = z.strictObject({ name: z.exactOptional(name) });

/** `POST /api/notebooks/[id]/duplicate` → 201 `createdSchema`. */
export const duplicateNotebookSchema = z.strictObject({
  title: z.exactOptional(retitleSchema.shape.title),
});

/** Something that was deleted and can be restored: `POST /api/[list]/[id]/restore` → 204. */
export const deletedItemSchema = z.object({
  list: listNameSchema,
  id: z.string(),
  name: z.string(),
  deleted: z.iso.datetime(),
});

/** `GET /api/deleted`, last deleted first. */
export const deletedSchema = z.object({ deleted: z.array(deletedItemSchema) });

export type ListName = z.infer<typeof listNameSchema>;
export type DeletedItem = z.infer<typeof deletedItemSchema>;
