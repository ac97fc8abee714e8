import * as z from "zod/mini";

/**
 * What may be said of a row: one class is possible, several are, it fits nothing the model knows, or it could
 * not be read.
 */
export const verdicts = ["one", "several", "unknown", "unread"] as const;

/** See {@linkcode verdicts}. */
export const verdictSchema = z.enum(verdicts);

/** See {@linkcode verdicts}. */
export type Verdict = z.infer<typeof verdictSchema>;

/** The share of wrong answers that a user accepts. */
export const errorRates = { least: 0.01, usual: 0.05, most: 0.3 } as const;

/** See {@linkcode errorRates}. */
export const errorRateSchema = z._default(
  z.number().check(z.minimum(errorRates.least), z.maximum(errorRates.most)),
  errorRates.usual,
);
