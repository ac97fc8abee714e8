import { z } from "zod";

/** Code that a cell wants to have run. */
export const codeWorkSchema = z.strictObject({
  source: z.string(),
  seed: z.number(),
  /** The code may take so many seconds. */
  seconds: z.number().positive(),
  /** Bytes of memory that its process may hold. */
  memory: z.number().positive(),
  /** The scratch file with what the code reads (see `table_bytes.ts`). */
  tables: z.string(),
});

/** See {@linkcode codeWorkSchema}. */
export type CodeWork = Readonly<z.infer<typeof codeWorkSchema>>;

/** What came of it. */
export const codeOutcomeSchema = z.strictObject({
  /** The scratch file with the table it gave, or null. */
  table: z.string().nullable(),
  figures: z.array(z.unknown()),
  /** How many lines it printed beyond those in the log. */
  unkeptLines: z.int().nonnegative(),
});

/** See {@linkcode codeOutcomeSchema}. */
export type CodeOutcome = Readonly<z.infer<typeof codeOutcomeSchema>>;
