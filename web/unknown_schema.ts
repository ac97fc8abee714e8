import * as z from "zod/mini";

// A group of rows that fit nothing known, which somebody knows after all.

/**
 * `POST /api/diagnoses/[id]/unknown` → 201 `namedUnknownSchema`: the rows of the group, or some of them, get a
 * name, which may be that of a class of the model, and a model that knows them is trained.
 */
export const nameUnknownSchema = z.strictObject({
  /** One of `unknownGroups` of the diagnosis, by its id. */
  group: z.int(),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000)),
  /** Rows of the group as numbers in the result, from 1; all of them where they are not named. */
  rows: z.exactOptional(
    z.array(z.int().check(z.minimum(1))).check(z.minLength(1), z.maxLength(100_000)),
  ),
});

export const namedUnknownSchema = z.object({
  /** The notebook that trains, which runs already. */
  notebook: z.string(),
  /** What it trains on: the data that the model learnt from, and the new rows. */
  dataset: z.string(),
  /** The class that the new rows have. */
  fault: z.string(),
  /** Whether the model did not know the class. */
  isNew: z.boolean(),
  /** How many rows are new. */
  rows: z.int(),
});

export type NameUnknown = z.infer<typeof nameUnknownSchema>;
export type NamedUnknown = z.infer<typeof namedUnknownSchema>;
