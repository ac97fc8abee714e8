import { z } from "zod";

const text = z.strictObject({ en: z.string(), zh: z.string() });

/** What a model card says of the search that found the recipe; it holds no times, so that it can be repeated. */
export const searchRecordSchema = z.strictObject({
  limit: z.union([
    z.strictObject({ trials: z.int() }),
    z.strictObject({ seconds: z.number() }),
  ]),
  trials: z.int(),
  failed: z.int(),
  /** The best recipes by the macro-F1 of their out-of-fold predictions, the baseline among them. */
  best: z.array(z.strictObject({
    /** The number of the trial; null = the ensemble of several. */
    trial: z.int().nullable(),
    words: text,
    macro_f1: z.number(),
    log_loss: z.number(),
  })),
});

/** See {@linkcode searchRecordSchema}. */
export type SearchRecord = z.infer<typeof searchRecordSchema>;
